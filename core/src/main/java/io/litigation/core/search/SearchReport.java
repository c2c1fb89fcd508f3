package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.SubjectKind;

import java.time.Duration;
import java.util.List;

/**
 * What became of one search, for the log and the metrics: no personal data.
 *
 * @param method which rpc
 * @param subjectToken keyed hash of the subject, the same for the same subject; empty if there was none or not a valid
 *     one
 * @param code OK, or the code of the status that was sent
 * @param reason the reason of that status, empty for OK
 * @param outcomes without the vendors' own texts, which may be personal
 * @param cancelled whether the caller went away
 */
public record SearchReport(
        String method,
        String lookupId,
        String requestId,
        String caller,
        SubjectKind subjectKind,
        String subjectToken,
        PurposeCode purpose,
        Code code,
        String reason,
        boolean complete,
        int recordCount,
        List<ProviderOutcome> outcomes,
        Duration duration,
        boolean cancelled) {

    public SearchReport {
        outcomes = List.copyOf(outcomes);
    }
}
