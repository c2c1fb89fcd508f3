package io.litigation.provider.submail;

import io.litigation.benchmarks.AgainstJackson;
import io.litigation.benchmarks.BytesRead;
import io.litigation.core.provider.Secret;
import io.litigation.provider.http.FormEncoding;
import io.litigation.provider.testkit.Subjects;
import org.openjdk.jmh.annotations.Benchmark;

import java.util.Map;
import java.util.TreeMap;

/** Signing a request. In the vendor's package, which shows its signer to nobody else. */
public class SubmailSigningBenchmark extends AgainstJackson {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final SubmailSigner signer = new SubmailSigner(Secret.of(KEY));
    private final Map<String, String> parameters = Map.of(
            "idNo", Subjects.ID_NUMBER,
            "mobile", Subjects.MOBILE,
            "name", Subjects.NAME,
            "timestamp", "1772330400");

    /** What is signed. */
    @Override
    protected byte[] json() {
        Map<String, String> signed = new TreeMap<>(parameters);
        signed.put("appkey", KEY);
        return quoted(FormEncoding.join(signed));
    }

    @Benchmark
    public String sign(BytesRead read) {
        read.add(length());
        return signer.sign(parameters);
    }
}
