package io.litigation.core.provider;

import com.google.protobuf.ByteString;
import io.litigation.v1.Charge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A vendor's answer, as it came. It is what is stored: a newer mapper can read it again.
 *
 * @param offering name of the offering that was asked
 * @param body the bytes of the reply (of the decrypted one, where a vendor encrypts)
 * @param contentType the reply's Content-Type, empty if it had none
 * @param vendorReference the vendor's reference of the exchange, empty if it gave none
 * @param vendorCode the vendor's result code
 * @param vendorMessage the vendor's message, empty if it gave none; may contain personal data
 * @param charge whether it is billed, by the vendor's documents or, if {@code chargeStated}, by the vendor's own word
 * @param chargeStated true if the reply itself says whether it is billed
 * @param receiveTime when the reply was received; to the microsecond, which is what databases keep, so that the answer which
 *     is given at once is the one that is given later
 */
public record RawAnswer(
        String offering,
        ByteString body,
        String contentType,
        String vendorReference,
        String vendorCode,
        String vendorMessage,
        Charge charge,
        boolean chargeStated,
        Instant receiveTime) {

    public RawAnswer {
        receiveTime = receiveTime.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same answer with another charge, as the operator's rules have it. */
    public RawAnswer withCharge(Charge newCharge) {
        return new RawAnswer(
                offering,
                body,
                contentType,
                vendorReference,
                vendorCode,
                vendorMessage,
                newCharge,
                chargeStated,
                receiveTime);
    }

    /** The same answer, received at the latest then: this process may have slept over it. */
    public RawAnswer receivedBy(Instant latest) {
        return receiveTime.isAfter(latest)
                ? new RawAnswer(
                        offering,
                        body,
                        contentType,
                        vendorReference,
                        vendorCode,
                        vendorMessage,
                        charge,
                        chargeStated,
                        latest)
                : this;
    }

    @Override
    public String toString() {
        return "RawAnswer[offering=" + offering + ", code=" + vendorCode + ", charge=" + charge + ", bytes="
                + body.size() + "]";
    }
}
