package io.litigation.thirdvendor;

import com.google.protobuf.Timestamp;
import io.litigation.core.normalize.EnforcementWords;
import io.litigation.core.normalize.RecordDraft;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.VendorRow;
import io.litigation.v1.DishonestListing;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.RecordCategory;

import java.time.Instant;

/** The records that rows of Yunjian's hold. */
final class YunjianRecords {

    private final Subject subject;
    private final Instant asOf;

    YunjianRecords(Subject subject, Instant asOf) {
        this.subject = subject;
        this.asOf = asOf;
    }

    /** A row of {@value YunjianProvider#PERSON_JUDGMENTS}: a judgment or a hearing, as its {@code kind} says. */
    LitigationRecord document(VendorRow row) {
        String kind = row.text("kind");
        RecordDraft draft = draft(row, category(kind), kind, "docId");
        party(draft, row.text("party"), "partyId", row.text("partyId"), PartyRole.PARTY_ROLE_UNSPECIFIED);
        draft.record().setCause(row.text("cause"));
        switch (draft.record().getCategory()) {
            case RECORD_CATEGORY_JUDGMENT -> {
                draft.record().getJudgmentBuilder().setResult(row.text("result"));
                draft.date("date", row.text("date")).ifPresent(date -> {
                    draft.record().setEventDate(date);
                    draft.record().getJudgmentBuilder().setConcludeDate(date);
                });
            }
            case RECORD_CATEGORY_HEARING ->
                draft.dateAhead("date", row.text("date")).ifPresent(date -> {
                    draft.record().setEventDate(date);
                    draft.record().getHearingBuilder().setHearingDate(date);
                });
            default -> draft.note("kind", kind, "WORD_NOT_KNOWN");
        }
        return matched(draft);
    }

    /** A row of {@value YunjianProvider#COMPANY_LISTINGS}. */
    LitigationRecord listing(VendorRow row) {
        RecordDraft draft = draft(row, RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR, "", "listingId");
        party(draft, row.text("company"), "creditCode", row.text("creditCode"), PartyRole.PARTY_ROLE_DEBTOR);
        DishonestListing.Builder detail = draft.record().getDishonestListingBuilder();
        draft.date("filedDate", row.text("filedDate")).ifPresent(date -> {
            draft.record().setEventDate(date);
            detail.setFiledDate(date);
        });
        draft.date("listedDate", row.text("listedDate")).ifPresent(date -> {
            draft.record().setPublishDate(date);
            detail.setListedDate(date);
        });
        String state = row.text("state");
        detail.setGround(row.text("ground")).setVendorState(state).setState(EnforcementWords.listing(state));
        if (detail.getState() != ListingState.LISTING_STATE_UNSPECIFIED) {
            detail.setStateAsOfTime(
                    Timestamp.newBuilder().setSeconds(asOf.getEpochSecond()).setNanos(asOf.getNano()));
        }
        return matched(draft);
    }

    private static RecordCategory category(String kind) {
        return switch (kind) {
            case "judgment" -> RecordCategory.RECORD_CATEGORY_JUDGMENT;
            case "hearing" -> RecordCategory.RECORD_CATEGORY_HEARING;
            default -> RecordCategory.RECORD_CATEGORY_OTHER;
        };
    }

    private RecordDraft draft(VendorRow row, RecordCategory category, String vendorCategory, String idField) {
        RecordDraft draft = new RecordDraft(YunjianProvider.NAME, category, vendorCategory, asOf);
        draft.record().setRawJson(row.source()).setVendorRecordId(row.text(idField));
        draft.caseNumbers("caseNo", row.text("caseNo"));
        draft.court(row.text("court"), "", "");
        return draft;
    }

    private static void party(RecordDraft draft, String name, String idField, String id, PartyRole role) {
        draft.party(Party.newBuilder().setName(name).setRole(role), idField, id, "", "");
    }

    private LitigationRecord matched(RecordDraft draft) {
        draft.match(subject, "");
        return draft.build();
    }
}
