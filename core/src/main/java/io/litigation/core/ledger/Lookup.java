package io.litigation.core.ledger;

import com.google.rpc.Code;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.Purpose;

import java.time.Instant;
import java.util.List;

/**
 * The row of one search: who asked about whom, why, and what it was told.
 *
 * @param subjectToken stands for the subject
 * @param purpose its reference may lead to the person: to be kept apart from what cannot be erased
 * @param code OK, or the code of the status that was sent
 * @param outcomes without the vendors' own texts, which may be personal
 */
public record Lookup(
        String lookupId,
        String requestId,
        String caller,
        String subjectToken,
        Purpose purpose,
        Instant time,
        Code code,
        List<ProviderOutcome> outcomes) {

    public Lookup {
        outcomes = List.copyOf(outcomes);
    }

    @Override
    public String toString() {
        return "Lookup[" + lookupId + " " + code + "]";
    }
}
