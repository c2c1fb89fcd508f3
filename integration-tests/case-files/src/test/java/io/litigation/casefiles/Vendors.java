package io.litigation.casefiles;

import com.google.protobuf.ByteString;
import io.litigation.core.merge.SourcedRecord;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.provider.submail.SubmailModule;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.xinshu.XinshuModule;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordCategory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps the rows of a scenario as the gateway does. Records are named by what people see in the file: the third of Xinshu's
 * rows is {@code x3}, what it says of a listing {@code x3L}; SUBMAIL's are {@code zxgg1}, {@code cpws2}.
 */
final class Vendors {

    /** When all answers were fetched. */
    static final Instant FETCHED = Instant.parse("2026-03-01T02:00:00Z");

    private static final String NOWHERE = "http://127.0.0.1:9";

    private Vendors() {}

    static List<SourcedRecord> records(Scenario scenario) {
        List<SourcedRecord> records = new ArrayList<>();
        List<String> providers = scenario.providers();
        for (int place = 0; place < providers.size(); place++) {
            for (LitigationRecord record : map(scenario, providers.get(place))) {
                records.add(new SourcedRecord(record, place, FETCHED));
            }
        }
        return records;
    }

    private static List<LitigationRecord> map(Scenario scenario, String name) {
        boolean xinshu = name.equals("xinshu");
        String rows = scenario.part(name);
        String reply = xinshu
                ? "{\"orderNo\":\"1\",\"data\":" + rows + ",\"rc\":\"0000\",\"msg\":\"\"}"
                : "{\"status\":\"success\",\"send_id\":\"1\",\"result\":{\"code\":\"02\",\"msg\":\"\",\"info\":" + rows
                        + "}}";
        RawAnswer answer = new RawAnswer(
                xinshu ? "executed-one-key-search" : "lawsuit",
                ByteString.copyFromUtf8(reply),
                "application/json",
                "1",
                xinshu ? "0000" : "02",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                FETCHED);
        try (Provider provider = provider(xinshu)) {
            return named(provider.map(answer, scenario.subject()).records(), xinshu);
        }
    }

    private static Provider provider(boolean xinshu) {
        ProviderPlugin plugin = xinshu ? new XinshuModule() : new SubmailModule();
        MapSettings settings = xinshu
                ? MapSettings.of("base-url", NOWHERE, "api-key", "an-api-key", "private-key", "a-private-key")
                : MapSettings.of("base-url", NOWHERE, "app-id", "an-app-id", "app-key", "an-app-key");
        return plugin.configure(settings)
                .create(new ProviderRuntime(Clock.fixed(FETCHED, ZoneOffset.UTC), Runnable::run));
    }

    private static List<LitigationRecord> named(List<MappedRecord> mapped, boolean xinshu) {
        Map<String, Integer> counts = new HashMap<>();
        List<LitigationRecord> records = new ArrayList<>();
        for (MappedRecord each : mapped) {
            LitigationRecord record = each.record();
            boolean listing = xinshu && record.getCategory() == RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR;
            String kind = xinshu ? "x" : record.getVendorCategory();
            int number = listing ? counts.getOrDefault(kind, 0) : counts.merge(kind, 1, Integer::sum);
            records.add(record.toBuilder()
                    .setRecordId(kind + number + (listing ? "L" : ""))
                    .build());
        }
        return records;
    }
}
