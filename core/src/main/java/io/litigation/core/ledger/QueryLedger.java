package io.litigation.core.ledger;

import com.google.type.Money;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.subject.QuestionKey;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The record of intents, outcomes and lookups, and with it the promise that nothing is paid twice. None of its methods
 * blocks.
 *
 * <p>The order is the promise. {@link #admit} completes before a byte is sent; in one step it makes sure that nobody else
 * asks or has asked the question, reserves the price, and makes the intent durable. {@link #settle} follows when the attempt
 * is over, whatever became of it; in one step it writes the outcome, gives back what was not charged, and stores what is to
 * be kept. {@link #release} follows when the question is over. An attempt that was admitted and whose lease ran out before
 * it was settled counts as of unknown charge, and is told so to whoever asks next.
 */
public interface QueryLedger {

    /** Asks leave to send. If it fails, nothing is sent. */
    CompletableFuture<Admission> admit(Intent intent);

    /**
     * Writes down what became of an attempt. If that fails, a durable ledger goes on trying, and admits nothing meanwhile.
     *
     * @param keep what is to be stored for the question, in the same step
     */
    CompletableFuture<Void> settle(Admission.Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep);

    /**
     * Gives a question free, but not as long as an attempt under its lease is not settled: nobody knows what became of that
     * one. A lease that is not given back ends by itself.
     */
    CompletableFuture<Void> release(Lease lease);

    /** Whether somebody is asking a question. */
    CompletableFuture<Boolean> isTaken(QuestionKey question);

    /**
     * Which of some budgets have no room for one more attempt at a price. Reserves nothing: by the time of asking it may be
     * otherwise.
     */
    CompletableFuture<List<Budget>> exceeded(List<Budget> budgets, Money price);

    /** Writes down a search. The answer waits for it. */
    CompletableFuture<Void> record(Lookup lookup);

    /** What one of a caller's searches was given. Empty if no such search was answered, or it is not written down yet. */
    CompletableFuture<Optional<GivenAnswers>> given(String tenant, String caller, String lookupId);

    /** Reads what was written down. */
    CompletableFuture<LookupPage> lookups(LookupQuery query);

    /**
     * Lays claim to a request identifier, for {@value #REQUEST_ID_HOURS} hours from its first use.
     *
     * @param digests keyed hash of all that the request asks for, under each index key, the current one's first: the same
     *     request may have been written down under another
     */
    CompletableFuture<Claim> claim(String tenant, String caller, String requestId, List<String> digests);

    /** How long a request identifier stands for its first request. */
    int REQUEST_ID_HOURS = 24;
}
