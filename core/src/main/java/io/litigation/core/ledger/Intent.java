package io.litigation.core.ledger;

import com.google.type.Money;
import io.litigation.core.subject.QuestionKey;

/**
 * One attempt that is about to be sent.
 *
 * @param lookupId the search that it is for
 * @param attempt 1 for the first at this question
 * @param price list price of the offering
 */
public record Intent(
        String lookupId, QuestionKey question, String provider, String offering, int attempt, Money price) {}
