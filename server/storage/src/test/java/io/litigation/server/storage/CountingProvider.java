package io.litigation.server.storage;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import io.litigation.core.provider.Offering;
import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.Charge;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor that has nothing about anybody, and counts how often it is paid for saying so. */
final class CountingProvider implements Provider {

    private static final Offering OFFERING = new Offering(
            "cases",
            Set.of(RecordCategory.RECORD_CATEGORY_ENFORCEMENT),
            Map.of(
                    SubjectKind.SUBJECT_KIND_ORGANIZATION,
                    new Offering.SubjectFields(Set.of(SubjectField.NAME), Set.of())),
            Money.newBuilder().setCurrencyCode("CNY").setNanos(500_000_000).build());

    private final Clock clock;
    private final AtomicInteger paid;

    CountingProvider(Clock clock, AtomicInteger paid) {
        this.clock = clock;
        this.paid = paid;
    }

    @Override
    public String name() {
        return "alpha";
    }

    @Override
    public String displayName() {
        return "Vendor alpha";
    }

    @Override
    public VendorAccount account() {
        return new VendorAccount(URI.create("https://alpha.example"), Secret.of("account"));
    }

    @Override
    public List<Offering> offerings() {
        return List.of(OFFERING);
    }

    @Override
    public CompletableFuture<RawAnswer> fetch(ProviderRequest request, PaidCalls calls) {
        return calls.call(attempt -> CompletableFuture.completedFuture(new RawAnswer(
                OFFERING.name(),
                ByteString.copyFromUtf8("none"),
                "text/plain",
                "ref-" + paid.incrementAndGet(),
                "0001",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                clock.instant())));
    }

    @Override
    public ProviderAnswer map(RawAnswer answer, Subject subject) {
        return new ProviderAnswer(ProviderAnswer.Verdict.NO_RECORDS, List.of(), List.of());
    }

    @Override
    public int mapperVersion() {
        return 1;
    }

    @Override
    public void close() {}
}
