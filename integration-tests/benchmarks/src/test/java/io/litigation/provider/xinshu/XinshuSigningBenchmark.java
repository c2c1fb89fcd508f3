package io.litigation.provider.xinshu;

import io.litigation.benchmarks.AgainstJackson;
import io.litigation.benchmarks.BytesRead;
import io.litigation.core.provider.Secret;
import org.openjdk.jmh.annotations.Benchmark;

import java.time.Instant;

/** Signing a request. In the vendor's package, which shows its signer to nobody else. */
public class XinshuSigningBenchmark extends AgainstJackson {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final XinshuSigner signer = new XinshuSigner(Secret.of(KEY));
    private final Instant now = Instant.parse("2026-03-01T02:00:00Z");

    /** What is signed. */
    @Override
    protected byte[] json() {
        return quoted(KEY + "20260301");
    }

    @Benchmark
    public String sign(BytesRead read) {
        read.add(length());
        return signer.sign(now).hex();
    }
}
