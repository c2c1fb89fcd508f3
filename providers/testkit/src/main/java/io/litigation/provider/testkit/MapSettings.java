package io.litigation.provider.testkit;

import com.google.type.Money;
import io.litigation.core.provider.ProviderSettings;
import io.litigation.core.provider.Secret;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings from a map, which collects the problems and which keys were read. Values are as they stand in the file;
 * secrets from files, and the rule about plain http, are the server's matter.
 */
public final class MapSettings implements ProviderSettings {

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> read = new TreeSet<>();

    private MapSettings(Map<String, String> values) {
        this.values = values;
    }

    /** Settings of keys and values in turn. */
    public static MapSettings of(String... keysAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new MapSettings(values);
    }

    /** The same settings with another value; nothing read, no problems. */
    public MapSettings with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new MapSettings(changed);
    }

    /** The same settings without a key; nothing read, no problems. */
    public MapSettings without(String key) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(key);
        return new MapSettings(changed);
    }

    /** The values by their keys. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** The keys with problems, in the order in which they came up. */
    public List<String> problemKeys() {
        return problems.stream()
                .map(problem -> problem.substring(0, problem.indexOf(':')))
                .toList();
    }

    /** The problems: key, colon, sentence. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The keys that were read. */
    public Set<String> keysRead() {
        return Set.copyOf(read);
    }

    @Override
    public String text(String key, String defaultValue) {
        return value(key).orElse(defaultValue);
    }

    @Override
    public String requiredText(String key) {
        Optional<String> value = value(key);
        if (value.isEmpty()) {
            problem(key, "is missing");
        }
        return value.orElse("");
    }

    @Override
    public Secret requiredSecret(String key) {
        return Secret.of(requiredText(key));
    }

    @Override
    public boolean flag(String key, boolean defaultValue) {
        String value = text(key, Boolean.toString(defaultValue));
        if (!value.equals("true") && !value.equals("false")) {
            problem(key, "is neither true nor false");
        }
        return value.equals("true");
    }

    @Override
    public int integer(String key, int defaultValue, int least, int greatest) {
        try {
            int number = Integer.parseInt(text(key, Integer.toString(defaultValue)));
            if (number >= least && number <= greatest) {
                return number;
            }
            problem(key, "is not between " + least + " and " + greatest);
        } catch (NumberFormatException e) {
            problem(key, "is not a whole number");
        }
        return defaultValue;
    }

    @Override
    public Duration duration(String key, Duration defaultValue, Duration least, Duration greatest) {
        Optional<String> value = value(key);
        if (value.isEmpty()) {
            return defaultValue;
        }
        Optional<Duration> time = time(value.get());
        if (time.isPresent() && time.get().compareTo(least) >= 0 && time.get().compareTo(greatest) <= 0) {
            return time.get();
        }
        problem(key, "is not a time between " + least + " and " + greatest);
        return defaultValue;
    }

    @Override
    public <E extends Enum<E>> E choice(String key, E defaultValue) {
        Optional<String> value = value(key);
        if (value.isEmpty()) {
            return defaultValue;
        }
        for (E constant : defaultValue.getDeclaringClass().getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value.get())) {
                return constant;
            }
        }
        problem(key, "is not one of the choices");
        return defaultValue;
    }

    @Override
    public Money money(String key, Money defaultValue) {
        Optional<String> value = value(key);
        if (value.isEmpty()) {
            return defaultValue;
        }
        try {
            String[] parts = value.get().split(" ", 2);
            BigDecimal amount = new BigDecimal(parts[0]);
            return Money.newBuilder()
                    .setCurrencyCode(parts[1])
                    .setUnits(amount.longValue())
                    .setNanos(amount.remainder(BigDecimal.ONE).movePointRight(9).intValueExact())
                    .build();
        } catch (ArithmeticException | ArrayIndexOutOfBoundsException | NumberFormatException e) {
            problem(key, "is not an amount such as 0.50 CNY");
            return defaultValue;
        }
    }

    @Override
    public URI requiredAddress(String key) {
        Optional<URI> address = address(key);
        if (address.isEmpty() && !problemKeys().contains(key)) {
            problem(key, "is missing");
        }
        return address.orElse(URI.create("https://placeholder.invalid"));
    }

    @Override
    public Optional<URI> address(String key) {
        Optional<String> value = value(key);
        if (value.isPresent() && !value.get().matches("https?://[^/?#@]+")) {
            problem(key, "is not scheme and host");
            return Optional.empty();
        }
        return value.map(URI::create);
    }

    @Override
    public void problem(String key, String message) {
        problems.add(key + ": " + message);
    }

    private Optional<String> value(String key) {
        read.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private static Optional<Duration> time(String text) {
        String number = text.replaceAll("\\D+$", "");
        String unit = text.substring(number.length());
        if (!number.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        long amount = Long.parseLong(number);
        return switch (unit) {
            case "ms" -> Optional.of(Duration.ofMillis(amount));
            case "s" -> Optional.of(Duration.ofSeconds(amount));
            case "m" -> Optional.of(Duration.ofMinutes(amount));
            case "h" -> Optional.of(Duration.ofHours(amount));
            default -> Optional.empty();
        };
    }
}
