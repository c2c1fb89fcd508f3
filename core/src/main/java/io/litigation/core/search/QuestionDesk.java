package io.litigation.core.search;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Where the questions to one provider are asked, each at most once at a time: a stored answer that is young enough, else
 * the same question in flight, else the vendor. What is paid goes on when nobody waits any more, and is stored.
 */
final class QuestionDesk {

    private final ConfiguredProvider configured;
    private final KnownAnswers known;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Executor executor;
    private final ConcurrentMap<QuestionKey, InFlight> inFlight = new ConcurrentHashMap<>();

    QuestionDesk(ConfiguredProvider configured, KnownAnswers known, Fetcher fetcher, Clock clock, Executor executor) {
        this.configured = configured;
        this.known = known;
        this.fetcher = fetcher;
        this.clock = clock;
        this.executor = executor;
    }

    Provider provider() {
        return configured.provider();
    }

    boolean simulated() {
        return configured.simulated();
    }

    VendorBreaker breaker() {
        return fetcher.breaker();
    }

    /** What is under way. */
    List<InFlight> inFlight() {
        return List.copyOf(inFlight.values());
    }

    /**
     * Asks a question. Never blocks; what is in memory is there at once.
     *
     * @param maxAge the request's own limit to the age of an answer
     */
    Asked ask(Question question, String lookupId, Optional<Duration> maxAge) {
        Inquiry inquiry = new Inquiry(question, lookupId, maxAge, clock.instant());
        CompletableFuture<Optional<StoredAnswer>> found = known.find(question);
        Asked asked = new Asked();
        if (found.isDone() && known.isAtHand(question, found.join())) {
            useOrJoin(inquiry, found.join(), asked);
        } else {
            found.thenAcceptAsync(stored -> useOrJoin(inquiry, stored, asked), executor)
                    .exceptionally(problem -> broken(problem, asked));
        }
        return asked;
    }

    private void useOrJoin(Inquiry inquiry, Optional<StoredAnswer> found, Asked asked) {
        known.usable(inquiry, found).ifPresentOrElse(asked::complete, () -> join(inquiry, asked));
    }

    private void join(Inquiry inquiry, Asked asked) {
        InFlight mine = new InFlight();
        InFlight other = inFlight.putIfAbsent(inquiry.question().key(), mine);
        if (other == null) {
            asked.leads(mine);
            lead(inquiry, mine);
        } else {
            Stages.whenDone(other.result(), result -> share(inquiry, result, asked));
        }
    }

    private void lead(Inquiry inquiry, InFlight mine) {
        CompletableFuture<QuestionResult> led = Stages.startedOn(executor, () -> lookAndFetch(inquiry, mine))
                .exceptionally(problem -> unforeseen(problem, mine));
        Stages.whenDone(led, result -> {
            inFlight.remove(inquiry.question().key(), mine);
            mine.complete(result);
        });
    }

    /** What somebody else found in the store suits the terms of that search, not necessarily of this one. */
    private void share(Inquiry inquiry, QuestionResult result, Asked asked) {
        if (result.source() != AnswerSource.ANSWER_SOURCE_STORED) {
            asked.complete(result.shared());
            return;
        }
        known.find(inquiry.question())
                .thenAcceptAsync(
                        found -> known.usableOrSince(inquiry, found)
                                .ifPresentOrElse(asked::complete, () -> join(inquiry, asked)),
                        executor)
                .exceptionally(problem -> broken(problem, asked));
    }

    /** Looks again first: between the first look and now, somebody else's answer may have been stored. */
    private CompletableFuture<QuestionResult> lookAndFetch(Inquiry inquiry, InFlight mine) {
        return known.find(inquiry.question())
                .thenCompose(found -> known.usableOrSince(inquiry, found)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> fetch(inquiry, found, mine)));
    }

    private CompletableFuture<QuestionResult> fetch(Inquiry inquiry, Optional<StoredAnswer> before, InFlight mine) {
        return fetcher.fetch(inquiry.question(), inquiry.lookupId(), mine.sent())
                .thenCompose(answer ->
                        known.keep(inquiry.question(), answer, mine.sent().get()))
                .exceptionallyCompose(problem -> known.keep(
                        inquiry.question(),
                        CallFailures.of(problem),
                        before,
                        mine.sent().get()));
    }

    private static @Nullable Void broken(Throwable problem, Asked asked) {
        asked.complete(unforeseen(problem, new InFlight()));
        return null;
    }

    /** A fault of the gateway's own around a question, so that it never stays in flight. */
    private static QuestionResult unforeseen(Throwable problem, InFlight inFlight) {
        ProviderException failure = CallFailures.of(problem);
        int sent = inFlight.sent().get();
        return new QuestionResult.Failed(
                sent == 0 ? failure.withCharge(Charge.CHARGE_NOT_CHARGED) : failure,
                AnswerSource.ANSWER_SOURCE_UNSPECIFIED,
                sent,
                Optional.empty());
    }
}
