package io.litigation.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The client's own name and version, as the header {@code user-agent} carries them. */
final class UserAgent {

    private UserAgent() {}

    static String own() {
        Properties properties = new Properties();
        try (InputStream file = UserAgent.class.getResourceAsStream("client.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "litigation-java/" + properties.getProperty("version");
    }
}
