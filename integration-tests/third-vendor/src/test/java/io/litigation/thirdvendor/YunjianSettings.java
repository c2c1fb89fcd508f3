package io.litigation.thirdvendor;

import io.litigation.provider.testkit.MapSettings;

import java.net.URI;

/** Settings for the simulated account. */
final class YunjianSettings {

    private YunjianSettings() {}

    static MapSettings at(URI address) {
        return MapSettings.of(
                "base-url", address.toString(),
                "access-id", YunjianServer.ACCESS_ID,
                "secret-key", YunjianServer.SECRET_KEY);
    }
}
