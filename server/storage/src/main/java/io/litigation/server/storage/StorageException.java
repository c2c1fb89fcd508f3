package io.litigation.server.storage;

/** The storage cannot be opened. The message is for the operator. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
