package io.litigation.core.search;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Payer;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Where the questions to one provider are asked, each at most once at a time: a stored answer that is young enough, else
 * the same question in flight, here or in another process, else the vendor. What is paid goes on when nobody waits any
 * more, and is stored.
 */
final class QuestionDesk {

    private final ConfiguredProvider configured;
    private final KnownAnswers known;
    private final Fetcher fetcher;
    private final Patience patience;
    private final Executor executor;
    private final ConcurrentMap<QuestionKey, InFlight> inFlight = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    QuestionDesk(
            ConfiguredProvider configured, KnownAnswers known, Fetcher fetcher, Patience patience, Executor executor) {
        this.configured = configured;
        this.known = known;
        this.fetcher = fetcher;
        this.patience = patience;
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

    /** From now on nothing more is asked: whatever is, is under way when this returns. */
    void leave() {
        leaving = true;
    }

    /**
     * Asks a question. Never blocks; what is in memory is there at once.
     *
     * @param payer on whose behalf, should it have to be paid
     * @param freshness how old an answer may be
     * @param earlier what the same request had before
     */
    Asked ask(Question question, String lookupId, Payer payer, Freshness freshness, Earlier earlier) {
        Optional<QuestionResult> given =
                question.key().in(earlier.given()).flatMap(answered -> known.given(question, answered));
        if (given.isPresent()) {
            return Asked.already(given.get());
        }
        Inquiry inquiry = new Inquiry(question, lookupId, payer, freshness, earlier.since(), Optional.empty());
        Asked asked = ask(inquiry);
        return freshness.mayStandIn() ? asked.then(result -> orStale(inquiry, result)) : asked;
    }

    private Asked ask(Inquiry inquiry) {
        Question question = inquiry.question();
        Optional<StoredAnswer> atHand = known.atHand(question);
        if (known.isAtHand(question, atHand)) {
            Optional<QuestionResult> usable = known.usable(
                    inquiry, atHand.filter(stored -> stored.failure().isEmpty()));
            if (usable.isPresent()) {
                return Asked.already(usable.get());
            }
        }
        CompletableFuture<Optional<StoredAnswer>> found = known.find(question);
        Asked asked = new Asked();
        if (isThere(found) && known.isAtHand(question, found.join())) {
            useOrJoin(inquiry, found.join(), asked);
        } else {
            found.thenAcceptAsync(stored -> useOrJoin(inquiry, stored, asked), executor)
                    .exceptionally(problem -> broken(problem, asked));
        }
        return asked;
    }

    /** An answer that an earlier search was given. Empty if it cannot be read any more. */
    Optional<Answer> given(Question question, StoredAnswer.Answered answered) {
        return known.given(question, answered)
                .flatMap(result ->
                        result.either(some -> Optional.of(some.answer()), failed -> Optional.<Answer>empty()));
    }

    /** What would become of a question if it were asked now. Asks nobody, takes no lease, leaves nothing behind. */
    CompletableFuture<Prospect> foresee(Inquiry inquiry) {
        return known.find(inquiry.question())
                .thenComposeAsync(
                        found -> known.usable(inquiry, found)
                                .map(result -> CompletableFuture.<Prospect>completedFuture(new Prospect.Known(result)))
                                .orElseGet(() -> foreseeAsking(inquiry)),
                        executor);
    }

    private CompletableFuture<Prospect> foreseeAsking(Inquiry inquiry) {
        return inFlight.containsKey(inquiry.question().key())
                ? CompletableFuture.completedFuture(new Prospect.Shared())
                : fetcher.foresee(inquiry);
    }

    /** In place of a failure, what is stored; if that cannot be read, what is in memory. */
    private CompletableFuture<QuestionResult> orStale(Inquiry inquiry, QuestionResult result) {
        return result.either(
                CompletableFuture::completedFuture,
                failed -> known.find(inquiry.question())
                        .exceptionally(problem -> known.atHand(inquiry.question()))
                        .thenApplyAsync(
                                found -> known.inPlaceOf(failed, inquiry, found).orElse(failed), executor));
    }

    private void useOrJoin(Inquiry inquiry, Optional<StoredAnswer> found, Asked asked) {
        known.usable(inquiry, found).ifPresentOrElse(asked::complete, () -> join(inquiry.after(found), asked));
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
        // Looked at when it is among what is under way: one of the two is seen by whoever has this desk left.
        CompletableFuture<QuestionResult> led = (leaving
                        ? CompletableFuture.<QuestionResult>failedFuture(CallFailures.notSent(FailureKind.CANCELLED))
                        : Stages.startedOn(executor, () -> lookAndFetch(inquiry, mine)))
                .exceptionally(problem -> unforeseen(problem, mine));
        Stages.whenDone(led, result -> {
            inFlight.remove(inquiry.question().key(), mine);
            mine.complete(result);
        });
    }

    /**
     * What somebody else found in the store suits the terms of that search, not necessarily of this one; and that its
     * budget is used up says nothing of this one's.
     */
    private void share(Inquiry inquiry, QuestionResult result, Asked asked) {
        boolean otherTerms =
                result.source() == AnswerSource.ANSWER_SOURCE_STORED || result.isFailure(FailureKind.BUDGET_EXHAUSTED);
        if (!otherTerms) {
            asked.complete(shared(inquiry.question(), result));
            return;
        }
        known.find(inquiry.question())
                .thenAcceptAsync(
                        found -> known.usableOrSince(inquiry, found)
                                .ifPresentOrElse(asked::complete, () -> join(inquiry, asked)),
                        executor)
                .exceptionally(problem -> broken(problem, asked));
    }

    private QuestionResult shared(Question question, QuestionResult result) {
        try {
            return known.shared(question, result);
        } catch (RuntimeException e) {
            return unforeseen(e, new InFlight());
        }
    }

    /** Looks again first: between the first look and now, somebody else's answer may have been stored. */
    private CompletableFuture<QuestionResult> lookAndFetch(Inquiry inquiry, InFlight mine) {
        return lookAndFetch(inquiry, mine, patience.start());
    }

    private CompletableFuture<QuestionResult> lookAndFetch(Inquiry inquiry, InFlight mine, Patience.Wait wait) {
        return known.find(inquiry.question())
                .thenCompose(found -> known.usableOrSince(inquiry, found)
                        .map(result -> wait.isBegun() ? shared(inquiry.question(), result) : result)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> fetch(inquiry, found, mine, wait)));
    }

