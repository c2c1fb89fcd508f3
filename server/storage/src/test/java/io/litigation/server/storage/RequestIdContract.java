package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Claim;
import io.litigation.core.ledger.Claim.Conflict;
import io.litigation.core.ledger.Claim.Valid;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RequestIdContract {

    abstract Backing backing();

    @Test
    void aNewOneIsValidAndHasNoAnswersYet() {
        assertThat(claim("desk", "d1")).isEqualTo(new Valid(Map.of(), Duration.ZERO));
        assertThat(again("d1").pinned()).isEmpty();
    }

    @Test
    void tellsHowLongAgoItWasFirstUsed() {
        claim("desk", "d1");
        backing().clock().advance(Duration.ofHours(2));
        claim("desk", "d1");
        backing().clock().advance(Duration.ofHours(1));

        assertThat(again("d1").age()).isBetween(Duration.ofHours(3), Duration.ofHours(4));
    }

    @Test
    void anotherRequestIsAConflict() {
        claim("desk", "d1");

        assertThat(claim("desk", "d2")).isEqualTo(new Conflict());
        assertThat(claim("other", "d2")).isInstanceOf(Valid.class);
    }

    @Test
    void keepsTheFirstAnswerThatWasGiven() {
        claim("desk", "d1");
        StoredAnswer.Answered first = given("a1");
        given("a2");

        assertThat(again("d1").pinned()).isEqualTo(Map.of(Samples.QUESTION, first));
    }

    @Test
    void afterADayItIsFree() {
        claim("desk", "d1");
        given("a1");
        backing().clock().advance(Duration.ofHours(24).plusSeconds(1));

        assertThat(claim("desk", "d2")).isEqualTo(new Valid(Map.of(), Duration.ZERO));
    }

    private Valid again(String digest) {
        return (Valid) claim("desk", digest);
    }

    private StoredAnswer.Answered given(String id) {
        StoredAnswer.Answered answer =
                Samples.answered(id, "body of " + id, backing().clock().instant());
        backing().answers().put(Samples.QUESTION, answer).join();
        backing()
                .ledger()
                .record(Samples.lookup(
                        "l-" + id, "desk", backing().clock().instant(), Map.of(Samples.QUESTION, id), true))
                .join();
        return answer;
    }

    private Claim claim(String caller, String digest) {
        return backing()
                .ledger()
                .claim("default", caller, "order-1", List.of(digest))
                .join();
    }
}
