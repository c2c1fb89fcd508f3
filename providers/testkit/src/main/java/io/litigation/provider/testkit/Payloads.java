package io.litigation.provider.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Vendor payloads, which are files beside the test that uses them. */
public final class Payloads {

    private Payloads() {}

    /**
     * The bytes of a file.
     *
     * @param test the test; the file is found relative to its package, or from the root with a leading slash
     */
    public static byte[] bytes(Class<?> test, String file) {
        try (InputStream stream = test.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no payload " + file + " beside " + test.getName());
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file in UTF-8. */
    public static String text(Class<?> test, String file) {
        return new String(bytes(test, file), StandardCharsets.UTF_8);
    }
}
