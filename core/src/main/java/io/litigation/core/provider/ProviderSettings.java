package io.litigation.core.provider;

import com.google.type.Money;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of one provider: the keys under {@code litigation.providers.<name>}, from file and environment.
 *
 * <p>Reading a key declares it: a key in the file that nobody reads is an error. A value that is missing or wrong is
 * noted as a problem and replaced by a harmless placeholder, so that reading goes on and all problems are found at once.
 * Keys are kebab-case, relative to the provider.
 */
public interface ProviderSettings {

    /** A text; the default if the key is absent. */
    String text(String key, String defaultValue);

    /** A text that must be there; a problem and an empty text if it is not. */
    String requiredText(String key);

    /** A secret that must be there, in the key itself or in the file that the key with {@code -file} names. */
    Secret requiredSecret(String key);

    /** {@code true} or {@code false}. */
    boolean flag(String key, boolean defaultValue);

    /** A whole number within bounds, both inclusive. */
    int integer(String key, int defaultValue, int least, int greatest);

    /** A time such as {@code 10s}, {@code 500ms}, {@code 24h}, within bounds, both inclusive. */
    Duration duration(String key, Duration defaultValue, Duration least, Duration greatest);

    /** One of an enum's values, written in lower-case kebab-case. */
    <E extends Enum<E>> E choice(String key, E defaultValue);

    /** An amount such as {@code "0.50 CNY"}. */
    Money money(String key, Money defaultValue);

    /**
     * The address of a vendor: scheme and host, without path, query or user. It must be there. An {@code http} address
     * off loopback is a problem unless the flag {@code allow-plaintext} is on.
     */
    URI requiredAddress(String key);

    /** As {@link #requiredAddress}, but it may be absent. */
    Optional<URI> address(String key);

    /** Notes a problem with a key, in a sentence without the value. */
    void problem(String key, String message);
}
