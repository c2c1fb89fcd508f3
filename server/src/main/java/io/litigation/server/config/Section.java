package io.litigation.server.config;

import com.google.type.Money;
import io.litigation.core.provider.ProviderSettings;
import io.litigation.core.provider.Secret;
import io.litigation.server.config.Node.Branch;
import io.litigation.server.config.Node.Leaf;
import io.litigation.server.config.Node.Sequence;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys under one prefix, read one by one with their types. Reading never fails: mistakes are noted, and the default
 * or an empty value stands in.
 */
final class Section implements ProviderSettings {

    private static final String ALLOW_PLAINTEXT = "allow-plaintext";
    private static final URI NO_ADDRESS = URI.create("https://address.invalid");

    private final Settings settings;
    private final String prefix;
    private final boolean required;
    private final Set<String> currencies;

    private Section(Settings settings, String prefix, boolean required, Set<String> currencies) {
        this.settings = settings;
        this.prefix = prefix;
        this.required = required;
        this.currencies = currencies;
    }

    static Section of(Settings settings, String prefix) {
        return new Section(settings, prefix, true, new TreeSet<>());
    }

    /** The section under one of its keys. */
    Section below(String name) {
        return of(settings, key(name));
    }

    /** The same, of something that is switched off: what is missing may be missing. Values that are there must be right. */
    Section switchedOff() {
        return new Section(settings, prefix, false, currencies);
    }

    String key(String name) {
        return prefix + "." + name;
    }

    boolean isPresent(String name) {
        return settings.find(key(name)).isPresent();
    }

    /** Whether the file has the key with nothing behind it. */
    boolean isLeftEmpty(String name) {
        return settings.leftEmpty(key(name)).isPresent();
    }

    /** Place of a value in words, for messages about it. */
    private Optional<Origin> origin(String name) {
        return settings.find(key(name)).map(Node::origin);
    }

    @Override
    public String text(String name, String defaultValue) {
        return read(name, Optional::of, "a text").orElse(defaultValue);
    }

