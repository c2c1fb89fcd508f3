package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.Offering;
import io.litigation.core.provider.Offering.SubjectFields;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.search.CallLimits;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.Leaks;
import io.litigation.provider.testkit.ManualScheduler;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.MutableClock;
import io.litigation.provider.testkit.RecordingPaidCalls;
import io.litigation.provider.testkit.VendorServer;
import io.litigation.v1.PurposeCode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A vendor on loopback and the provider that asks it, for one test. When it is closed nothing may be under way any more,
 * and nothing confidential may have been logged, written to the console, kept or thrown.
 */
final class Bench implements AutoCloseable {

    /** So that a few seconds later is another day for a vendor. */
    private static final String JUST_BEFORE_MIDNIGHT_IN_BEIJING = "2026-03-01T15:59:50Z";

    private final VendorContract suite;
    private final Told told = Told.listen();
    private final VendorServer vendor = new VendorServer();
    private final MutableClock clock = MutableClock.at(JUST_BEFORE_MIDNIGHT_IN_BEIJING);
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Provider> providers = new ArrayList<>();
    private final List<Core> cores = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    Bench(VendorContract suite) {
        this.suite = suite;
        suite.free().forEach(vendor::gives);
    }

    VendorServer vendor() {
        return vendor;
    }

    MutableClock clock() {
        return clock;
    }

    ManualScheduler scheduler() {
        return scheduler;
    }

    /** The vendor's settings, at this vendor's address. */
    MapSettings settings() {
        return suite.settings(vendor.address());
    }

    /** A provider that asks this vendor. */
    Provider provider() {
        return provider(settings());
    }

    Provider provider(MapSettings settings) {
        return provider(settings, new ProviderRuntime(clock, threads));
    }

    Provider provider(MapSettings settings, ProviderRuntime runtime) {
        Provider provider = suite.plugin().configure(settings).create(runtime);
        assertThat(settings.problems()).isEmpty();
        providers.add(provider);
        return provider;
    }

    /** Core in front of a provider that asks this vendor. */
    Core core(CallLimits limits) {
        return core(settings(), limits);
    }

    Core core(MapSettings settings, CallLimits limits) {
        Core core = new Core(provider(settings), limits, clock, scheduler, threads);
        cores.add(core);
        return core;
    }

    /** Asks once, as core would but without it. */
    CompletableFuture<RawAnswer> fetch(VendorQuestion question) {
        return fetch(provider(), question);
    }

    CompletableFuture<RawAnswer> fetch(Provider provider, VendorQuestion question) {
        return provider.fetch(request(provider, question), RecordingPaidCalls.once());
    }

    /** What core would ask: the subject has the fields that the offering declares. */
    static ProviderRequest request(Provider provider, VendorQuestion question) {
        return new ProviderRequest(
                question.offering(), projected(provider, question), PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
    }

    /** The offering that a question is for. */
    static Offering offering(Provider provider, VendorQuestion question) {
        return provider.offerings().stream()
                .filter(offered -> offered.name().equals(question.offering()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no offering " + question.offering()));
    }

    /** The fields that an offering declares for the subject of a question. */
    static SubjectFields declared(Provider provider, VendorQuestion question) {
        SubjectFields fields =
                offering(provider, question).subjects().get(question.subject().kind());
        if (fields == null) {
            throw new AssertionError(question + " is not for sale");
        }
        return fields;
    }

    static Subject projected(Provider provider, VendorQuestion question) {
        SubjectFields fields = declared(provider, question);
        Set<SubjectField> declared = EnumSet.noneOf(SubjectField.class);
        declared.addAll(fields.required());
        declared.addAll(fields.optional());
        return question.subject().project(declared);
    }

    /** The failure of something, which is then looked through for what it tells. */
    ProviderException failure(CompletableFuture<?> future) {
        ProviderException failure = Failures.of(future);
        listenTo(Leaks.everythingSaidBy(failure));
        return failure;
    }

    /** Keeps a text that somebody might log, to be looked through at the end. */
    void listenTo(Object text) {
        said.append(text).append('\n');
    }

    /** What went over the wire so far. */
    List<SentQuestion> sent() {
        return vendor.requests().stream().map(suite::sent).toList();
    }

    /** What must not be told of all this. */
    Confidential confidential() {
        return Confidential.of(suite).and(sent());
    }

    @Override
    public void close() {
        try {
            providers.forEach(Provider::close);
            vendor.close();
            assertThreadsEnd();
        } finally {
            told.close();
        }
        Confidential confidential = confidential();
        confidential.assertAbsentFrom("log or console", told.text());
        confidential.assertAbsentFrom("a text of a failure or value", said.toString());
        cores.forEach(core -> confidential.assertAbsentFrom("ledger or report", core.traces()));
    }

    /** Nothing must be under way any more; nothing can be begun after this. */
    void assertThreadsEnd() {
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS))
                    .as("nothing is under way when the provider is closed")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
