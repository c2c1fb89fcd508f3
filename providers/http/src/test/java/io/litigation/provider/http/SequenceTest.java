package io.litigation.provider.http;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

class SequenceTest {

    @Test
    void cancelReachesTheFirstStepAndTheSecondNeverStarts() {
        CompletableFuture<String> first = new CompletableFuture<>();
        AtomicBoolean started = new AtomicBoolean();

        Sequence.of(first, value -> {
                    started.set(true);
                    return CompletableFuture.completedFuture(value);
                })
                .cancel(true);
        first.complete("late");

        assertThat(first).isCancelled();
        assertThat(started).isFalse();
    }

    @Test
    void cancelReachesTheSecondStep() {
        CompletableFuture<String> second = new CompletableFuture<>();

        Sequence.of(CompletableFuture.completedFuture("x"), value -> second).cancel(true);

        assertThat(second).isCancelled();
    }

    @Test
    void givesTheSecondStepsResultOrEithersFailure() {
        IllegalStateException failure = new IllegalStateException("broken");

        assertThat(Sequence.of(CompletableFuture.completedFuture(1), n -> CompletableFuture.completedFuture(n + 1)))
                .isCompletedWithValue(2);
        assertThat(Sequence.of(CompletableFuture.failedFuture(failure), n -> CompletableFuture.completedFuture(n)))
                .isCompletedExceptionally();
        assertThat(Sequence.of(CompletableFuture.completedFuture(1), n -> {
                    throw failure;
                }))
                .isCompletedExceptionally();
    }
}
