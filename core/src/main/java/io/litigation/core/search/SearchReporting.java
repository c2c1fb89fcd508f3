package io.litigation.core.search;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.SubjectKind;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the listener of one search, once, however it ends. */
final class SearchReporting {

    private final SearchListener listener;
    private final Clock clock;
    private final Instant start;
    private final String method;
    private final String lookupId;
    private final String caller;
    private final AtomicBoolean told = new AtomicBoolean();
    private @Nullable SearchCommand command;
    /** The current key's first; empty as long as there is no subject. */
    private List<String> subjectTokens = List.of();

    SearchReporting(
            SearchListener listener, Clock clock, Instant start, String method, String lookupId, String caller) {
        this.listener = listener;
        this.clock = clock;
        this.start = start;
        this.method = method;
        this.lookupId = lookupId;
        this.caller = caller;
    }

    String lookupId() {
        return lookupId;
    }

    String method() {
        return method;
    }

    String subjectToken() {
        return subjectTokens.isEmpty() ? "" : subjectTokens.get(0);
    }

    /** The subject's tokens under other keys. */
    List<String> otherSubjectTokens() {
        return subjectTokens.stream().skip(1).toList();
    }

    void about(SearchCommand valid, List<String> tokens) {
        command = valid;
        subjectTokens = List.copyOf(tokens);
    }

    void answered(Findings findings) {
        tell(Code.OK, "", findings.complete(), findings.records().size(), findings.outcomes(), false);
    }

    /** What ends well without outcomes. */
    void done(int count) {
        tell(Code.OK, "", true, count, List.of(), false);
    }

    void failed(List<ProviderOutcome> outcomes, SearchException failure) {
        tell(Code.forNumber(failure.status().getCode()), reason(failure), false, 0, outcomes, false);
    }

    void cancelled(List<ProviderOutcome> outcomes) {
        tell(Code.CANCELLED, "", false, 0, outcomes, true);
    }

    /** If it was not told how it ended, then with a fault of the gateway's own that nobody foresaw. */
    void brokeIf(@Nullable Throwable problem) {
        if (problem != null && !(problem instanceof CancellationException)) {
            tell(Code.INTERNAL, "INTERNAL", false, 0, List.of(), false);
        }
    }

    private void tell(
            Code code,
            String reason,
            boolean complete,
            int records,
            List<ProviderOutcome> outcomes,
            boolean cancelled) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        try {
            listener.searched(report(code, reason, complete, records, outcomes, cancelled));
        } catch (RuntimeException e) {
            // What goes wrong in telling takes nobody's answer away.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private SearchReport report(
            Code code,
            String reason,
            boolean complete,
            int records,
            List<ProviderOutcome> outcomes,
            boolean cancelled) {
        SearchCommand valid = command;
        return new SearchReport(
                method,
                lookupId,
                valid == null ? "" : valid.requestId(),
                caller,
                valid == null
                        ? SubjectKind.SUBJECT_KIND_UNSPECIFIED
                        : valid.subject().kind(),
                subjectToken(),
                valid == null
                        ? PurposeCode.PURPOSE_CODE_UNSPECIFIED
                        : valid.purpose().getCode(),
                code,
                reason,
                complete,
                records,
                OutcomeWriter.forTheRecord(outcomes),
                Duration.between(start, clock.instant()),
                cancelled);
    }

    private static String reason(SearchException failure) {
        try {
            return failure.status().getDetails(0).unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("every status begins with an ErrorInfo", e);
        }
    }
}
