package io.litigation.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.util.concurrent.TimeUnit;

/**
 * A benchmark of ours beside Jackson reading the same bytes in the same run: times mean little on another machine, their
 * ratio means more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public abstract class AgainstJackson {

    /** Name of the method that all others are compared with. */
    static final String BASELINE = "jackson";

    protected static final ObjectMapper JACKSON = JsonMapper.shared();

    private byte[] json = new byte[0];

    /** The bytes that both read, as JSON. */
    protected abstract byte[] json();

    /** A text as JSON. */
    protected static byte[] quoted(String text) {
        return JACKSON.writeValueAsBytes(text);
    }

    /** Their number. */
    protected final int length() {
        return json.length;
    }

    /** Jackson reading what {@link #json} gave, and whatever JSON is packed into a text of it. */
    protected JsonNode readByJackson(byte[] bytes) {
        return JACKSON.readTree(bytes);
    }

    @Setup
    public final void takeBytes() {
        json = json();
    }

    @Benchmark
    public final JsonNode jackson(BytesRead read) {
        read.add(length());
        return readByJackson(json);
    }
}
