package io.litigation.provider.http;

import org.jspecify.annotations.Nullable;

/**
 * What may be told of a throwable whose text can hold an address, a query or personal data: the classes of its chain and
 * where they were thrown.
 */
final class RedactedException extends Exception {

    private static final long serialVersionUID = 1;

    private static final int DEEPEST = 8;

    private RedactedException(Throwable original, @Nullable RedactedException cause) {
        super(original.getClass().getName(), cause);
        setStackTrace(original.getStackTrace());
    }

    static RedactedException of(Throwable original) {
        return of(original, 1);
    }

    private static RedactedException of(Throwable original, int depth) {
        Throwable cause = original.getCause();
        return new RedactedException(original, cause == null || depth == DEEPEST ? null : of(cause, depth + 1));
    }

    /** The classes from the outside in, such as {@code SSLHandshakeException < CertificateException}. */
    String chain() {
        StringBuilder chain = new StringBuilder();
        for (Throwable t = this; t != null; t = t.getCause()) {
            String name = String.valueOf(t.getMessage());
            chain.append(chain.isEmpty() ? "" : " < ").append(name.substring(name.lastIndexOf('.') + 1));
        }
        return chain.toString();
    }
}
