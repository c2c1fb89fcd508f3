package io.litigation.core.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A question and on what terms one search asks it.
 *
 * @param maxAge the request's own limit to the age of an answer
 * @param time when it was asked: what the vendor answers after it is never too old
 */
record Inquiry(Question question, String lookupId, Optional<Duration> maxAge, Instant time) {}
