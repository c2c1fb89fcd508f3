package io.litigation.sandbox.fault;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers how often a fault has struck a name at a vendor, so that it can recover. */
public final class FaultCounts {

    private final Map<String, Integer> struck = new ConcurrentHashMap<>();

    /**
     * The faults that this call meets, and one strike less for those that recover.
     *
     * @param vendor the vendor's id
     * @param subject the subject's fingerprint
     */
    public List<Fault> strike(String vendor, String subject, List<TimedFault> faults) {
        return faults.stream()
                .filter(fault -> fault.times() == TimedFault.ALWAYS
                        || struck.merge(vendor + '/' + subject + '/' + fault.word(), 1, Integer::sum) <= fault.times())
                .map(TimedFault::fault)
                .toList();
    }

    /** Every fault begins anew. */
    public void reset() {
        struck.clear();
    }
}
