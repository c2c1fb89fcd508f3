package io.litigation.server.storage;

import io.litigation.v1.AnswerSource;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Three replicas on one PostgreSQL. The first one's clock is half a minute slow, the last one's half a minute fast. */
@Timeout(120)
class SkewedClocksTest {

    private static final Duration LEASE = Limits.PATIENT.greatestTime();
    private static final Duration HOLD = Limits.PATIENT.holdAfterUnknown();
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final List<Duration> SKEWS = List.of(SKEW.negated(), Duration.ZERO, SKEW);
    /** What a test itself may take, at most; less than clocks differ. */
    private static final Duration SLACK = Duration.ofSeconds(15);

    private final MovableTime time = new MovableTime();
    private final LoopbackVendor vendor = new LoopbackVendor();
    private final String url = Postgres.emptyDatabase();
    private final List<Replica> replicas = SKEWS.stream().map(this::open).toList();

    private Replica open(Duration fast) {
        Clock clock = time.clock(fast);
        return new Replica(
                Storage.open(Storages.config(url), Storages.KEYS, clock, time),
                Storages.KEYS,
                clock,
                Limits.PATIENT,
                ledger -> ledger,
                threads -> new LoopbackProvider(vendor.port(), clock, threads, 0, () -> {}));
    }

    @AfterEach
    void close() {
        vendor.close();
        replicas.forEach(Replica::close);
    }

    @Test
    void whatAllAskAtOnceIsOneCall() {
        List<String> companies = companies(20);
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        companies.forEach(company -> vendor.whenRead(company, () -> answer));
        List<List<CompletableFuture<SearchRecordsResponse>>> searches = companies.stream()
                .map(company ->
                        replicas.stream().map(replica -> replica.ask(company)).toList())
                .toList();
        companies.forEach(company -> assertThat(replicas.stream()
                        .filter(replica -> replica.ledger().turnedAway(company).join()))
                .as("who is turned away from %s", company)
                .hasSize(2));
        answer.complete(true);

        searches.forEach(asked -> assertThat(
                        asked.stream().map(search -> Told.answer(search).getSource()))
                .containsExactlyInAnyOrder(
                        AnswerSource.ANSWER_SOURCE_VENDOR,
                        AnswerSource.ANSWER_SOURCE_SHARED,
                        AnswerSource.ANSWER_SOURCE_SHARED));
        assertThat(companies).allMatch(company -> vendor.received(company) == 1);
    }

    @Test
    void anAnswerIsOfTheSameAgeForAll() {
        Duration age = Duration.ofMinutes(10);
        forEachTwo((storing, asking, company) -> {
            assertThat(source(storing.ask(company))).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        });
        time.advance(age);

        forEachTwo((storing, asking, company) -> {
            assertThat(source(asking.ask(company, age.plus(SLACK)))).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            assertThat(source(asking.ask(company, age.plus(SLACK))))
                    .as("from its memory")
                    .isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            assertThat(vendor.received(company)).isEqualTo(1);
            assertThat(source(asking.ask(company, age.minusMillis(1)))).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
            assertThat(vendor.received(company)).isEqualTo(2);
        });
    }

    @Test
    void aLeaseIsTakenByNobodyBeforeItsEnd() {
        List<String> companies = companies(replicas.size());
        List<CompletableFuture<SearchRecordsResponse>> waiting = new ArrayList<>();
        for (int i = 0; i < replicas.size(); i++) {
            String company = companies.get(i);
            begin(replicas.get(i), company);
            others(i).forEach(other -> {
                waiting.add(other.ask(company));
                assertThat(other.ledger().turnedAway(company).join()).isTrue();
            });
        }
        time.advance(LEASE.minus(SLACK));
        replicas.forEach(SkewedClocksTest::looksAgain);

        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        assertThat(companies).allMatch(company -> vendor.received(company) == 1);
        assertThat(replicas.get(0).storage().sweep().join()).isZero();
    }

    @Test
    void theHoldAfterALostOutcomeIsAsLongForAll() {
        List<String> companies = companies(SKEWS.size());
        for (int i = 0; i < SKEWS.size(); i++) {
            try (Replica dying = open(SKEWS.get(i))) {
                begin(dying, companies.get(i));
            }
        }
        time.advance(LEASE);

        isHeldAsLongByAll(companies, "OUTCOME_LOST");
    }

    @Test
    void theHoldAfterACutConnectionIsAsLongForAll() {
        List<String> companies = companies(replicas.size());
        for (int i = 0; i < replicas.size(); i++) {
            String company = companies.get(i);
            vendor.whenRead(company, () -> CompletableFuture.completedFuture(false));
            assertThat(Told.failure(replicas.get(i).ask(company)).reason()).isEqualTo("VENDOR_CONNECTION_LOST");
        }

        isHeldAsLongByAll(companies, "VENDOR_CONNECTION_LOST");
    }

    /** Whoever left it behind, whoever asks, and whoever asks first when it is over. */
    private void isHeldAsLongByAll(List<String> companies, String reason) {
        isHeldByAll(companies, reason, HOLD);
        time.advance(HOLD.minus(SLACK));
        isHeldByAll(companies, reason, SLACK);
        assertThat(companies).allMatch(company -> vendor.received(company) == 1);
        time.advance(SLACK);
        for (int i = 0; i < companies.size(); i++) {
            String company = companies.get(i);
            Replica next = replicas.get((i + 1) % replicas.size());
            assertThat(source(next.ask(company))).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
            assertThat(replicas).allMatch(replica -> source(replica.ask(company)) != AnswerSource.ANSWER_SOURCE_VENDOR);
            assertThat(vendor.received(company)).isEqualTo(2);
        }
    }

    private void isHeldByAll(List<String> companies, String reason, Duration left) {
        for (String company : companies) {
            for (Replica replica : replicas) {
                Told.Failure failure = Told.failure(replica.ask(company));
                assertThat(failure.reason()).isEqualTo(reason);
                assertThat(failure.retryAfter()).isBetween(left.minus(SLACK), left);
            }
        }
    }

    /** Begins a search that the vendor does not answer. */
    private void begin(Replica replica, String company) {
        CompletableFuture<Void> there = new CompletableFuture<>();
        vendor.whenRead(company, () -> {
            there.complete(null);
            return new CompletableFuture<>();
        });
        CompletableFuture<SearchRecordsResponse> unused = replica.ask(company);
        there.join();
    }

    /** After two more looks one of them was begun after now. */
    private static void looksAgain(Replica replica) {
        int before = replica.ledger().looks();
        await().until(() -> replica.ledger().looks() >= before + 4);
    }

    private List<Replica> others(int one) {
        return replicas.stream().filter(replica -> replica != replicas.get(one)).toList();
    }

    private static AnswerSource source(CompletableFuture<SearchRecordsResponse> search) {
        return Told.answer(search).getSource();
    }

    private static List<String> companies(int count) {
        return IntStream.range(1, count + 1).mapToObj(i -> "示例" + i + "号贸易有限公司").toList();
    }

    private void forEachTwo(Two two) {
        for (int one = 0; one < replicas.size(); one++) {
            for (int other = 0; other < replicas.size(); other++) {
                two.take(replicas.get(one), replicas.get(other), "示例" + one + "加" + other + "贸易有限公司");
            }
        }
    }

    private interface Two {
        void take(Replica storing, Replica asking, String company);
    }
}
