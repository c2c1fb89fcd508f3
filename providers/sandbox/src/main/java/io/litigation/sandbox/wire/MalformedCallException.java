package io.litigation.sandbox.wire;

/** A request whose body is not what its content type says. */
final class MalformedCallException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedCallException(Throwable cause) {
        super("the request's body is not what its content type says", cause);
    }
}
