package io.litigation.provider.http;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.RejectedExecutionException;

/** What a failure of the transport means: above all, whether anything may have been billed. */
final class TransportFailures {

    private TransportFailures() {}

    /**
     * A failure of an exchange.
     *
     * @param begun whether anything may have been sent
     * @param cancelled whether the gateway itself ended the exchange
     */
    static ProviderException of(IOException failure, boolean begun, boolean cancelled) {
        if (begun) {
            FailureKind kind =
                    failure instanceof InterruptedIOException ? FailureKind.TIMED_OUT : FailureKind.CONNECTION_LOST;
            return build(ProviderException.of(kind, Charge.CHARGE_UNKNOWN), failure);
        }
        if (cancelled || failure.getCause() instanceof RejectedExecutionException) {
            return build(ProviderException.of(FailureKind.CANCELLED, Charge.CHARGE_NOT_CHARGED), failure);
        }
        return build(
                ProviderException.of(FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED)
                        .retry(Retry.WHEN_NOT_CHARGED),
                failure);
    }

    /** A fault of the code that reads replies: something was sent and answered. */
    static ProviderException ofReader(Throwable fault) {
        return build(ProviderException.of(FailureKind.GATEWAY_FAULT, Charge.CHARGE_UNKNOWN), fault);
    }

    private static ProviderException build(ProviderException.Builder builder, Throwable failure) {
        RedactedException cause = RedactedException.of(failure);
        return builder.explanation(cause.chain()).cause(cause).build();
    }
}
