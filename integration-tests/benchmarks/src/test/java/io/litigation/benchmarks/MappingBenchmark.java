package io.litigation.benchmarks;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.Json;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.ReplyText;
import io.litigation.provider.http.StrictJson;
import io.litigation.provider.testkit.Subjects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Mapping a whole answer; within that, reading it as JSON; and Jackson doing the latter. */
public class MappingBenchmark extends AgainstJackson {

    @Param
    public Vendor vendor = Vendor.XINSHU;

    @Param({"1", "20", "5000"})
    public int records = 1;

    private final Subject subject = Subjects.person();
    private final List<Provider> providers = new ArrayList<>();
    private RawAnswer answer = Vendor.XINSHU.answer(ByteString.EMPTY);

    @Override
    protected byte[] json() {
        return vendor.reply(records);
    }

    @Setup
    public void prepare() {
        answer = vendor.answer(ByteString.copyFrom(json()));
        providers.add(vendor.provider());
    }

    @TearDown(Level.Trial)
    public void close() {
        providers.forEach(Provider::close);
    }

    @Benchmark
    public ProviderAnswer map(BytesRead read) {
        read.add(length());
        ProviderAnswer mapped = providers.get(0).map(answer, subject);
        if (mapped.records().size() < records) {
            throw new IllegalStateException("only " + mapped.records().size() + " records");
        }
        return mapped;
    }

    @Benchmark
    public Json strictJson(BytesRead read) throws JsonUnreadableException {
        read.add(length());
        JsonObject reply = StrictJson.parseObject(ReplyText.of(answer.body()).text());
        return reply.get("result") instanceof JsonObject result
                ? result.get("info").unpacked()
                : reply;
    }

    @Override
    protected JsonNode readByJackson(byte[] bytes) {
        JsonNode reply = JACKSON.readTree(bytes);
        JsonNode info = reply.path("result").path("info");
        return info.isString() ? JACKSON.readTree(info.stringValue()) : reply;
    }
}
