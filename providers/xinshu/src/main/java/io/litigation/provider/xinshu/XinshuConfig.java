package io.litigation.provider.xinshu;

import com.google.type.Money;
import io.litigation.core.provider.ProviderSettings;
import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.provider.http.HttpSettings;

import java.net.URI;

/**
 * Configuration of Xinshu.
 *
 * @param address scheme and host ({@code base-url})
 * @param apiKey the {@code apikey} that every request carries
 * @param privateKey what requests are signed with; never sent
 * @param parameters where the parameters stand
 * @param price list price of one call
 */
record XinshuConfig(
        URI address, Secret apiKey, Secret privateKey, Parameters parameters, Money price, HttpSettings http) {

    private static final Money DEFAULT_PRICE =
            Money.newBuilder().setCurrencyCode("CNY").setNanos(500_000_000).build();

    static XinshuConfig read(ProviderSettings settings) {
        return new XinshuConfig(
                settings.requiredAddress("base-url"),
                settings.requiredSecret("api-key"),
                settings.requiredSecret("private-key"),
                settings.choice("parameters", Parameters.QUERY),
                settings.money("price", DEFAULT_PRICE),
                HttpSettings.read(settings));
    }

    VendorAccount account() {
        return new VendorAccount(address, apiKey);
    }

    /** Where the parameters of a request stand. The document's example has them in the query of a POST. */
    enum Parameters {
        QUERY,
        FORM
    }
}
