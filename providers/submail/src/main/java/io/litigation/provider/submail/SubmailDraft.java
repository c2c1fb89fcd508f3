package io.litigation.provider.submail;

import com.google.type.Money;
import io.litigation.core.normalize.RecordDraft;
import io.litigation.provider.http.VendorRow;
import io.litigation.v1.Court;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.VendorDate;

import java.time.Instant;
import java.util.Optional;

/** A record in the making beside the row that it is made of; notes name fields as {@code category.field}. */
final class SubmailDraft {

    private final String vendorCategory;
    private final VendorRow row;
    private final RecordDraft draft;

    SubmailDraft(String vendorCategory, RecordCategory category, VendorRow row, Instant asOf) {
        this.vendorCategory = vendorCategory;
        this.row = row;
        draft = new RecordDraft(SubmailProvider.NAME, category, vendorCategory, asOf);
        record().setRawJson(row.source()).setVendorRecordId(text("entryId"));
    }

    RecordDraft draft() {
        return draft;
    }

    LitigationRecord.Builder record() {
        return draft.record();
    }

    /** A field of this category, or an empty text if the category does not have it. */
    String text(String field) {
        return row.documented().contains(field) ? row.text(field) : "";
    }

    /** The field's name in notes. */
    String name(String field) {
        return vendorCategory + "." + field;
    }

    void note(String field, String reason) {
        draft.note(name(field), text(field), reason);
    }

    /** What most categories have: title, body, cause, type of case, case numbers and the court with all about it. */
    void commonFields() {
        record().setTitle(draft.text(name("title"), text("title")))
                .setBody(draft.text(name("body"), text("body")))
                .setCause(text("caseCause"))
                .setVendorCaseType(text("caseType"));
        draft.caseNumbers(name("caseNo"), text("caseNo"));
        draft.court(text("court"), text("courtRank"), text("province"));
        courtDetail(text("organizer"), text("courtroom"), text("judge"));
    }

    private void courtDetail(String department, String courtroom, String judge) {
        if (!(department + courtroom + judge).isBlank()) {
            Court.Builder court = record().getCourtBuilder();
            court.setDepartment(department).setCourtroom(courtroom).setJudge(judge);
        }
    }

    Optional<VendorDate> date(String field) {
        return draft.date(name(field), text(field));
    }

    /** The one date that {@code sortTime} and {@code sortTimeString} both give. */
    Optional<VendorDate> sortTime(boolean mayLieAhead) {
        return draft.dateOfTwo(
                name("sortTime"), text("sortTime"), name("sortTimeString"), text("sortTimeString"), mayLieAhead);
    }

    Optional<Money> money(String field) {
        return draft.money(name(field), text(field));
    }
}
