package io.litigation.core.answers;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryAnswerStoreTest {

    private static final QuestionKey QUESTION = new QuestionKey("q");

    private final InMemoryAnswerStore store = new InMemoryAnswerStore(100_000);

    @Test
    void knowsNothingAtFirst() {
        assertThat(store.find(QUESTION)).isCompletedWithValue(Optional.empty());
    }

    @Test
    void knowsTheNewest() {
        StoredAnswer.Answered old = answered(1);
        StoredAnswer.Answered young = answered(2);
        store.put(QUESTION, old).join();
        store.put(QUESTION, young).join();

        assertThat(store.find(QUESTION)).isCompletedWithValue(Optional.of(young));
        assertThat(young.answer()).contains(young);
        assertThat(young.failure()).isEmpty();
    }

    @Test
    void aFailureRemembersTheAnswerBeforeIt() {
        StoredAnswer.Answered answered = answered(1);
        StoredAnswer.Failed failed = new StoredAnswer.Failed(
                "a3",
                ProviderException.of(FailureKind.TIMED_OUT, Charge.CHARGE_UNKNOWN)
                        .build(),
                Instant.EPOCH,
                Optional.of(answered));
        store.put(QUESTION, failed).join();

        StoredAnswer found = store.find(QUESTION).join().orElseThrow();
        assertThat(found.answer()).contains(answered);
        assertThat(found.failure()).contains(failed);
    }

    @Test
    void forgetsRatherThanGrow() {
        IntStream.range(0, 100)
                .forEach(i ->
                        store.put(new QuestionKey("q" + i), answered(10_000)).join());

        assertThat(IntStream.range(0, 100)
                        .filter(i -> store.find(new QuestionKey("q" + i)).join().isPresent())
                        .count())
                .isBetween(1L, 9L);
    }

    private static StoredAnswer.Answered answered(int bytes) {
        return new StoredAnswer.Answered(
                "a" + bytes,
                new RawAnswer(
                        "cases",
                        ByteString.copyFrom(new byte[bytes]),
                        "",
                        "",
                        "0000",
                        "",
                        Charge.CHARGE_POSSIBLY_CHARGED,
                        false,
                        Instant.EPOCH),
                1,
                Instant.EPOCH);
    }
}
