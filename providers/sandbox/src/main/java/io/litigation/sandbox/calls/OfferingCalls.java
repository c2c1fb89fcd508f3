package io.litigation.sandbox.calls;

/**
 * The calls of one offering.
 *
 * @param received read to their end
 * @param billed of these
 */
public record OfferingCalls(long received, long billed) {

    OfferingCalls plus(boolean oneMoreBilled) {
        return new OfferingCalls(received + 1, billed + (oneMoreBilled ? 1 : 0));
    }
}
