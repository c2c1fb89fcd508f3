package io.litigation.core.provider;

import io.litigation.v1.Charge;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * A provider could not be asked, or failed. Its message holds the kind and the vendor's code only; the vendor's own
 * message, which may contain personal data, is apart from it and never logged.
 */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FailureKind kind;
    private final Charge charge;
    private final boolean chargeStated;
    private final Retry retry;
    private final String vendorCode;
    private final transient String vendorMessage;
    private final String vendorReference;
    private final String explanation;

    private ProviderException(Builder builder) {
        super(builder.text(), builder.cause);
        kind = builder.kind;
        charge = builder.charge;
        chargeStated = builder.chargeStated;
        retry = builder.retry;
        vendorCode = builder.vendorCode;
        vendorMessage = builder.vendorMessage;
        vendorReference = builder.vendorReference;
        explanation = builder.explanation;
    }

    /**
     * A failure of a kind.
     *
     * @param charge whether the attempt is billed, by the vendor's documents
     */
    public static Builder of(FailureKind kind, Charge charge) {
        return new Builder(kind, charge);
    }

    public FailureKind kind() {
        return kind;
    }

    /** Whether the attempt is billed. */
    public Charge charge() {
        return charge;
    }

    /** True if the vendor's reply itself says whether it is billed. */
    public boolean chargeStated() {
        return chargeStated;
    }

    public Retry retry() {
        return retry;
    }

    /** The vendor's code, or HTTP_ and the status where the reply has none; empty if there was no reply. */
    public String vendorCode() {
        return vendorCode;
    }

    /** The vendor's message; may contain personal data. */
    public String vendorMessage() {
        return vendorMessage == null ? "" : vendorMessage;
    }

    public String vendorReference() {
        return vendorReference;
    }

    /** The same failure with another charge, as the operator's rules have it. */
    public ProviderException withCharge(Charge newCharge) {
        if (newCharge == charge) {
            return this;
        }
        return copy(newCharge, retry);
    }

    /** The same failure, to be tried again otherwise. */
    public ProviderException withRetry(Retry newRetry) {
        return copy(charge, newRetry);
    }

    private ProviderException copy(Charge newCharge, Retry newRetry) {
        Builder builder = new Builder(kind, newCharge)
                .retry(newRetry)
                .vendorCode(vendorCode)
                .vendorMessage(vendorMessage())
                .vendorReference(vendorReference)
                .explanation(explanation);
        builder.chargeStated = chargeStated;
        Throwable cause = getCause();
        return (cause == null ? builder : builder.cause(cause)).build();
    }

    /** Builds a failure. */
    public static final class Builder {

        private final FailureKind kind;
        private final Charge charge;
        private boolean chargeStated;
        private Retry retry = Retry.NEVER;
        private String vendorCode = "";
        private String vendorMessage = "";
        private String vendorReference = "";
        private String explanation = "";
        private @Nullable Throwable cause;

        private Builder(FailureKind kind, Charge charge) {
            this.kind = Objects.requireNonNull(kind);
            this.charge = Objects.requireNonNull(charge);
        }

        /** The vendor's reply itself says whether it is billed. */
        public Builder chargeStated() {
            chargeStated = true;
            return this;
        }

        public Builder retry(Retry value) {
            retry = value;
            return this;
        }

        public Builder vendorCode(String value) {
            vendorCode = value;
            return this;
        }

        public Builder vendorMessage(String value) {
            vendorMessage = value;
            return this;
        }

        public Builder vendorReference(String value) {
            vendorReference = value;
            return this;
        }

        /** A sentence for the log, without personal data, secrets or addresses. */
        public Builder explanation(String value) {
            explanation = value;
            return this;
        }

        public Builder cause(Throwable value) {
            cause = value;
            return this;
        }

        public ProviderException build() {
            return new ProviderException(this);
        }

        private String text() {
            StringBuilder text = new StringBuilder(kind.reason());
            if (!vendorCode.isEmpty()) {
                text.append(", vendor code ").append(vendorCode);
            }
            if (!explanation.isEmpty()) {
                text.append(": ").append(explanation);
            }
            return text.toString();
        }
    }
}
