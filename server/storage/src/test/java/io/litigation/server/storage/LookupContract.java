package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.GivenAnswers;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupPage;
import io.litigation.core.ledger.LookupQuery;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Purpose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

abstract class LookupContract {

    abstract Backing backing();

    @Test
    void aLookupIsReadBack() {
        Lookup written = record("l1", "desk");

        Lookup read = page(query("desk", Optional.empty(), 10)).lookups().get(0);
        assertThat(read.lookupId()).isEqualTo("l1");
        assertThat(read.method()).isEqualTo(written.method());
        assertThat(read.requestId()).isEqualTo(written.requestId());
        assertThat(read.caller()).isEqualTo("desk");
        assertThat(read.tenant()).isEqualTo("default");
        assertThat(read.purpose()).isEqualTo(written.purpose());
        assertThat(read.outcomes()).isEqualTo(written.outcomes());
        assertThat(read.code()).isEqualTo(written.code());
        assertThat(read.time()).isEqualTo(written.time());
    }

    @Test
    void aLookupAboutNobodyHasNoSubject() {
        Instant now = backing().clock().instant();
        backing().ledger().record(Samples.listing("l1", "desk", now)).join();

        Lookup read = page(query("desk", Optional.empty(), 10)).lookups().get(0);
        assertThat(read.method()).isEqualTo("ListLookups");
        assertThat(read.subjectToken()).isEmpty();
        assertThat(read.requestId()).isEmpty();
        assertThat(read.purpose()).isEqualTo(Purpose.getDefaultInstance());
        assertThat(read.outcomes()).isEmpty();
    }

    @Test
    void theNewestComeFirstPageByPage() {
        for (int i = 1; i <= 5; i++) {
            record("l" + i, "desk");
        }

        LookupPage one = page(query("desk", Optional.empty(), 2));
        LookupPage two = page(query("desk", one.end(), 2));
        LookupPage three = page(query("desk", two.end(), 2));
        assertThat(ids(one)).containsExactly("l5", "l4");
        assertThat(ids(two)).containsExactly("l3", "l2");
        assertThat(ids(three)).containsExactly("l1");
        assertThat(three.end()).isEmpty();
    }

    @Test
    void aCallerSeesItsOwnAndATenantItsCallers() {
        record("l1", "desk");
        record("l2", "other");

        assertThat(ids(page(query("desk", Optional.empty(), 10)))).containsExactly("l1");
        LookupQuery all =
                new LookupQuery("default", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
        assertThat(ids(page(all))).containsExactly("l2", "l1");
        LookupQuery others = new LookupQuery(
                "elsewhere", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
        assertThat(ids(page(others))).isEmpty();
    }

    @Test
    void tellsWhatASearchWasGivenAndHowLongAgo() {
        StoredAnswer.Answered answer = answered("a1");
        backing()
                .ledger()
                .record(answeredWith("l1", Map.of(Samples.QUESTION, "a1")))
                .join();
        backing().clock().advance(Duration.ofMinutes(3));

        GivenAnswers given = given("default", "desk", "l1").orElseThrow();

        assertThat(given.requestId()).isEqualTo("order-1");
        assertThat(given.outcomes()).isEqualTo(lookup("l1", "desk").outcomes());
        assertThat(given.answers()).isEqualTo(Map.of(Samples.QUESTION, answer));
        assertThat(given.age()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
    }

    @Test
    void whatASearchWasGivenIsItsCallersOnly() {
        record("l1", "desk");

        assertThat(given("default", "desk", "l1")).isPresent();
        assertThat(given("default", "other", "l1")).isEmpty();
        assertThat(given("elsewhere", "desk", "l1")).isEmpty();
        assertThat(given("default", "desk", "l2")).isEmpty();
    }

    @Test
    void anAnswerThatIsNotStoredAnyMoreIsMissingInWhatASearchWasGiven() {
        answered("a1");
        backing()
                .ledger()
                .record(answeredWith("l1", Map.of(Samples.QUESTION, "a1", Samples.OTHER_QUESTION, "a0")))
                .join();

        assertThat(given("default", "desk", "l1").orElseThrow().answers()).containsOnlyKeys(Samples.QUESTION);
    }

    private StoredAnswer.Answered answered(String id) {
        StoredAnswer.Answered answer =
                Samples.answered(id, "body of " + id, backing().clock().instant());
        backing().answers().put(Samples.QUESTION, answer).join();
        return answer;
    }

    private Lookup answeredWith(String id, Map<QuestionKey, String> answers) {
        return Samples.lookup(id, "desk", backing().clock().instant(), answers, false);
    }

    private Optional<GivenAnswers> given(String tenant, String caller, String lookupId) {
        return backing().ledger().given(tenant, caller, lookupId).join();
    }

    @Test
    void aTimeIsFromOneMomentUntilJustBeforeAnother() {
        Instant start = backing().clock().instant();
        for (int i = 1; i <= 3; i++) {
            record("l" + i, "desk");
            backing().clock().advance(Duration.ofMinutes(1));
        }

        LookupQuery second = new LookupQuery(
                "default",
                Optional.of("desk"),
                Optional.of(start.plusSeconds(60)),
                Optional.of(start.plusSeconds(120)),
                Optional.empty(),
                10);
        assertThat(ids(page(second))).containsExactly("l2");
    }

    @Test
    void manyAtOnceAreAllWritten() {
        List<CompletableFuture<Void>> written = IntStream.range(0, 1_000)
                .mapToObj(i -> backing().ledger().record(lookup("l" + i, "desk")))
                .toList();
        written.forEach(CompletableFuture::join);

        assertThat(page(query("desk", Optional.empty(), 2_000)).lookups()).hasSize(1_000);
    }

    private Lookup record(String id, String caller) {
        Lookup lookup = lookup(id, caller);
        backing().ledger().record(lookup).join();
        return lookup;
    }

    private Lookup lookup(String id, String caller) {
        return Samples.lookup(id, caller, backing().clock().instant(), Map.of(), false);
    }

    private static LookupQuery query(String caller, Optional<Long> after, int size) {
        return new LookupQuery("default", Optional.of(caller), Optional.empty(), Optional.empty(), after, size);
    }

    private LookupPage page(LookupQuery query) {
        return backing().ledger().lookups(query).join();
    }

    private static List<String> ids(LookupPage page) {
        return page.lookups().stream().map(Lookup::lookupId).toList();
    }
}
