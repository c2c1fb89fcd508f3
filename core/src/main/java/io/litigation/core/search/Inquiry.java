package io.litigation.core.search;

import io.litigation.core.ledger.Payer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A question and on what terms one search asks it.
 *
 * @param payer on whose behalf, should it have to be paid
 * @param maxAge the request's own limit to the age of an answer
 * @param time when it was asked: what the vendor answers after it is never too old
 */
record Inquiry(Question question, String lookupId, Payer payer, Optional<Duration> maxAge, Instant time) {}
