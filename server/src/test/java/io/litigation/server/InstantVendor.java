package io.litigation.server;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import io.litigation.core.provider.Offering;
import io.litigation.core.provider.Offering.SubjectFields;
import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderBlueprint;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.ProviderSettings;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A vendor that answers every question with one record, at once and without a network, unless it is held up. */
final class InstantVendor implements ProviderPlugin {

    private final Runnable before;

    InstantVendor() {
        this(() -> {});
    }

    /**
     * A vendor that is waited for.
     *
     * @param before what it does before it answers, on the thread of the exchange
     */
    InstantVendor(Runnable before) {
        this.before = before;
    }

    @Override
    public String name() {
        return "instant";
    }

    @Override
    public String displayName() {
        return "Instant vendor";
    }

    @Override
    public ProviderBlueprint configure(ProviderSettings settings) {
        return runtime -> new Instant(runtime, before);
    }

    private record Instant(ProviderRuntime runtime, Runnable before) implements Provider {

        private static final SubjectFields NAME = new SubjectFields(Set.of(SubjectField.NAME), Set.of());

        @Override
        public String name() {
            return "instant";
        }

        @Override
        public String displayName() {
            return "Instant vendor";
        }

        @Override
        public VendorAccount account() {
            return new VendorAccount(URI.create("https://instant.example"), Secret.of("account"));
        }

        @Override
        public List<Offering> offerings() {
            return List.of(new Offering(
                    "search",
                    Set.of(RecordCategory.RECORD_CATEGORY_OTHER),
                    Map.of(SubjectKind.SUBJECT_KIND_ORGANIZATION, NAME),
                    Money.getDefaultInstance()));
        }

        @Override
        public CompletableFuture<RawAnswer> fetch(ProviderRequest request, PaidCalls calls) {
            return calls.call(attempt -> CompletableFuture.supplyAsync(this::answer, runtime.executor()));
        }

        private RawAnswer answer() {
            before.run();
            return new RawAnswer(
                    "search",
                    ByteString.copyFromUtf8("one"),
                    "text/plain",
                    "reference",
                    "0",
                    "",
                    Charge.CHARGE_POSSIBLY_CHARGED,
                    false,
                    runtime.clock().instant());
        }

        @Override
        public ProviderAnswer map(RawAnswer answer, Subject subject) {
            LitigationRecord record = LitigationRecord.newBuilder()
                    .setCategory(RecordCategory.RECORD_CATEGORY_OTHER)
                    .setProvider("instant")
                    .build();
            return new ProviderAnswer(
                    Verdict.RECORDS_FOUND, List.of(new MappedRecord(record, List.of("one"))), List.of());
        }

        @Override
        public int mapperVersion() {
            return 1;
        }

        @Override
        public void close() {}
    }
}
