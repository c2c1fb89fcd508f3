package io.litigation.server;

/** The server could not start, for a reason that its operator can do something about. The message says all. */
public final class StartException extends Exception {

    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
