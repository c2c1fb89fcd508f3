package io.litigation.core.ledger;

import com.google.type.Money;
import io.litigation.core.subject.QuestionKey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One attempt that is about to be sent.
 *
 * @param lookupId the search that it is for
 * @param payer on whose behalf
 * @param attempt 1 for the first at this question
 * @param price list price of the offering
 * @param budgets all that it counts against: the payer's, and the provider's account's
 * @param seen version of the newest that was known of the question when it was decided to ask; empty if nothing was.
 *     If there is something newer, the attempt is not admitted: it may be the very answer
 * @param lease that of the attempt before, if this is not the first
 * @param leaseTime for how long the question is to be nobody else's: longer than all attempts that may follow
 */
public record Intent(
        String lookupId,
        Payer payer,
        QuestionKey question,
        String provider,
        String offering,
        int attempt,
        Money price,
        List<Budget> budgets,
        Optional<String> seen,
        Optional<Lease> lease,
        Duration leaseTime) {
    public Intent {
        budgets = List.copyOf(budgets);
    }
}
