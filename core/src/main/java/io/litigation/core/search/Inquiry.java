package io.litigation.core.search;

import io.litigation.core.ledger.Payer;

import java.time.Instant;

/**
 * A question and on what terms one search asks it.
 *
 * @param payer on whose behalf, should it have to be paid
 * @param freshness how old an answer may be
 * @param time when it was first asked: what the vendor answers after it is never too old
 */
record Inquiry(Question question, String lookupId, Payer payer, Freshness freshness, Instant time) {}
