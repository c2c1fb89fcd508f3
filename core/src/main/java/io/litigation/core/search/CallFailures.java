package io.litigation.core.search;

import dev.failsafe.FailsafeException;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.Charge;

import java.util.concurrent.CompletionException;

/** Makes failures of a known kind. */
final class CallFailures {

    private CallFailures() {}

    /** Every problem as a failure of a known kind. What nobody foresaw may have been charged. */
    static ProviderException of(Throwable problem) {
        Throwable cause = unwrap(problem);
        if (cause instanceof ProviderException failure) {
            return failure;
        }
        // The class alone: the text of somebody else's exception may hold an address or personal data.
        return ProviderException.of(FailureKind.GATEWAY_FAULT, Charge.CHARGE_UNKNOWN)
                .explanation(cause.getClass().getName())
                .build();
    }

    /** A failure before anything was sent. */
    static ProviderException notSent(FailureKind kind) {
        return ProviderException.of(kind, Charge.CHARGE_NOT_CHARGED).build();
    }

    /** The store or the ledger cannot be used, so that nothing may be paid. */
    static ProviderException ledgerUnavailable(Throwable problem) {
        return ProviderException.of(FailureKind.LEDGER_UNAVAILABLE, Charge.CHARGE_NOT_CHARGED)
                .cause(problem)
                .build();
    }

    static Throwable unwrap(Throwable problem) {
        Throwable cause = problem;
        while ((cause instanceof CompletionException || cause instanceof FailsafeException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
