package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

abstract class AnswerContract {

    abstract Backing backing();

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(find()).isEmpty();
        assertThat(backing().answers().atHand(Samples.QUESTION)).isEmpty();
    }

    @Test
    void anAnswerIsGivenBackAsItWas() {
        StoredAnswer.Answered answer = answered("a1");
        put(answer);

        assertThat(find()).contains(answer);
        assertThat(backing().answers().atHand(Samples.QUESTION)).contains(answer);
        assertThat(backing().answers().find(Samples.OTHER_QUESTION).join()).isEmpty();
    }

    @Test
    void theNewestCounts() {
        put(answered("a1"));
        backing().clock().advance(Duration.ofMinutes(1));
        put(answered("a2"));

        assertThat(find().map(StoredAnswer::id)).contains("a2");
    }

    @Test
    void aFailureStandsBesideTheAnswerBeforeIt() {
        StoredAnswer.Answered before = answered("a1");
        put(before);
        backing().clock().advance(Duration.ofMinutes(1));
        put(new StoredAnswer.Failed("a2", Samples.failure(), backing().clock().instant(), Optional.of(before)));

        StoredAnswer found = find().orElseThrow();
        assertThat(found.id()).isEqualTo("a2");
        assertThat(found.answer()).contains(before);
        assertThat(found.time()).isEqualTo(backing().clock().instant());
        ProviderException cause = found.failure().orElseThrow().cause();
        assertThat(cause.kind()).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(cause.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(cause.vendorCode()).isEqualTo("HTTP_502");
        assertThat(cause.vendorMessage()).isEqualTo("忙");
        assertThat(cause.vendorReference()).isEqualTo("ref");
    }

    @Test
    void theSameOneMayBeStoredTwice() {
        put(answered("a1"));
        put(answered("a1"));

        assertThat(find().map(StoredAnswer::id)).contains("a1");
    }

    private StoredAnswer.Answered answered(String id) {
        return Samples.answered(id, "{\"rc\":\"0000\"}", backing().clock().instant());
    }

    private void put(StoredAnswer answer) {
        backing().answers().put(Samples.QUESTION, answer).join();
    }

    private Optional<StoredAnswer> find() {
        return backing().answers().find(Samples.QUESTION).join();
    }
}
