package io.litigation.polyglot.runner;

import org.jspecify.annotations.Nullable;

/** A call that a client of an older contract cannot make. */
final class NotInTheContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotInTheContractException(@Nullable Throwable cause) {
        super(cause);
    }
}
