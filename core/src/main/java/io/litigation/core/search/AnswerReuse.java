package io.litigation.core.search;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.v1.Charge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether what is stored is used again. */
final class AnswerReuse {

    private final AnswerAges ages;
    private final CallLimits limits;

    AnswerReuse(AnswerAges ages, CallLimits limits) {
        this.ages = ages;
        this.limits = limits;
    }

    /**
     * A failure stands for some time, so that a blind retry does not pay again.
     *
     * @param retryAfter how long it still stands; empty if until somebody has looked
     */
    record Hold(Optional<Duration> retryAfter) {}

    /** Whether an answer of an age is of no use, whatever it says. */
    boolean isTooOld(Duration age, Optional<Duration> maxAge) {
        Duration greatest = ages.maxAge().compareTo(ages.emptyMaxAge()) > 0 ? ages.maxAge() : ages.emptyMaxAge();
        return !isWithin(age, maxAge.orElse(greatest));
    }

    /**
     * Whether an answer is young enough. One without records is used again for a shorter time.
     *
     * @param maxAge the request's own limit, which beats the server's
     */
    boolean mayUse(Duration age, Verdict verdict, Optional<Duration> maxAge) {
        return isWithin(age, limit(verdict, maxAge));
    }

    /** Within no time there is none, wherever clocks stand. */
    private static boolean isWithin(Duration age, Duration limit) {
        return !limit.isZero() && age.compareTo(limit) <= 0;
    }

    /** Whether an answer that is too old may stand in for a failure. */
    boolean mayStandIn(Duration age, Verdict verdict, Freshness freshness) {
        Duration over = age.minus(limit(verdict, freshness.maxAge()));
        return over.compareTo(freshness.staleIfError()) <= 0;
    }

    private Duration limit(Verdict verdict, Optional<Duration> maxAge) {
        return maxAge.orElse(verdict == Verdict.RECORDS_FOUND ? ages.maxAge() : ages.emptyMaxAge());
    }

    /** Whether a failure still stands. The request's own limit does not matter: a retry would carry the same. */
    Optional<Hold> holdFor(StoredAnswer.Failed failed, Instant now) {
        boolean unknown = failed.cause().charge() == Charge.CHARGE_UNKNOWN;
        if (unknown && limits.onUnknown() == CallLimits.OnUnknown.REFUSE) {
            return Optional.of(new Hold(Optional.empty()));
        }
        Duration stands = unknown ? limits.holdAfterUnknown() : ages.failedMaxAge();
        Duration left = stands.minus(Duration.between(failed.time(), now));
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(new Hold(Optional.of(left)));
    }
}
