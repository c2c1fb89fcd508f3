package io.litigation.provider.submail;

import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.Sequence;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * One question and what its attempts have learned: an attempt after one that reached nobody goes to the other address,
 * and one after a rejected timestamp is signed with the vendor's own time. Its attempts follow one another.
 */
final class SubmailQuestion {

    private final SubmailConfig config;
    private final SubmailClient client;
    private final Clock clock;
    private final Subject subject;
    private volatile boolean useFallback;
    private volatile boolean askForTime;

    SubmailQuestion(SubmailConfig config, SubmailClient client, Clock clock, Subject subject) {
        this.config = config;
        this.client = client;
        this.clock = clock;
        this.subject = subject;
    }

    CompletableFuture<RawAnswer> attempt() {
        CompletableFuture<RawAnswer> answer = askForTime
                ? Sequence.of(client.time(), time -> client.ask(address(), subject, time.orElseGet(this::ourTime)))
                : client.ask(address(), subject, ourTime());
        return Sequence.handling(answer, (value, failure) -> {
            if (failure == null) {
                return CompletableFuture.completedFuture(value);
            }
            learnFrom(failure);
            return CompletableFuture.failedFuture(failure);
        });
    }

    private void learnFrom(Throwable failure) {
        if (failure instanceof ProviderException vendorFailure) {
            switch (vendorFailure.kind()) {
                case TIMESTAMP_REJECTED -> askForTime = true;
                case UNREACHABLE -> useFallback = !useFallback;
                default -> {}
            }
        }
    }

    private URI address() {
        return useFallback ? config.fallback().orElse(config.address()) : config.address();
    }

    private long ourTime() {
        return clock.instant().getEpochSecond();
    }
}
