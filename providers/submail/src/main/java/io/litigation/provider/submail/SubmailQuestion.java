package io.litigation.provider.submail;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.Sequence;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * One question and what its attempts have learned: one after a rejected timestamp is signed with the vendor's own time. Its
 * attempts follow one another.
 */
final class SubmailQuestion {

    private final SubmailAddresses addresses;
    private final SubmailClient client;
    private final Clock clock;
    private final Subject subject;
    private volatile boolean askForTime;

    SubmailQuestion(SubmailAddresses addresses, SubmailClient client, Clock clock, Subject subject) {
        this.addresses = addresses;
        this.client = client;
        this.clock = clock;
        this.subject = subject;
    }

    CompletableFuture<RawAnswer> attempt() {
        URI address = addresses.next();
        CompletableFuture<RawAnswer> answer = askForTime
                ? Sequence.of(client.time(), time -> client.ask(address, subject, time.orElseGet(this::ourTime)))
                : client.ask(address, subject, ourTime());
        return Sequence.handling(answer, (value, failure) -> {
            if (failure == null) {
                addresses.reached(address);
                return CompletableFuture.completedFuture(value);
            }
            return CompletableFuture.failedFuture(
                    failure instanceof ProviderException known ? learnedFrom(known, address) : failure);
        });
    }

    private ProviderException learnedFrom(ProviderException failure, URI address) {
        if (failure.kind() == FailureKind.UNREACHABLE) {
            return addresses.unreachable(address) ? failure.withRetry(Retry.ELSEWHERE) : failure;
        }
        addresses.reached(address);
        askForTime |= failure.kind() == FailureKind.TIMESTAMP_REJECTED;
        return failure;
    }

    private long ourTime() {
        return clock.instant().getEpochSecond();
    }
}
