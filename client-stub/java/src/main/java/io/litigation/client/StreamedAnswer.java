package io.litigation.client;

import io.grpc.Status;
import io.litigation.v1.ProviderPart;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.function.Consumer;

/** Reads a streamed answer and holds it to its rule: one summary, always last, true to the number of records. */
final class StreamedAnswer {

    static final String CUT = "STREAM_CUT";

    private final Consumer<ProviderPart> parts;
    private int records;
    private @Nullable StreamSummary summary;

    StreamedAnswer(Consumer<ProviderPart> parts) {
        this.parts = parts;
    }

    StreamSummary read(Iterator<StreamRecordsResponse> messages) {
        while (messages.hasNext()) {
            StreamRecordsResponse message = messages.next();
            if (summary != null) {
                throw cut("a message follows the summary");
            }
            if (message.hasProviderPart()) {
                take(message.getProviderPart());
            } else if (message.hasSummary()) {
                summary = message.getSummary();
            }
            // Else a kind of part that a newer server knows.
        }
        if (summary == null) {
            throw cut("the stream ended without its summary");
        }
        if (summary.getRecordCount() != records) {
            throw cut("the summary states " + summary.getRecordCount() + " records, received " + records);
        }
        return summary;
    }

    private void take(ProviderPart part) {
        records += part.getRecordsCount();
        parts.accept(part);
    }

    private static LitigationException cut(String what) {
        return LitigationException.ofClient(Status.DATA_LOSS.withDescription(what), CUT);
    }
}
