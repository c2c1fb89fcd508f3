package io.litigation.provider.submail;

import io.litigation.core.normalize.Names;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.AnswerNotes;
import io.litigation.provider.http.Identities;
import io.litigation.provider.http.Json;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonRows;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.MalformedReply;
import io.litigation.provider.submail.SubmailDtos.Envelope;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordCategory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an answer of SUBMAIL's means. Pure. */
final class SubmailMapper {

    /** Raised whenever results change. */
    static final int VERSION = 4;

    private final SubmailRecords records;
    private final AnswerNotes notes = new AnswerNotes();
    private final List<MappedRecord> mapped = new ArrayList<>();
    private final Set<RecordCategory> unreadable = EnumSet.noneOf(RecordCategory.class);

    private SubmailMapper(SubmailRecords records) {
        this.records = records;
    }

    static ProviderAnswer map(RawAnswer answer, Subject subject) {
        try {
            Envelope envelope = Envelope.read(answer.body());
            return new SubmailMapper(new SubmailRecords(subject, answer.receiveTime())).map(envelope);
        } catch (JsonUnreadableException e) {
            throw MalformedReply.failure(answer.body(), Charge.CHARGE_POSSIBLY_CHARGED, e)
                    .build();
        }
    }

    private ProviderAnswer map(Envelope envelope) throws JsonUnreadableException {
        if (!envelope.charset().equals(StandardCharsets.UTF_8)) {
            notes.charset(envelope.charset());
        }
        envelope.unknownFields().forEach((field, text) -> notes.add(field, text, "UNKNOWN_FIELD"));
        envelope.categories().forEach(this::category);
        return new ProviderAnswer(verdict(envelope), mapped, notes.list(), unreadable);
    }

    private void category(String name, Json value) {
        JsonRows rows = JsonRows.of(value);
        notes.leftovers(rows, name);
        Optional<SubmailCategory> category = SubmailCategory.named(name);
        if (category.isEmpty()) {
            notes.add(name, "", "UNKNOWN_CATEGORY");
            if (!rows.leftovers().isEmpty() && !isWord(value)) {
                unreadable.add(RecordCategory.RECORD_CATEGORY_OTHER);
            }
            rows.rows().forEach(row -> add(records.ofUnknown(name, row), row));
            return;
        }
        if (!rows.leftovers().isEmpty()) {
            unreadable.add(category.get().category());
        }
        for (JsonObject row : rows.rows()) {
            notes.unknownFields(category.get().row(row), name + ".");
            add(records.of(category.get(), row), row);
        }
    }

    /** A counter, a page number: what is unknown and holds no rows, not even as JSON text. */
    private static boolean isWord(Json value) {
        String text = value.text().strip();
        return value instanceof Json.Scalar && !text.startsWith("[") && !text.startsWith("{");
    }

    private void add(LitigationRecord record, JsonObject row) {
        mapped.add(new MappedRecord(record, identity(record, row)));
    }

    /** {@code entryId} is unique within a category only; a row without one is told by its case, parties and date. */
    private static List<String> identity(LitigationRecord record, JsonObject row) {
        String category = record.getVendorCategory();
        if (!record.getVendorRecordId().isBlank()) {
            return List.of(category, record.getVendorRecordId());
        }
        return List.of(
                category,
                Identities.caseKey(record),
                Names.matchKey(row.get("pname").text()),
                row.get("sortTime").text());
    }

    private Verdict verdict(Envelope envelope) {
        String code = envelope.resultCode();
        boolean saysNone = code.equals(SubmailCodes.NONE);
        if (!mapped.isEmpty()) {
            if (saysNone) {
                notes.add("result.code", code, "RECORDS_DESPITE_NONE");
            }
            return Verdict.RECORDS_FOUND;
        }
        if (!unreadable.isEmpty()) {
            return Verdict.INDETERMINATE;
        }
        if (saysNone) {
            return Verdict.NO_RECORDS;
        }
        notes.add("result.info", "", "VENDOR_REPORTS_UNPUBLISHED_RECORDS");
        return Verdict.INDETERMINATE;
    }
}
