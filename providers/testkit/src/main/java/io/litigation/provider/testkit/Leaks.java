package io.litigation.provider.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a log would show of something. */
public final class Leaks {

    private Leaks() {}

    /** The whole stack trace with all causes and what was suppressed, as a logger prints it. */
    public static String everythingSaidBy(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
