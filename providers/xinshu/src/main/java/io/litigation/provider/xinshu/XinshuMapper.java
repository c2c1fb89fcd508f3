package io.litigation.provider.xinshu;

import io.litigation.core.normalize.Names;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.AnswerNotes;
import io.litigation.provider.http.Identities;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.MalformedReply;
import io.litigation.provider.http.VendorRow;
import io.litigation.provider.xinshu.XinshuDtos.Envelope;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordCategory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an answer of Xinshu's means. Pure. */
final class XinshuMapper {

    /** Raised whenever results change. */
    static final int VERSION = 4;

    private final XinshuRecords records;
    private final AnswerNotes notes = new AnswerNotes();

    private XinshuMapper(XinshuRecords records) {
        this.records = records;
    }

    static ProviderAnswer map(RawAnswer answer, Subject subject) {
        try {
            Envelope envelope = Envelope.read(answer.body());
            return new XinshuMapper(new XinshuRecords(subject, answer.receiveTime())).map(envelope);
        } catch (JsonUnreadableException e) {
            throw MalformedReply.failure(answer.body(), Charge.CHARGE_POSSIBLY_CHARGED, e)
                    .build();
        }
    }

    private ProviderAnswer map(Envelope envelope) {
        if (!envelope.charset().equals(StandardCharsets.UTF_8)) {
            notes.charset(envelope.charset());
        }
        envelope.unknownFields().forEach((field, text) -> notes.add(field, text, "UNKNOWN_FIELD"));
        notes.leftovers(envelope.data(), "data");
        List<MappedRecord> mapped = new ArrayList<>();
        for (VendorRow row : envelope.rows()) {
            notes.unknownFields(row, "");
            records.of(row).forEach(record -> mapped.add(new MappedRecord(record, identity(record, row))));
        }
        // A row may hold a record of each: whatever is no row, may be either.
        Set<RecordCategory> unreadable = envelope.data().leftovers().isEmpty() ? Set.of() : XinshuProvider.CATEGORIES;
        return new ProviderAnswer(verdict(envelope, mapped), mapped, notes.list(), unreadable);
    }

    private Verdict verdict(Envelope envelope, List<MappedRecord> mapped) {
        boolean saysNone = envelope.rc().equals(XinshuCodes.NONE);
        if (!mapped.isEmpty()) {
            if (saysNone) {
                notes.add("rc", envelope.rc(), "RECORDS_DESPITE_NONE");
            }
            return Verdict.RECORDS_FOUND;
        }
        if (saysNone && !envelope.isUnreadable()) {
            return Verdict.NO_RECORDS;
        }
        notes.add("data", "", "VENDOR_REPORTS_UNPUBLISHED_RECORDS");
        return Verdict.INDETERMINATE;
    }

    /** Xinshu gives its rows no identifier: case, party and category tell them apart. */
    private static List<String> identity(LitigationRecord record, VendorRow row) {
        return List.of(
                record.getCategory().name(),
                Identities.caseKey(record),
                Names.matchKey(row.text("entityName")),
                row.text("entityId").strip().toUpperCase(Locale.ROOT));
    }
}
