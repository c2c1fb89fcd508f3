package io.litigation.core.search;

import io.litigation.core.ledger.Lookup;
import io.litigation.v1.LookupOutcome;
import io.litigation.v1.ProviderOutcome;

/** Writes rows of the ledger as callers see them: what was asked and what it cost, and nothing that leads to a person. */
final class LookupWriter {

    private LookupWriter() {}

    static io.litigation.v1.Lookup write(Lookup row) {
        io.litigation.v1.Lookup.Builder lookup = io.litigation.v1.Lookup.newBuilder()
                .setLookupId(row.lookupId())
                .setMethod(row.method())
                .setRequestId(row.requestId())
                .setCaller(row.caller())
                .setSubjectToken(row.subjectToken())
                .setPurposeCode(row.purpose().getCode())
                .setRecordTime(OutcomeWriter.timestamp(row.time()))
                .setCode(row.code());
        row.outcomes().forEach(outcome -> lookup.addOutcomes(write(outcome)));
        return lookup.build();
    }

    private static LookupOutcome write(ProviderOutcome outcome) {
        LookupOutcome.Builder written = LookupOutcome.newBuilder()
                .setProvider(outcome.getProvider())
                .setOffering(outcome.getOffering())
                .setState(outcome.getState())
                .setReason(outcome.getError().getInfo().getReason())
                .setCharge(outcome.getCharge())
                .setSource(outcome.getSource())
                .setAttemptCount(outcome.getAttemptCount())
                .setRecordCount(outcome.getRecordCount())
                .setSimulated(outcome.getSimulated());
        if (outcome.hasPrice()) {
            written.setPrice(outcome.getPrice());
        }
        return written.build();
    }
}
