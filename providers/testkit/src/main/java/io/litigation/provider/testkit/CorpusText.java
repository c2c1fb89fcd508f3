package io.litigation.provider.testkit;

import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormat.ParseException;
import io.litigation.v1.Coverage;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a payload means, as people read it: an answer in protobuf's text format, what fits on one line on one line,
 * behind comment lines that say what the payload is.
 *
 * @param comment the comment lines, each with its line feed
 * @param answer the rest
 */
public record CorpusText(String comment, String answer) {

    private static final String TO_DO = "# TODO";

    /** Reads a file. */
    public static CorpusText read(Path file) {
        try {
            String text = Files.readString(file);
            int end = 0;
            while (text.startsWith("#", end)) {
                int next = text.indexOf('\n', end);
                end = next < 0 ? text.length() : next + 1;
            }
            return new CorpusText(text.substring(0, end), text.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what a payload means; a comment that is there stays. */
    static void write(Path file, String answer) {
        String comment = Files.exists(file) ? read(file).comment : "";
        try {
            Files.writeString(
                    file,
                    (comment.isBlank() ? TO_DO + ": say what it is, and which rule it shows\n" : comment) + answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False if nobody has written yet what the payload is. */
    boolean isExplained() {
        return comment.startsWith("# ") && !comment.contains(TO_DO);
    }

    /** The answer as a message. */
    public SearchRecordsResponse parse() {
        try {
            return TextFormat.parse(answer, SearchRecordsResponse.class);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An answer as text: what became of the question, then the records. */
    public static String of(List<ProviderOutcome> outcomes, List<LitigationRecord> records) {
        SearchRecordsResponse.Builder told = SearchRecordsResponse.newBuilder();
        outcomes.forEach(outcome -> told.addOutcomes(ofTheMapper(outcome)));
        SearchRecordsResponse.Builder found = SearchRecordsResponse.newBuilder();
        records.forEach(record -> found.addRecords(ofTheMapper(record)));
        return laidOut(told) + laidOut(found);
    }

    /** What can be said of the categories of which something could not be read; the others follow from the records. */
    static String of(List<Coverage> unreadable) {
        return laidOut(SearchRecordsResponse.newBuilder().addAllCoverage(unreadable));
    }

    private static String laidOut(SearchRecordsResponse.Builder part) {
        return CorpusLayout.of(TextFormat.printer().escapingNonAscii(false).printToString(part));
    }

    /** What of an outcome is the vendor's or the mapper's. */
    private static ProviderOutcome ofTheMapper(ProviderOutcome outcome) {
        ProviderOutcome.Builder own = ProviderOutcome.newBuilder()
                .setState(outcome.getState())
                .setCharge(outcome.getCharge())
                .setVendorReference(outcome.getVendorReference())
                .setVendorCode(outcome.getVendorCode())
                .setVendorMessage(outcome.getVendorMessage())
                .setRecordCount(outcome.getRecordCount())
                .addAllNotes(outcome.getNotesList());
        if (outcome.hasError()) {
            own.getErrorBuilder().setCode(outcome.getError().getCode());
            own.getErrorBuilder()
                    .getInfoBuilder()
                    .setReason(outcome.getError().getInfo().getReason());
        }
        return own.build();
    }

    /** A record without what the gateway adds, and without the raw row, which would say all over again. */
    private static LitigationRecord ofTheMapper(LitigationRecord record) {
        return record.toBuilder().clearRecordId().clearRawJson().build();
    }
}
