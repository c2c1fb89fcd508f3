package io.litigation.sandbox.calls;

import java.util.Map;
import java.util.TreeMap;

/** Counts calls; all of its methods are atomic. */
final class Tally {

    private final Map<String, OfferingCalls> offerings = new TreeMap<>();
    private final Map<String, Long> codes = new TreeMap<>();
    private final Map<String, Long> free = new TreeMap<>();

    synchronized void sold(String offering, String code, boolean billed) {
        offerings.merge(offering, new OfferingCalls(0, 0).plus(billed), (before, first) -> before.plus(billed));
        codes.merge(code, 1L, Long::sum);
    }

    synchronized void given(String name) {
        free.merge(name, 1L, Long::sum);
    }

    synchronized VendorCalls read() {
        return new VendorCalls(
                offerings.values().stream().mapToLong(OfferingCalls::received).sum(),
                offerings.values().stream().mapToLong(OfferingCalls::billed).sum(),
                new TreeMap<>(offerings),
                new TreeMap<>(codes),
                new TreeMap<>(free));
    }
}
