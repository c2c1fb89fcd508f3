package io.litigation.thirdvendor;

import com.google.type.Money;
import io.litigation.core.provider.ProviderSettings;
import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.provider.http.HttpSettings;

import java.net.URI;
import java.util.Base64;

/**
 * Configuration of Yunjian.
 *
 * @param address scheme and host ({@code base-url})
 * @param accessId names the account; every request carries it
 * @param secretKey base64 of the AES key that both sides share; never sent
 * @param judgmentsPrice list price of one call of {@value YunjianProvider#PERSON_JUDGMENTS}
 * @param listingsPrice list price of one call of {@value YunjianProvider#COMPANY_LISTINGS}
 */
record YunjianConfig(
        URI address, Secret accessId, Secret secretKey, Money judgmentsPrice, Money listingsPrice, HttpSettings http) {

    static YunjianConfig read(ProviderSettings settings) {
        return new YunjianConfig(
                settings.requiredAddress("base-url"),
                settings.requiredSecret("access-id"),
                secretKey(settings),
                settings.money("person-judgments-price", yuan(300_000_000)),
                settings.money("company-listings-price", yuan(800_000_000)),
                HttpSettings.read(settings));
    }

    VendorAccount account() {
        return new VendorAccount(address, accessId);
    }

    private static Secret secretKey(ProviderSettings settings) {
        Secret key = settings.requiredSecret("secret-key");
        if (!key.isEmpty() && !isAesKey(key)) {
            settings.problem("secret-key", "must be base64 of 16, 24 or 32 bytes");
        }
        return key;
    }

    private static boolean isAesKey(Secret key) {
        try {
            int length = Base64.getDecoder().decode(key.reveal()).length;
            return length == 16 || length == 24 || length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Money yuan(int nanos) {
        return Money.newBuilder().setCurrencyCode("CNY").setNanos(nanos).build();
    }
}
