package io.litigation.core.search;

import io.litigation.core.provider.FailureKind.Fault;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.Charge;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a failed attempt at one question may be made again: only what is surely not charged, or what the vendor
 * documents as safe. One instance per question, since some causes go away only once and attempts are counted over all
 * its calls.
 */
final class RetryRule {

    private final Set<String> retriesOff;
    private final int maxAttempts;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean onceUsed = new AtomicBoolean();

    RetryRule(CallLimits limits) {
        retriesOff = limits.retriesOff();
        maxAttempts = limits.maxAttempts();
    }

    /** To be asked once for each failed attempt. */
    boolean mayRetry(ProviderException failure) {
        if (failures.incrementAndGet() >= maxAttempts
                || failure.kind().fault() == Fault.LIMIT
                || retriesOff.contains(failure.vendorCode())) {
            return false;
        }
        return switch (failure.retry()) {
            case NEVER -> false;
            case WHEN_NOT_CHARGED, ELSEWHERE -> failure.charge() == Charge.CHARGE_NOT_CHARGED;
            case DOCUMENTED -> true;
            case ONCE -> onceUsed.compareAndSet(false, true);
        };
    }
}
