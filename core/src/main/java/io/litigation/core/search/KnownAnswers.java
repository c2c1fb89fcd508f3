package io.litigation.core.search;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.search.QuestionResult.Answered;
import io.litigation.core.search.QuestionResult.Failed;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is known already of the questions to one provider, and whether a search may use it. */
final class KnownAnswers {

    private final AnswerStore answers;
    private final RecentAnswers recent;
    private final AnswerReuse reuse;
    private final Clock clock;

    KnownAnswers(AnswerStore answers, RecentAnswers recent, AnswerReuse reuse, Clock clock) {
        this.answers = answers;
        this.recent = recent;
        this.reuse = reuse;
        this.clock = clock;
    }

    /** Never exceptional: a store that cannot be read is no reason to refuse; the ledger decides whether one may pay. */
    CompletableFuture<Optional<StoredAnswer>> find(Question question) {
        return Stages.started(() -> answers.find(question.key())).exceptionally(problem -> Optional.empty());
    }

    /** Whether looking at it takes no parsing, which has no place on an event loop. */
    boolean isAtHand(Question question, Optional<StoredAnswer> found) {
        return found.flatMap(StoredAnswer::answer)
                .map(answered -> recent.has(question, answered.raw()))
                .orElse(true);
    }

    /** What may be used instead of asking. A good answer is not forgotten over a later failure. */
    Optional<QuestionResult> usable(Inquiry inquiry, Optional<StoredAnswer> found) {
        Instant now = clock.instant();
        return found.flatMap(stored -> stored.answer()
                .filter(answered -> reuse.mayUse(answered, inquiry.maxAge(), now))
                .flatMap(answered -> stored(inquiry.question(), answered))
                .or(() -> stored.failure().flatMap(failed -> held(failed, now))));
    }

    /** The same, and what was answered since the search asked, which suits any terms. */
    Optional<QuestionResult> usableOrSince(Inquiry inquiry, Optional<StoredAnswer> found) {
        return found.flatMap(StoredAnswer::answer)
                .filter(answered -> !answered.time().isBefore(inquiry.time()))
                .flatMap(answered -> stored(inquiry.question(), answered))
                .or(() -> usable(inquiry, found));
    }

    /** Empty if today's mapper cannot read what an earlier one could: then it is asked anew. */
    private Optional<QuestionResult> stored(Question question, StoredAnswer.Answered answered) {
        Answer answer;
        try {
            answer = recent.get(question, answered.raw());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        return Optional.of(new Answered(answer, AnswerSource.ANSWER_SOURCE_STORED, 0));
    }

    private Optional<QuestionResult> held(StoredAnswer.Failed failed, Instant now) {
        return reuse.holdFor(failed, now)
                .map(hold -> new Failed(failed.cause(), AnswerSource.ANSWER_SOURCE_STORED, 0, hold.retryAfter()));
    }

    /** Keeps an answer. One that cannot be stored is still an answer. */
    CompletableFuture<QuestionResult> keep(Question question, Answer answer, int sent) {
        boolean empty = answer.verdict() != Verdict.RECORDS_FOUND;
        QuestionResult result = new Answered(answer, AnswerSource.ANSWER_SOURCE_VENDOR, sent);
        return put(question, new StoredAnswer.Answered(answer.raw(), empty), result);
    }

    /**
     * Keeps a failure that may have been charged, beside the answer that was known before: who is content with that one
     * need not pay again.
     */
    CompletableFuture<QuestionResult> keep(
            Question question, ProviderException failure, Optional<StoredAnswer> before, int sent) {
        if (failure.charge() == Charge.CHARGE_NOT_CHARGED) {
            return CompletableFuture.completedFuture(failed(failure, sent, Optional.empty()));
        }
        StoredAnswer.Failed stored =
                new StoredAnswer.Failed(failure, clock.instant(), before.flatMap(StoredAnswer::answer));
        Optional<Duration> retryAfter = reuse.holdFor(stored, stored.time()).flatMap(AnswerReuse.Hold::retryAfter);
        return put(question, stored, failed(failure, sent, retryAfter));
    }

    private static QuestionResult failed(ProviderException failure, int sent, Optional<Duration> retryAfter) {
        return new Failed(failure, AnswerSource.ANSWER_SOURCE_VENDOR, sent, retryAfter);
    }

    private CompletableFuture<QuestionResult> put(Question question, StoredAnswer stored, QuestionResult result) {
        return Stages.started(() -> answers.put(question.key(), stored)).handle((done, problem) -> result);
    }
}
