package io.litigation.core.search;

import io.litigation.core.provider.FailureKind.Fault;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.Charge;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether a failed attempt at one question may be made again: only what is surely not charged, or what the vendor
 * documents as safe. One instance per question, since some causes go away only once.
 */
final class RetryRule {

    private final Set<String> retriesOff;
    private final AtomicBoolean onceUsed = new AtomicBoolean();

    /**
     * A rule for one question.
     *
     * @param retriesOff vendor codes that are never tried again
     */
    RetryRule(Set<String> retriesOff) {
        this.retriesOff = retriesOff;
    }

    boolean mayRetry(Throwable problem) {
        if (!(problem instanceof ProviderException failure)
                || failure.kind().fault() == Fault.LIMIT
                || retriesOff.contains(failure.vendorCode())) {
            return false;
        }
        return switch (failure.retry()) {
            case NEVER -> false;
            case WHEN_NOT_CHARGED -> failure.charge() == Charge.CHARGE_NOT_CHARGED;
            case DOCUMENTED -> true;
            case ONCE -> onceUsed.compareAndSet(false, true);
        };
    }

    static boolean isVendorFault(Throwable problem) {
        return problem instanceof ProviderException failure && failure.kind().fault() == Fault.VENDOR;
    }
}
