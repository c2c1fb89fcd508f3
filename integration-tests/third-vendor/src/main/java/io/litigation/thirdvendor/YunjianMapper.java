package io.litigation.thirdvendor;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.AnswerNotes;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.MalformedReply;
import io.litigation.provider.http.VendorRow;
import io.litigation.thirdvendor.YunjianDtos.Answer;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordCategory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an opened reply means. Pure. */
final class YunjianMapper {

    static final int VERSION = 3;

    private final YunjianRecords records;
    private final AnswerNotes notes = new AnswerNotes();

    private YunjianMapper(YunjianRecords records) {
        this.records = records;
    }

    static ProviderAnswer map(RawAnswer answer, Subject subject) {
        ByteString opened = answer.body();
        try {
            YunjianRecords records = new YunjianRecords(subject, answer.receiveTime());
            return new YunjianMapper(records).map(Answer.read(opened), answer.offering());
        } catch (JsonUnreadableException e) {
            throw MalformedReply.failure(opened, answer.charge(), String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private ProviderAnswer map(Answer answer, String offering) {
        answer.unknownFields().forEach(field -> notes.add(field, "", "UNKNOWN_FIELD"));
        notes.leftovers(answer.content(), "rows");
        List<MappedRecord> mapped = new ArrayList<>();
        for (VendorRow row : answer.rows(offering)) {
            notes.unknownFields(row, "");
            LitigationRecord record =
                    offering.equals(YunjianProvider.COMPANY_LISTINGS) ? records.listing(row) : records.document(row);
            List<String> identity = List.of(record.getCategory().name(), record.getVendorRecordId());
            mapped.add(new MappedRecord(record, identity));
        }
        Set<RecordCategory> unreadable =
                answer.content().leftovers().isEmpty() ? Set.of() : YunjianProvider.categories(offering);
        return new ProviderAnswer(verdict(answer, mapped), mapped, notes.list(), unreadable);
    }

    private Verdict verdict(Answer answer, List<MappedRecord> mapped) {
        boolean saysNone = answer.code().equals(YunjianCodes.NONE);
        if (!mapped.isEmpty()) {
            if (saysNone) {
                notes.add("code", answer.code(), "RECORDS_DESPITE_NONE");
            }
            return Verdict.RECORDS_FOUND;
        }
        if (saysNone && !answer.isUnreadable()) {
            return Verdict.NO_RECORDS;
        }
        notes.add("rows", "", "VENDOR_REPORTS_UNPUBLISHED_RECORDS");
        return Verdict.INDETERMINATE;
    }
}
