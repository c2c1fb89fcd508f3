package io.litigation.core.search;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.search.QuestionResult.Answered;
import io.litigation.core.search.QuestionResult.Failed;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final ProviderGuard guard;
    private final ChargeRules charges;
    private final RecentAnswers recent;
    private final AnswerStore answers;
    private final QueryLedger ledger;
    private final AnswerReuse reuse;
    private final Clock clock;
    private final Executor executor;
    private final ConcurrentMap<QuestionKey, InFlight> inFlight = new ConcurrentHashMap<>();

    QuestionDesk(
            ConfiguredProvider configured,
            ProviderGuard guard,
            RecentAnswers recent,
            AnswerStore answers,
            QueryLedger ledger,
            AnswerReuse reuse,
            Clock clock,
            Executor executor) {
        this.configured = configured;
        this.guard = guard;
        this.charges = new ChargeRules(configured.limits().charges());
        this.recent = recent;
        this.answers = answers;
        this.ledger = ledger;
        this.reuse = reuse;
        this.clock = clock;
        this.executor = executor;
    }

    Provider provider() {
        return configured.provider();
    }

    ConfiguredProvider configured() {
        return configured;
    }

    ProviderGuard guard() {
        return guard;
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
        Instant now = clock.instant();
        CompletableFuture<Optional<StoredAnswer>> stored = answers.find(question.key());
        if (stored.isDone() && !stored.isCompletedExceptionally() && isAtHand(question, stored.join())) {
            return usable(question, stored.join(), maxAge, now)
                    .map(Asked::already)
                    .orElseGet(() -> join(question, lookupId, maxAge, now));
        }
        Asked later = Asked.later();
        // A store that cannot be read is no reason to refuse: the ledger decides whether one may pay.
        stored.exceptionally(problem -> Optional.empty())
                .thenAcceptAsync(
                        found -> usable(question, found, maxAge, now)
                                .ifPresentOrElse(
                                        later::complete, () -> later.follow(join(question, lookupId, maxAge, now))),
                        executor);
        return later;
    }

    /** Whether looking at it takes no parsing, which has no place on an event loop. */
    private boolean isAtHand(Question question, Optional<StoredAnswer> found) {
        return found.isEmpty()
                || !(found.get() instanceof StoredAnswer.Answered answered)
                || recent.has(question, answered.raw());
    }

    private Asked join(Question question, String lookupId, Optional<Duration> maxAge, Instant now) {
        InFlight mine = new InFlight();
        InFlight other = inFlight.putIfAbsent(question.key(), mine);
        if (other != null) {
            return other.sharedBy();
        }
        executor.execute(() -> run(question, lookupId, maxAge, now, mine));
        return mine.asked();
    }

    /** Looks again first: between the first look and now, somebody else's answer may have been stored. */
    private void run(Question question, String lookupId, Optional<Duration> maxAge, Instant asked, InFlight mine) {
        answers.find(question.key())
                .exceptionally(problem -> Optional.empty())
                .thenCompose(found -> usableOrSince(question, found, maxAge, asked)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> fetch(question, lookupId, mine)))
                .exceptionally(problem -> failed(ProviderGuard.asFailure(problem), mine))
                .thenAccept(result -> {
                    inFlight.remove(question.key(), mine);
                    mine.complete(result);
                });
    }

    private Optional<QuestionResult> usableOrSince(
            Question question, Optional<StoredAnswer> found, Optional<Duration> maxAge, Instant asked) {
        Optional<QuestionResult> since = found.filter(stored -> !stored.time().isBefore(asked))
                .flatMap(stored -> usable(question, Optional.of(stored), Optional.of(AnswerReuse.ANY_AGE), asked));
        return since.or(() -> usable(question, found, maxAge, clock.instant()));
    }

    private Optional<QuestionResult> usable(
            Question question, Optional<StoredAnswer> found, Optional<Duration> maxAge, Instant now) {
        return found.flatMap(stored -> stored.<Optional<QuestionResult>>either(
                answered -> reuse.mayUse(answered, maxAge, now)
                        ? mapped(question, answered.raw())
                                .map(answer -> new Answered(answer, AnswerSource.ANSWER_SOURCE_STORED, 0))
                        : Optional.empty(),
                failed -> reuse.holdFor(failed, configured.limits(), now)
                        .map(hold -> new Failed(
                                failed.failure(), AnswerSource.ANSWER_SOURCE_STORED, 0, hold.retryAfter()))));
    }

    /** Empty if today's mapper cannot read what an earlier one could: then it is asked anew. */
    private Optional<Answer> mapped(Question question, RawAnswer raw) {
        try {
            return Optional.of(recent.get(question, raw));
        } catch (ProviderException e) {
            return Optional.empty();
        }
    }

    private CompletableFuture<QuestionResult> fetch(Question question, String lookupId, InFlight mine) {
        GuardedCalls calls = new GuardedCalls(
                guard,
                ledger,
                charges,
                number -> new Intent(
                        lookupId,
                        question.key(),
                        question.provider(),
                        question.offering().name(),
                        number,
                        question.offering().price()),
                mine.sent());
        ProviderRequest request =
                new ProviderRequest(question.offering().name(), question.subject(), question.purpose());
        return provider()
                .fetch(request, calls)
                .thenApplyAsync(raw -> map(question, raw), executor)
                .handle((answer, problem) -> problem == null
                        ? keep(question, answer, mine)
                        : keep(question, ProviderGuard.asFailure(problem), mine))
                .thenCompose(kept -> kept);
    }

    /** An answer that cannot be understood costs what an answer costs. */
    private Answer map(Question question, RawAnswer raw) {
        try {
            return recent.get(question, raw);
        } catch (RuntimeException e) {
            throw ProviderGuard.asFailure(e).withCharge(raw.charge());
        }
    }

    private CompletableFuture<QuestionResult> keep(Question question, Answer answer, InFlight mine) {
        boolean empty = answer.verdict() != Verdict.RECORDS_FOUND;
        QuestionResult result = new Answered(
                answer, AnswerSource.ANSWER_SOURCE_VENDOR, mine.sent().get());
        // An answer that cannot be stored is still an answer.
        return answers.put(question.key(), new StoredAnswer.Answered(answer.raw(), empty))
                .handle((done, problem) -> result);
    }

    private CompletableFuture<QuestionResult> keep(Question question, ProviderException failure, InFlight mine) {
        if (failure.charge() == Charge.CHARGE_NOT_CHARGED) {
            return CompletableFuture.completedFuture(failed(failure, mine));
        }
        StoredAnswer.Failed stored = new StoredAnswer.Failed(failure, clock.instant());
        Optional<Duration> retryAfter =
                reuse.holdFor(stored, configured.limits(), stored.time()).flatMap(AnswerReuse.Hold::retryAfter);
        QuestionResult result = new Failed(
                failure, AnswerSource.ANSWER_SOURCE_VENDOR, mine.sent().get(), retryAfter);
        return answers.put(question.key(), stored).handle((done, problem) -> result);
    }

    private static Failed failed(ProviderException failure, InFlight mine) {
        return new Failed(
                failure, AnswerSource.ANSWER_SOURCE_VENDOR, mine.sent().get(), Optional.empty());
    }
}
