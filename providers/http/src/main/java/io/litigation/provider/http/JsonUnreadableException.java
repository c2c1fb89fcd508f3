package io.litigation.provider.http;

/** A reply, or a part of it, is not acceptable JSON. Its message says where and why, and quotes nothing. */
public final class JsonUnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;
    private final boolean tooMuch;

    /**
     * Makes it.
     *
     * @param message where and why, quoting nothing
     */
    public JsonUnreadableException(String message) {
        this(message, false);
    }

    private JsonUnreadableException(String message, boolean tooMuch) {
        super(message);
        this.why = message;
        this.tooMuch = tooMuch;
    }

    /** It may be acceptable, but is more than is read. */
    static JsonUnreadableException tooMuch(String message) {
        return new JsonUnreadableException(message, true);
    }

    /** True if it is more than is read, rather than broken. */
    boolean isTooMuch() {
        return tooMuch;
    }

    /** Where and why, quoting nothing. */
    public String why() {
        return why;
    }
}
