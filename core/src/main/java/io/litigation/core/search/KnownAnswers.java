package io.litigation.core.search;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Budget;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.search.QuestionResult.Answered;
import io.litigation.core.search.QuestionResult.Failed;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** While the store cannot be read nothing is paid: what is asked for may be in it. */
    CompletableFuture<Optional<StoredAnswer>> find(Question question) {
        return Stages.started(() -> answers.find(question.key()))
                .exceptionallyCompose(
                        problem -> CompletableFuture.failedFuture(CallFailures.ledgerUnavailable(problem)));
    }

    /** Whether looking at it takes no parsing, which has no place on an event loop. */
    boolean isAtHand(Question question, Optional<StoredAnswer> found) {
        return found.flatMap(StoredAnswer::answer)
                .map(answered -> recent.has(question, answered.raw()))
                .orElse(true);
    }

    /** What is in memory; something newer may be stored elsewhere. */
    Optional<StoredAnswer> atHand(Question question) {
        return answers.atHand(question.key());
    }

    /** What may be used instead of asking. A good answer is not forgotten over a later failure. */
    Optional<QuestionResult> usable(Inquiry inquiry, Optional<StoredAnswer> found) {
        Instant now = clock.instant();
        return found.flatMap(stored -> stored.answer()
                .flatMap(answered -> youngEnough(inquiry, answered, now))
                .or(() -> stored.failure().flatMap(failed -> held(failed, now))));
    }

    /** The same, and what was answered since the search asked, which suits any terms. To be asked after a first look. */
    Optional<QuestionResult> usableOrSince(Inquiry inquiry, Optional<StoredAnswer> found) {
        return found.flatMap(StoredAnswer::answer)
                .filter(inquiry::isAnsweredBy)
                .flatMap(answered -> read(inquiry.question(), answered, clock.instant()))
                .or(() -> usable(inquiry, found));
    }

    /** An answer that stands whatever its age, since the very request was given it before. */
    Optional<QuestionResult> given(Question question, StoredAnswer.Answered answered) {
        return read(question, answered, clock.instant());
    }

    private Optional<QuestionResult> youngEnough(Inquiry inquiry, StoredAnswer.Answered answered, Instant now) {
        Duration age = Duration.between(answered.time(), now);
        Optional<Duration> maxAge = inquiry.freshness().maxAge();
        return reuse.isTooOld(age, maxAge)
                ? Optional.empty()
                : read(inquiry.question(), answered, now)
                        .filter(result -> result.either(
                                known -> reuse.mayUse(age, known.answer().verdict(), maxAge), failed -> true));
    }

    /** What may stand in for a failure: an answer that is too old, but not too old for that. */
    Optional<QuestionResult> inPlaceOf(Failed failed, Inquiry inquiry, Optional<StoredAnswer> found) {
        return found.flatMap(StoredAnswer::answer).flatMap(answered -> {
            Instant now = clock.instant();
            Duration age = Duration.between(answered.time(), now);
            return read(inquiry.question(), answered, now)
                    .flatMap(result -> result.either(Optional::of, unreadable -> Optional.<Answered>empty()))
                    .filter(known -> reuse.mayStandIn(age, known.answer().verdict(), inquiry.freshness()))
                    .map(known -> known.inPlaceOf(failed));
        });
    }

    /**
     * A stored answer, as today's mapper reads it. One that the same mapper cannot read is a failure that was paid for,
     * and stands as such; one that an earlier mapper could is asked for anew.
     */
    private Optional<QuestionResult> read(Question question, StoredAnswer.Answered answered, Instant now) {
        try {
            Answer answer = recent.get(question, answered.raw());
            Duration age = Duration.between(answered.time(), now);
            return Optional.of(Answered.stored(answered.id(), answer, age.isNegative() ? Duration.ZERO : age));
        } catch (RuntimeException e) {
            boolean sameMapper =
                    answered.mapperVersion() == question.desk().provider().mapperVersion();
            if (!sameMapper || answered.raw().charge() == Charge.CHARGE_NOT_CHARGED) {
                return Optional.empty();
            }
            ProviderException failure = unreadable(answered.raw(), e);
            return held(new StoredAnswer.Failed(answered.id(), failure, answered.time(), Optional.empty()), now);
        }
    }

    /** What another search was told, as this one's subject is compared with it. */
    QuestionResult shared(Question question, QuestionResult result) {
        return result.shared()
                .either(
                        answered -> answered.with(
                                recent.get(question, answered.answer().raw())),
                        failed -> failed);
    }

    private Optional<QuestionResult> held(StoredAnswer.Failed failed, Instant now) {
        return reuse.holdFor(failed, now)
                .map(hold ->
                        new Failed(failed.cause(), AnswerSource.ANSWER_SOURCE_STORED, 0, hold.retryAfter(), List.of()));
    }

    /** An answer that just came: mapped, and stored if that is not done. One that cannot be stored is still an answer. */
    CompletableFuture<QuestionResult> keep(Question question, RawAnswer raw, GuardedCalls calls, int sent) {
        Answer answer;
        try {
            answer = recent.get(question, raw);
        } catch (RuntimeException e) {
            throw unreadable(raw, e);
        }
        QuestionResult result = Answered.fresh(calls.id(), answer, sent);
        boolean isKept = calls.kept()
                .flatMap(StoredAnswer::answer)
                .filter(answered -> answered.raw().equals(raw))
                .isPresent();
        if (isKept) {
            return CompletableFuture.completedFuture(result);
        }
        int version = question.desk().provider().mapperVersion();
        return put(question, new StoredAnswer.Answered(calls.id(), raw, version, raw.receiveTime()), result);
    }

    /** An answer that cannot be understood costs what an answer costs, and is known by what the vendor named it. */
    private static ProviderException unreadable(RawAnswer raw, RuntimeException problem) {
        ProviderException failure = CallFailures.of(problem);
        return ProviderException.of(failure.kind(), raw.charge())
                .vendorCode(failure.vendorCode().isEmpty() ? raw.vendorCode() : failure.vendorCode())
                .vendorMessage(failure.vendorMessage().isEmpty() ? raw.vendorMessage() : failure.vendorMessage())
                .vendorReference(raw.vendorReference())
                .cause(failure)
                .build();
    }

    /**
     * A failure that just came. One that may have been charged is stored beside the answer that was known before: who is
     * content with that one need not pay again.
     */
    CompletableFuture<QuestionResult> keep(
            Question question, ProviderException failure, GuardedCalls calls, Optional<StoredAnswer> before, int sent) {
        if (failure.charge() == Charge.CHARGE_NOT_CHARGED) {
            return CompletableFuture.completedFuture(failed(failure, sent, Optional.empty(), calls.exceeded()));
        }
        StoredAnswer.Failed stored = new StoredAnswer.Failed(
                failureId(calls), failure, clock.instant(), before.flatMap(StoredAnswer::answer));
        Optional<Duration> retryAfter = reuse.holdFor(stored, stored.time()).flatMap(AnswerReuse.Hold::retryAfter);
        return put(question, stored, failed(failure, sent, retryAfter, List.of()));
    }

    /** An answer that was stored before it was found unreadable stays; the failure is told beside it. */
    private static String failureId(GuardedCalls calls) {
        boolean besideAnswer =
                calls.kept().filter(kept -> kept.failure().isEmpty()).isPresent();
        return besideAnswer ? calls.id() + "-unreadable" : calls.id();
    }

    private static QuestionResult failed(
            ProviderException failure, int sent, Optional<Duration> retryAfter, List<Budget> exceeded) {
        AnswerSource source = sent == 0 ? AnswerSource.ANSWER_SOURCE_UNSPECIFIED : AnswerSource.ANSWER_SOURCE_VENDOR;
        return new Failed(failure, source, sent, retryAfter, exceeded);
    }

    private CompletableFuture<QuestionResult> put(Question question, StoredAnswer stored, QuestionResult result) {
        return Stages.started(() -> answers.put(question.key(), stored)).handle((done, problem) -> result);
    }
}