    @Override
    public String requiredText(String name) {
        Optional<String> text = read(name, Optional::of, "a text");
        if (text.isEmpty()) {
            missing(name, "is missing");
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String name) {
        return read(name, Optional::of, "a text");
    }

    @Override
    public Secret requiredSecret(String name) {
        Optional<Secret> secret = optionalSecret(name);
        if (secret.isEmpty() && !isPresent(name) && !isPresent(name + SecretFile.SUFFIX)) {
            missing(
                    name,
                    "is missing; set it, or " + KnownKeys.variable(key(name)) + ", or name its file with " + name
                            + SecretFile.SUFFIX + " or " + KnownKeys.variable(key(name + SecretFile.SUFFIX)));
        }
        return secret.orElse(Secret.of(""));
    }

    Optional<Secret> optionalSecret(String name) {
        return new SecretFile(settings, key(name)).read();
    }

    @Override
    public boolean flag(String name, boolean defaultValue) {
        return read(
                        name,
                        text -> switch (text) {
                            case "true" -> Optional.of(true);
                            case "false" -> Optional.of(false);
                            default -> Optional.empty();
                        },
                        "true or false")
                .orElse(defaultValue);
    }

    @Override
    public int integer(String name, int defaultValue, int least, int greatest) {
        return read(
                        name,
                        text -> Section.integer(text, least, greatest),
                        "a whole number from " + least + " to " + greatest)
                .orElse(defaultValue);
    }

    private static Optional<Integer> integer(String text, int least, int greatest) {
        try {
            int value = Integer.parseInt(text);
            return value >= least && value <= greatest ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Duration duration(String name, Duration defaultValue, Duration least, Duration greatest) {
        String expected = "a time such as 500ms, 10s, 5m, 24h or 30d, from " + Values.text(least) + " to "
                + Values.text(greatest);
        return read(
                        name,
                        text -> Values.duration(text)
                                .filter(time -> time.compareTo(least) >= 0 && time.compareTo(greatest) <= 0),
                        expected)
                .orElse(defaultValue);
    }

    @Override
    public <E extends Enum<E>> E choice(String name, E defaultValue) {
        Class<E> type = defaultValue.getDeclaringClass();
        String expected = Arrays.stream(type.getEnumConstants())
                .map(Values::text)
                .collect(Collectors.joining(", ", "one of ", ""));
        return read(name, text -> Values.choice(type, text), expected).orElse(defaultValue);
    }

    @Override
    public Money money(String name, Money defaultValue) {
        Money money =
                read(name, Values::money, "an amount such as \"0.50 CNY\"").orElse(defaultValue);
        if (!money.getCurrencyCode().isEmpty()) {
            currencies.add(money.getCurrencyCode());
        }
        return money;
    }

    /** Of all amounts that were read, defaults included. */
    Set<String> currencies() {
        return Set.copyOf(currencies);
    }

    @Override
    public URI requiredAddress(String name) {
        Optional<URI> address = address(name);
        if (address.isEmpty() && !isPresent(name)) {
            missing(name, "is missing: scheme and host of the vendor, such as https://vendor.example");
        }
        return address.orElse(NO_ADDRESS);
    }

    @Override
    public Optional<URI> address(String name) {
        boolean plaintext = flag(ALLOW_PLAINTEXT, false);
        Optional<URI> address = read(
                name,
                Values::address,
                "scheme and host alone, such as https://vendor.example, with a port from 1 to 65535 if need be");
        if (address.isPresent() && !plaintext && !Values.isPrivate(address.get())) {
            mistake(
                    name,
                    "is http off this machine, so that names and id numbers would travel in the clear; use https, or set "
                            + key(ALLOW_PLAINTEXT) + ": true");
        }
        return address;
    }

    /** A list, or its items with commas between them. A text that is there names some: where none stands for all, too. */
    List<String> list(String name) {
        Optional<Node> node = settings.find(key(name));
        if (node.isPresent() && node.get() instanceof Sequence sequence) {
            if (!sequence.items().stream().allMatch(Leaf.class::isInstance)) {
                mistake(name, "must be a list of single values");
                return List.of();
            }
            return sequence.items().stream().map(item -> ((Leaf) item).text()).toList();
        }
        return read(
                        name,
                        text -> Optional.of(split(text)).filter(items -> !items.isEmpty()),
                        "a list of at least one item")
                .orElse(List.of());
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Values by name: keys in the file, or {@code a=x,b=y}. */
    <T> Map<String, T> map(String name, Function<String, Optional<T>> parser, String expected) {
        Map<String, T> values = new LinkedHashMap<>();
        pairs(name)
                .forEach((key, text) -> parser.apply(text)
                        .ifPresentOrElse(
                                value -> values.put(key, value), () -> mistake(name, key + " must be " + expected)));
        return values;
    }

    private Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Optional<Node> node = settings.find(key(name));
        if (node.isPresent() && node.get() instanceof Branch branch) {
            branch.children().forEach((key, child) -> pairs.put(key, child instanceof Leaf leaf ? leaf.text() : ""));
            return pairs;
        }
        for (String pair : list(name)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                mistake(name, "must be pairs such as 9999=not-charged");
                break;
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> parser, String expected) {
        Optional<Node> node = settings.find(key(name));
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = node.get() instanceof Leaf leaf ? parser.apply(leaf.text()) : Optional.empty();
        if (value.isEmpty()) {
            mistake(name, "must be " + expected);
        }
        return value;
    }

    /** Notes a mistake, with the value's place and without the value. */
    void mistake(String name, String message) {
        origin(name)
                .or(() -> settings.leftEmpty(key(name)).map(Node::origin))
                .ifPresentOrElse(
                        place -> settings.problems().mistake(key(name), place, message),
                        () -> settings.problems().mistake(key(name), message));
    }

    /** Whether a mistake was noted of a key, of this section or another. */
    boolean isWrong(String key) {
        return settings.problems().has(key);
    }

    void missing(String name, String message) {
        if (required) {
            settings.problems().mistake(key(name), message);
        }
    }

    /** What a plug-in says of the placeholder of a value that is missing or wrong is no news. */
    @Override
    public void problem(String name, String message) {
        if (required && !settings.problems().has(key(name))) {
            mistake(name, message);
        }
    }

    void warnIfPresent(String name, String message) {
        origin(name).ifPresent(place -> settings.problems().warn(key(name) + " (" + place.text() + ") " + message));
    }
}
