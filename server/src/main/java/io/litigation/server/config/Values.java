package io.litigation.server.config;

import com.google.common.base.Splitter;
import com.google.type.Money;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values are written in the configuration. Pure. */
final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s+([A-Z]{3})");
    private static final int NANO_DIGITS = 9;
    private static final int GREATEST_PORT = 65_535;
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private Values() {}

    static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        return matcher.matches()
                ? Optional.of(Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2))))
                : Optional.empty();
    }

    private static ChronoUnit unit(String name) {
        ChronoUnit unit = UNITS.get(name);
        if (unit == null) {
            throw new IllegalStateException("no such unit: " + name);
        }
        return unit;
    }

    /** As an operator would write it. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0 && seconds > 0) {
            return seconds / 86_400 + "d";
        }
        return seconds % 3_600 == 0 && seconds > 0 ? seconds / 3_600 + "h" : seconds + "s";
    }

    static Optional<Money> money(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches() || !isCurrency(matcher.group(2))) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(matcher.group(1));
        BigDecimal units = new BigDecimal(amount.toBigInteger());
        return Optional.of(Money.newBuilder()
                .setCurrencyCode(matcher.group(2))
                .setUnits(units.longValueExact())
                .setNanos(amount.subtract(units).movePointRight(NANO_DIGITS).intValueExact())
                .build());
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    static <E extends Enum<E>> Optional<E> choice(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (text(constant).equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Scheme and host, perhaps a port: nothing else, and nothing that no request can be sent to. */
    static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            boolean bare = uri.getHost() != null
                    && isHost(uri.getHost())
                    && (uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= GREATEST_PORT))
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            if (!bare || !("http".equals(scheme) || "https".equals(scheme))) {
                return Optional.empty();
            }
            return Optional.of(new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What URIs may hold besides, and HTTP may not: the zone of an IPv6 address, and names longer than DNS has them. */
    private static boolean isHost(String host) {
        return host.startsWith("[")
                ? host.indexOf('%') < 0
                : host.length() <= LONGEST_NAME
                        && Splitter.on('.').splitToStream(host).allMatch(label -> label.length() <= LONGEST_LABEL);
    }

    /** Whether an address keeps its bytes on this machine, or encrypts them. */
    static boolean isPrivate(URI address) {
        return "https".equals(address.getScheme())
                || LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }
}
