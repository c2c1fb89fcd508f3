package io.litigation.provider.http;

/** A reply, or a part of it, is not acceptable JSON. Its message says where and why, and quotes nothing. */
public final class JsonUnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    /**
     * Makes it.
     *
     * @param message where and why, quoting nothing
     */
    public JsonUnreadableException(String message) {
        super(message);
        why = message;
    }

    /** Where and why, quoting nothing. */
    public String why() {
        return why;
    }
}
