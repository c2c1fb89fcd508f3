package io.litigation.server.storage;

import com.google.protobuf.InvalidProtocolBufferException;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.server.storage.v1.StoredFailure;
import io.litigation.server.storage.v1.StoredLookup;
import io.litigation.server.storage.v1.StoredReply;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.Purpose;

import java.util.ArrayList;
import java.util.List;

/** Between what core knows and what is written. */
final class StoredMessages {

    private StoredMessages() {}

    static StoredReply of(RawAnswer raw) {
        return StoredReply.newBuilder()
                .setOffering(raw.offering())
                .setBody(raw.body())
                .setContentType(raw.contentType())
                .setVendorReference(raw.vendorReference())
                .setVendorCode(raw.vendorCode())
                .setVendorMessage(raw.vendorMessage())
                .setCharge(raw.charge().name())
                .setChargeStated(raw.chargeStated())
                .setReceiveMicros(Database.micros(raw.receiveTime()))
                .build();
    }

    static RawAnswer rawAnswer(StoredReply reply) {
        return new RawAnswer(
                reply.getOffering(),
                reply.getBody(),
                reply.getContentType(),
                reply.getVendorReference(),
                reply.getVendorCode(),
                reply.getVendorMessage(),
                Charge.valueOf(reply.getCharge()),
                reply.getChargeStated(),
                Database.instant(reply.getReceiveMicros()));
    }

    static StoredFailure of(ProviderException failure) {
        return StoredFailure.newBuilder()
                .setKind(failure.kind().name())
                .setCharge(failure.charge().name())
                .setChargeStated(failure.chargeStated())
                .setVendorCode(failure.vendorCode())
                .setVendorMessage(failure.vendorMessage())
                .setVendorReference(failure.vendorReference())
                .build();
    }

    static ProviderException failure(StoredFailure stored) {
        ProviderException.Builder failure = ProviderException.of(
                        FailureKind.valueOf(stored.getKind()), Charge.valueOf(stored.getCharge()))
                .vendorCode(stored.getVendorCode())
                .vendorMessage(stored.getVendorMessage())
                .vendorReference(stored.getVendorReference());
        return stored.getChargeStated() ? failure.chargeStated().build() : failure.build();
    }

    static StoredLookup of(Lookup lookup) {
        StoredLookup.Builder stored =
                StoredLookup.newBuilder().setPurpose(lookup.purpose().toByteString());
        lookup.outcomes().forEach(outcome -> stored.addOutcomes(outcome.toByteString()));
        return stored.build();
    }

    static Purpose purpose(StoredLookup stored) {
        try {
            return Purpose.parseFrom(stored.getPurpose());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was sealed as a purpose is one", e);
        }
    }

    static List<ProviderOutcome> outcomes(StoredLookup stored) {
        List<ProviderOutcome> outcomes = new ArrayList<>();
        try {
            for (var outcome : stored.getOutcomesList()) {
                outcomes.add(ProviderOutcome.parseFrom(outcome));
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was sealed as outcomes are outcomes", e);
        }
        return outcomes;
    }
}
