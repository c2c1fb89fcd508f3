package io.litigation.server.config;

import java.security.GeneralSecurityException;

/** A file of certificates or keys cannot be used. The message says why, and shows nothing of the file. */
public final class PemException extends GeneralSecurityException {

    private static final long serialVersionUID = 1;

    public PemException(String message) {
        super(message);
    }
}
