package io.litigation.provider.submail;

import com.google.type.Money;
import io.litigation.core.provider.ProviderSettings;
import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.provider.http.HttpSettings;

import java.net.URI;
import java.util.Optional;

/**
 * Configuration of SUBMAIL.
 *
 * @param address scheme and host ({@code base-url})
 * @param fallback asked where no connection to the address could be made ({@code fallback-url})
 * @param time where to ask for the vendor's time ({@code time-url})
 * @param appId names the account; sent, never signed
 * @param appKey signed, never sent
 * @param signMobile whether the mobile number is signed and sent; an older edition of the interface has none
 * @param price list price of one call
 */
record SubmailConfig(
        URI address,
        Optional<URI> fallback,
        URI time,
        Secret appId,
        Secret appKey,
        boolean signMobile,
        Money price,
        HttpSettings http) {

    private static final String OWN_DOMAIN = ".mysubmail.com";

    /** Documented for the whole of SUBMAIL, whichever host a service has. */
    private static final URI OWN_TIME = URI.create("https://api.mysubmail.com");

    private static final Money DEFAULT_PRICE =
            Money.newBuilder().setCurrencyCode("CNY").setUnits(1).build();

    static SubmailConfig read(ProviderSettings settings) {
        URI address = settings.requiredAddress("base-url");
        return new SubmailConfig(
                address,
                settings.address("fallback-url"),
                settings.address("time-url").orElse(timeOf(address)),
                settings.requiredSecret("app-id"),
                settings.requiredSecret("app-key"),
                settings.flag("sign-mobile", true),
                settings.money("price", DEFAULT_PRICE),
                HttpSettings.read(settings));
    }

    VendorAccount account() {
        return new VendorAccount(address, appId);
    }

    /** What is not SUBMAIL's own host, such as a proxy or a simulation, tells the time itself. */
    private static URI timeOf(URI address) {
        String host = address.getHost();
        return host != null && host.endsWith(OWN_DOMAIN) ? OWN_TIME : address;
    }
}
