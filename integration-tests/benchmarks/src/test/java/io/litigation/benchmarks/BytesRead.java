package io.litigation.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts the bytes that a benchmark reads, so that JMH tells the time per byte beside the time per call. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class BytesRead {

    /** Name of the counter in JMH's results. */
    static final String COUNTER = "bytes";

    /** For JMH, which sets it to zero before each iteration. */
    public long bytes;

    public void add(int count) {
        bytes += count;
    }
}
