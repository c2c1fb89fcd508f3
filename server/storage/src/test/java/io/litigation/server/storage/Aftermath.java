package io.litigation.server.storage;

import io.litigation.server.keys.KeyFile;
import io.litigation.server.keys.Keys;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsResponse;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What comes after processes that asked a question each were killed at a point: others ask the same questions, at once, when
 * the leases of the dead have run out, and when the hold is over.
 */
final class Aftermath implements AutoCloseable {

    private static final Duration LEASE = Limits.PATIENT.greatestTime();
    private static final Duration HOLD = Limits.PATIENT.holdAfterUnknown();
    private static final long PRICE_NANOS = AttemptTable.nanos(Samples.HALF_A_YUAN);

    private final KillPoint point;
    private final String url;
    private final Keys keys;
    private final LoopbackVendor vendor = new LoopbackVendor();
    private final ProcessDeath death;
    private final MovableTime time = new MovableTime();
    private final List<String> companies = new ArrayList<>();

    Aftermath(KillPoint point, String url, Path place) {
        this.point = point;
        this.url = url;
        death = new ProcessDeath(point, url, place, vendor);
        keys = KeyFile.create(death.keyFile(), new SecureRandom());
        open().close();
    }

    void kill() throws IOException, InterruptedException {
        String company = "示例" + (companies.size() + 1) + "号贸易有限公司";
        companies.add(company);
        death.of(company);
        assertThat(vendor.received(company)).as("%s: what was sent", company).isEqualTo(point.received());
    }

    /** As long as a lease stands nobody else sends; where none was taken, the next one does. */
    void askAtOnce() {
        try (Replica replica = open();
                LedgerRows rows = new LedgerRows(url)) {
            for (String company : companies) {
                assertThat(rows.attempts(company)).hasSize(point.attempts()).allMatch(LedgerRows.Attempt::isUnknown);
                assertThat(rows.answers(company)).isZero();
                thePromiseIsKept(company, rows);
            }
            Map<String, CompletableFuture<SearchRecordsResponse>> searches = askAll(replica, companies);
            searches.forEach((company, search) -> {
                boolean turnedAway = replica.ledger().turnedAway(company).join();
                assertThat(turnedAway).as("%s is taken", company).isEqualTo(point.attempts() > 0);
                if (turnedAway) {
                    assertThat(search).isNotDone();
                    assertThat(vendor.received(company)).isEqualTo(point.received());
                } else {
                    isAnsweredBy(AnswerSource.ANSWER_SOURCE_VENDOR, search);
                    isGivenBack(company, rows);
                }
                thePromiseIsKept(company, rows);
            });
        }
    }

    /** Half of what was left behind is found by who asks next, half by the sweeper. */
    void askWhenTheLeasesRanOut() {
        time.advance(LEASE.plusSeconds(1));
        try (Replica replica = open();
                LedgerRows rows = new LedgerRows(url)) {
            int half = companies.size() / 2;
            areTold(replica, companies.subList(0, half), rows);
            assertThat(replica.storage().sweep().join()).isEqualTo(companies.size() - half);
            areTold(replica, companies.subList(half, companies.size()), rows);
            assertThat(replica.storage().sweep().join()).isZero();
        }
    }

    private void areTold(Replica replica, List<String> some, LedgerRows rows) {
        askAll(replica, some).forEach((company, search) -> {
            Told.Failure failure = Told.failure(search);
            assertThat(failure.reason()).isEqualTo("OUTCOME_LOST");
            assertThat(failure.chargeUncertain()).isTrue();
            assertThat(failure.retryAfter()).isBetween(HOLD.minus(LEASE), HOLD);
            assertThat(vendor.received(company)).isEqualTo(point.received());
            assertThat(rows.attempts(company))
                    .containsExactly(
                            new LedgerRows.Attempt(Optional.of("CHARGE_UNKNOWN"), Optional.of("OUTCOME_LOST")));
            assertThat(rows.leases(company)).isZero();
            thePromiseIsKept(company, rows);
        });
    }

    void askWhenTheHoldsAreOver() {
        time.advance(HOLD);
        try (Replica replica = open();
                LedgerRows rows = new LedgerRows(url)) {
            askAll(replica, companies).forEach((company, search) -> {
                isAnsweredBy(AnswerSource.ANSWER_SOURCE_VENDOR, search);
                isGivenBack(company, rows);
                assertThat(vendor.received(company)).isEqualTo(point.received() + 1);
                assertThat(rows.attempts(company))
                        .containsExactly(
                                new LedgerRows.Attempt(Optional.of("CHARGE_UNKNOWN"), Optional.of("OUTCOME_LOST")),
                                new LedgerRows.Attempt(Optional.of("CHARGE_POSSIBLY_CHARGED"), Optional.empty()));
                thePromiseIsKept(company, rows);
            });
        }
    }

    /** In the end everything is as if nobody had died. */
    void askAgain() {
        try (Replica replica = open();
                LedgerRows rows = new LedgerRows(url)) {
            askAll(replica, companies).forEach((company, search) -> {
                isAnsweredBy(AnswerSource.ANSWER_SOURCE_STORED, search);
                assertThat(vendor.received(company)).isEqualTo(point.received() + 1);
                thePromiseIsKept(company, rows);
            });
        }
    }

    /** One call, and one per attempt whose outcome stayed unknown; whatever may be charged counts. */
    private void thePromiseIsKept(String company, LedgerRows rows) {
        List<LedgerRows.Attempt> attempts = rows.attempts(company);
        long unknown = attempts.stream().filter(LedgerRows.Attempt::isUnknown).count();
        long counted =
                attempts.stream().filter(LedgerRows.Attempt::mayBeCharged).count();
        assertThat((long) vendor.received(company))
                .as("%s: what the vendor received", company)
                .isLessThanOrEqualTo(1 + unknown)
                .isLessThanOrEqualTo(attempts.size());
        assertThat(rows.calls(company)).as("%s: calls spent", company).isEqualTo(counted);
        assertThat(rows.nanos(company)).as("%s: money spent", company).isEqualTo(counted * PRICE_NANOS);
    }

    private static Map<String, CompletableFuture<SearchRecordsResponse>> askAll(Replica replica, List<String> some) {
        Map<String, CompletableFuture<SearchRecordsResponse>> searches = new LinkedHashMap<>();
        some.forEach(company -> searches.put(company, replica.ask(company)));
        return searches;
    }

    private static void isAnsweredBy(AnswerSource source, CompletableFuture<SearchRecordsResponse> search) {
        ProviderOutcome outcome = Told.answer(search);
        assertThat(outcome.getState()).isEqualTo(ProviderOutcome.State.STATE_NO_RECORDS);
        assertThat(outcome.getSource()).isEqualTo(source);
    }

    /** Nobody waits for a lease to be given back, the caller least of all. */
    private static void isGivenBack(String company, LedgerRows rows) {
        await().untilAsserted(() -> assertThat(rows.leases(company)).isZero());
    }

    private Replica open() {
        Clock clock = time.clock(Duration.ZERO);
        return new Replica(
                Storage.open(Storages.config(url), keys, clock, time),
                keys,
                clock,
                Limits.PATIENT,
                ledger -> ledger,
                threads -> new LoopbackProvider(vendor.port(), clock, threads, 0, () -> {}));
    }

    @Override
    public void close() {
        vendor.close();
    }
}
