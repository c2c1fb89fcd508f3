package io.litigation.provider.testkit.contract;

import com.google.type.Money;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.InMemoryQueryLedger.Attempt;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderException;
import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.VendorServer;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** No request goes to the vendor before its intent is in the ledger; no intent is left open. */
abstract class AttemptsGroup extends ContractGroup {

    AttemptsGroup(VendorContract suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> anAnswerFindsItsIntentInTheLedger() {
        return each(suite().questions(), (bench, question) -> {
            bench.vendor().replies(200, "application/json", question.records().toByteArray());
            Core core = bench.core(Limits.usual());
            List<List<Attempt>> found = ledgerAtEachRequest(bench, core);

            core.search(question.subject());

            assertThat(found).hasSize(1);
            assertOneIntentPerRequest(found, core);
        });
    }

    /** The operator calls everything free, so that whatever may be tried again is. */
    @TestFactory
    Stream<DynamicTest> eachRetryFindsItsOwnIntentInTheLedger() {
        return each(suite().failures(), (bench, sample) -> {
            for (int i = 0; i < Limits.ATTEMPTS; i++) {
                bench.vendor()
                        .replies(
                                sample.status(),
                                "application/json",
                                sample.body().toByteArray());
            }
            Core core = bench.core(Limits.free(sample.vendorCode()));
            List<List<Attempt>> found = ledgerAtEachRequest(bench, core, sample.delay());

            bench.listenTo(Core.refusal(core.begin(question().subject())));

            assertOneIntentPerRequest(found, core);
            assertThat(core.attempts())
                    .extracting(attempt -> attempt.intent().attempt())
                    .startsWith(1)
                    .isSorted();
            assertThat(core.attempts()).allSatisfy(attempt -> {
                assertThat(attempt.intent().offering()).isEqualTo(question().offering());
                assertThat(attempt.intent().price()).isEqualTo(price(bench.provider()));
            });
        });
    }

    /** Looked at when all threads have ended, so that nothing can be on its way unseen. */
    @Test
    void nothingIsSentWhereTheIntentIsRefused() {
        vendor().replies(200, "application/json", question().records().toByteArray());
        Provider provider = bench().provider();
        PaidCalls refusing = exchange -> CompletableFuture.failedFuture(
                ProviderException.of(FailureKind.LEDGER_UNAVAILABLE, Charge.CHARGE_NOT_CHARGED)
                        .build());

        ProviderException failure = bench().failure(provider.fetch(Bench.request(provider, question()), refusing));
        bench().assertThreadsEnd();

        assertThat(failure.kind()).isEqualTo(FailureKind.LEDGER_UNAVAILABLE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertThat(vendor().requestCount()).isZero();
    }

    @Test
    void aLostConnectionIsOnRecordOnce() {
        vendor().resets().resets();
        Core core = bench().core(Limits.usual());
        List<List<Attempt>> found = ledgerAtEachRequest(bench(), core);

        core.refusal(question().subject());

        assertThat(found).hasSize(1);
        assertOneIntentPerRequest(found, core);
        assertThat(core.settled()).extracting(AttemptOutcome::charge).containsExactly(Charge.CHARGE_UNKNOWN);
    }

    /** Where there is another address the next attempt goes there, by an intent of its own. */
    @Test
    void anAttemptThatReachesNobodyIsOnRecordAndCostsNothing() {
        Optional<String> fallback = suite().fallbackKey();
        MapSettings nowhere = suite().settings(VendorServer.nowhere());
        MapSettings settings = fallback.map(
                        key -> nowhere.with(key, vendor().address().toString()))
                .orElse(nowhere);
        vendor().replies(200, "application/json", question().records().toByteArray());
        Core core = bench().core(settings, Limits.usual());
        List<List<Attempt>> found = ledgerAtEachRequest(bench(), core);

        CompletableFuture<?> search = core.begin(question().subject());
        CompletableFuture<?> over = search.handle((answer, failure) -> answer);
        Failures.none(over);

        int reached = fallback.isPresent() ? 1 : 0;
        int missed = fallback.isPresent() ? 1 : Limits.ATTEMPTS;
        assertThat(search.isCompletedExceptionally()).isEqualTo(fallback.isEmpty());
        assertThat(core.settled()).hasSize(missed + reached);
        assertThat(core.settled().subList(0, missed)).allSatisfy(settled -> {
            assertThat(settled.failure()).contains(FailureKind.UNREACHABLE);
            assertThat(settled.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        });
        assertThat(found).hasSize(reached);
        found.forEach(ledger -> assertThat(ledger).hasSize(missed + 1).last().matches(AttemptsGroup::isOpen));
    }

    private static void assertOneIntentPerRequest(List<List<Attempt>> found, Core core) {
        for (int i = 0; i < found.size(); i++) {
            List<Attempt> ledger = found.get(i);
            assertThat(ledger).as("intents when request %d came in", i + 1).hasSize(i + 1);
            assertThat(ledger.get(i)).matches(AttemptsGroup::isOpen, "is under way");
            assertThat(ledger.subList(0, i)).noneMatch(AttemptsGroup::isOpen);
        }
        assertThat(core.settled()).hasSameSizeAs(found);
    }

    private static boolean isOpen(Attempt attempt) {
        return attempt.outcome().isEmpty();
    }

    private Money price(Provider provider) {
        return Bench.offering(provider, question()).price();
    }

    private static List<List<Attempt>> ledgerAtEachRequest(Bench bench, Core core) {
        return ledgerAtEachRequest(bench, core, Duration.ZERO);
    }

    private static List<List<Attempt>> ledgerAtEachRequest(Bench bench, Core core, Duration delay) {
        List<List<Attempt>> found = Collections.synchronizedList(new ArrayList<>());
        bench.vendor().beforeEachReply(() -> {
            found.add(core.attempts());
            bench.clock().advance(delay);
        });
        return found;
    }
}
