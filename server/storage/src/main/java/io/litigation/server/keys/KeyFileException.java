package io.litigation.server.keys;

/** The keys cannot be had. The message is for the operator, and holds nothing of them. */
public final class KeyFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyFileException(String message) {
        super(message);
    }
}