    /** If another process is asking, it is waited for, and what came of it is looked at. */
    private CompletableFuture<QuestionResult> fetch(
            Inquiry inquiry, Optional<StoredAnswer> before, InFlight mine, Patience.Wait wait) {
        CompletableFuture<Boolean> taken =
                wait.isBegun() ? fetcher.isTaken(inquiry.question()) : CompletableFuture.completedFuture(false);
        return taken.thenCompose(byAnother -> byAnother && !wait.isOver()
                ? wait.pause().thenCompose(nothing -> lookAndFetch(inquiry, mine, wait))
                : fetcher.fetch(inquiry, before, mine.sent())
                        .thenCompose(result -> result.isFailure(FailureKind.QUESTION_TAKEN)
                                ? afterAnother(inquiry, mine, wait, result)
                                : CompletableFuture.completedFuture(result)));
    }

    /** Even who has waited long enough looks once more: what the other left may say why, and whether to come back. */
    private CompletableFuture<QuestionResult> afterAnother(
            Inquiry inquiry, InFlight mine, Patience.Wait wait, QuestionResult taken) {
        if (!wait.isOver()) {
            return wait.pause().thenCompose(nothing -> lookAndFetch(inquiry, mine, wait));
        }
        return known.find(inquiry.question())
                .thenApply(found -> known.usableOrSince(inquiry, found)
                        .map(result -> shared(inquiry.question(), result))
                        .orElse(taken));
    }

    private static boolean isThere(CompletableFuture<?> future) {
        return future.isDone() && !future.isCompletedExceptionally();
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
                Optional.empty(),
                List.of());
    }
}
