package io.litigation.sandbox.calls;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the calls per vendor, and per vendor and subject. Subjects stand under their fingerprints; the first
 * {@value #SUBJECT_LIMIT} are counted one by one, the others in the vendor's totals only.
 */
public final class CallLog {

    /** How many subjects are counted one by one. */
    public static final int SUBJECT_LIMIT = 200_000;

    private final Map<String, Tally> vendors = new ConcurrentHashMap<>();
    private final Map<String, Tally> subjects = new ConcurrentHashMap<>();

    /**
     * A call to an offering.
     *
     * @param subject the subject's fingerprint; none when the call was refused before the vendor knew its subject
     */
    public void sold(String vendor, String offering, String code, boolean billed, @Nullable String subject) {
        vendors.computeIfAbsent(vendor, id -> new Tally()).sold(offering, code, billed);
        if (subject != null) {
            String key = key(vendor, subject);
            if (subjects.size() < SUBJECT_LIMIT || subjects.containsKey(key)) {
                subjects.computeIfAbsent(key, id -> new Tally()).sold(offering, code, billed);
            }
        }
    }

    /** A call to something that costs nothing. */
    public void given(String vendor, String name) {
        vendors.computeIfAbsent(vendor, id -> new Tally()).given(name);
    }

    /** All calls of a vendor since the start or the last reset. */
    public VendorCalls of(String vendor) {
        return read(vendors.get(vendor));
    }

    /** The calls of a vendor about one subject, given by its fingerprint. */
    public VendorCalls of(String vendor, String subject) {
        return read(subjects.get(key(vendor, subject)));
    }

    /** Everything is zero again. */
    public void reset() {
        vendors.clear();
        subjects.clear();
    }

    private static VendorCalls read(@Nullable Tally tally) {
        return tally == null ? VendorCalls.NONE : tally.read();
    }

    private static String key(String vendor, String subject) {
        return vendor + '/' + subject;
    }
}
