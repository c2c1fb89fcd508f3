package io.litigation.server.config;

import com.google.type.Money;
import io.litigation.core.provider.ProviderBlueprint;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderSettings;
import io.litigation.core.provider.Secret;

import java.net.URI;
import java.util.Optional;

/** A vendor module that reads one key of every type. */
final class FakePlugin implements ProviderPlugin {

    private final String name;
    private Optional<Read> read = Optional.empty();

    FakePlugin(String name) {
        this.name = name;
    }

    enum Parameters {
        QUERY,
        FORM_BODY
    }

    record Read(
            URI address, Optional<URI> fallback, Secret apiKey, String region, Parameters parameters, Money price) {}

    /** What it read last. */
    Read read() {
        return read.orElseThrow();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String displayName() {
        return "Vendor " + name;
    }

    @Override
    public ProviderBlueprint configure(ProviderSettings settings) {
        Read values = new Read(
                settings.requiredAddress("base-url"),
                settings.address("fallback-url"),
                settings.requiredSecret("api-key"),
                settings.text("region", "cn"),
                settings.choice("parameters", Parameters.QUERY),
                settings.money("price", Money.getDefaultInstance()));
        Money unused = settings.money("second-price", Money.getDefaultInstance());
        if (values.apiKey().reveal().length() < 4) {
            settings.problem("api-key", "is too short");
        }
        read = Optional.of(values);
        return runtime -> {
            throw new UnsupportedOperationException(name);
        };
    }
}
