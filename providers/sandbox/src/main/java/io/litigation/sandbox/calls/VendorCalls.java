package io.litigation.sandbox.calls;

import java.util.Map;

/**
 * What one vendor was asked, and what it puts on the bill.
 *
 * @param received calls to what the vendor sells, read to their end, refused ones included
 * @param billed of these
 * @param offerings the same per offering
 * @param codes how often each code was given; where the client never saw the vendor's code, what it saw instead
 *     ({@code HTTP_502}, {@code RESET}, {@code STALL} …)
 * @param free calls to what costs nothing, by name
 */
public record VendorCalls(
        long received,
        long billed,
        Map<String, OfferingCalls> offerings,
        Map<String, Long> codes,
        Map<String, Long> free) {

    /** No call at all. */
    public static final VendorCalls NONE = new VendorCalls(0, 0, Map.of(), Map.of(), Map.of());
}
