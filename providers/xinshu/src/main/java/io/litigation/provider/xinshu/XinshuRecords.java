package io.litigation.provider.xinshu;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.litigation.core.normalize.Amounts;
import io.litigation.core.normalize.CaseNumbers;
import io.litigation.core.normalize.EnforcementWords;
import io.litigation.core.normalize.Reading;
import io.litigation.core.normalize.RecordDraft;
import io.litigation.core.normalize.VendorDates;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.VendorRow;
import io.litigation.v1.DishonestListing;
import io.litigation.v1.Enforcement;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.Performance;
import io.litigation.v1.RecordCategory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records that a row of Xinshu's holds: an enforcement case, and where the row says anything of a listing, that
 * listing as a record of its own.
 */
final class XinshuRecords {

    private final Subject subject;
    private final Instant asOf;

    XinshuRecords(Subject subject, Instant asOf) {
        this.subject = subject;
        this.asOf = asOf;
    }

    List<LitigationRecord> of(VendorRow row) {
        return isListed(row) ? List.of(enforcement(row, true), listing(row)) : List.of(enforcement(row, false));
    }

    /** {@code gistUnit}, {@code sxrGistId} and {@code duty} alone prove no listing. */
    private boolean isListed(VendorRow row) {
        boolean dated = !(VendorDates.read(row.text("publishDate"), VendorDates.Horizon.PAST, asOf)
                instanceof Reading.Absent<?>);
        return dated
                || Stream.of("status", "disruptTypeName", "performance")
                        .anyMatch(field -> EnforcementWords.isWord(row.text(field)));
    }

    private LitigationRecord enforcement(VendorRow row, boolean listed) {
        RecordDraft draft = draft(row, RecordCategory.RECORD_CATEGORY_ENFORCEMENT);
        Enforcement.Builder detail = draft.record().getEnforcementBuilder();
        draft.date("regDate", row.text("regDate")).ifPresent(date -> {
            detail.setFiledDate(date);
            draft.record().setEventDate(date);
        });
        draft.date("finalDate", row.text("finalDate")).ifPresent(detail::setTerminatedDate);
        amounts(draft, row, detail);
        String state = row.text("caseState");
        detail.setVendorState(state).setState(EnforcementWords.state(state));
        if (detail.getState() == EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED && EnforcementWords.isWord(state)) {
            draft.note("caseState", state, "WORD_NOT_KNOWN");
        }
        enforcementBases(draft, row, listed);
        if (!listed && EnforcementWords.isWord(row.text("duty"))) {
            draft.note("duty", row.text("duty"), "LISTING_FIELD_WITHOUT_LISTING");
        }
        return finish(draft);
    }

    private LitigationRecord listing(VendorRow row) {
        RecordDraft draft = draft(row, RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);
        DishonestListing.Builder detail = draft.record().getDishonestListingBuilder();
        draft.date("regDate", row.text("regDate")).ifPresent(date -> {
            detail.setFiledDate(date);
            draft.record().setEventDate(date);
        });
        draft.date("publishDate", row.text("publishDate")).ifPresent(date -> {
            detail.setListedDate(date);
            draft.record().setPublishDate(date);
        });
        String state = row.text("status");
        detail.setVendorState(state).setState(EnforcementWords.listing(state));
        if (detail.getState() != ListingState.LISTING_STATE_UNSPECIFIED) {
            detail.setStateAsOfTime(
                    Timestamp.newBuilder().setSeconds(asOf.getEpochSecond()).setNanos(asOf.getNano()));
        } else if (EnforcementWords.isWord(state)) {
            draft.note("status", state, "WORD_NOT_KNOWN");
        }
        String performance = row.text("performance");
        detail.setVendorPerformance(performance).setPerformance(EnforcementWords.performance(performance));
        if (detail.getPerformance() == Performance.PERFORMANCE_UNSPECIFIED && EnforcementWords.isWord(performance)) {
            draft.note("performance", performance, "WORD_NOT_KNOWN");
        }
        detail.setGround(row.text("disruptTypeName")).setDuty(draft.text("duty", row.text("duty")));
        draft.basis("sxrGistId", row.text("sxrGistId"), row.text("gistUnit"));
        return finish(draft);
    }

    private RecordDraft draft(VendorRow row, RecordCategory category) {
        RecordDraft draft = new RecordDraft(XinshuProvider.NAME, category, "", asOf);
        draft.record().setRawJson(row.source());
        party(draft, row.text("entityName"), row.text("entityId"));
        draft.caseNumbers("caseCode", row.text("caseCode"));
        draft.court(row.text("courtName"), "", row.text("areaName"));
        return draft;
    }

    private static void party(RecordDraft draft, String name, String id) {
        if (!name.isBlank() || !id.isBlank()) {
            draft.party(Party.newBuilder().setName(name).setRole(PartyRole.PARTY_ROLE_DEBTOR), "entityId", id, "", "");
        }
    }

    private static void amounts(RecordDraft draft, VendorRow row, Enforcement.Builder detail) {
        Optional<Money> claimed = draft.money("execMoney", row.text("execMoney"));
        Optional<Money> outstanding = draft.money("unexecMoney", row.text("unexecMoney"));
        claimed.ifPresent(detail::setClaimedAmount);
        outstanding.ifPresent(detail::setOutstandingAmount);
        if (claimed.isPresent() && outstanding.isPresent() && Amounts.exceeds(outstanding.get(), claimed.get())) {
            draft.note("unexecMoney", row.text("unexecMoney"), "OUTSTANDING_EXCEEDS_CLAIM");
        }
    }

    /**
     * {@code gistUnit} issued what {@code sxrGistId} names; it speaks of {@code bzxrGistId} only where that is the same
     * or the only one: a dash names none. What belongs to a listing is kept here if there is none.
     */
    private static void enforcementBases(RecordDraft draft, VendorRow row, boolean listed) {
        String own = row.text("bzxrGistId");
        String ofListing = row.text("sxrGistId");
        String unit = row.text("gistUnit");
        List<String> keysOfListing = keys(ofListing);
        boolean oneBasis = keysOfListing.isEmpty() || keys(own).equals(keysOfListing);
        draft.basis("bzxrGistId", own, oneBasis ? unit : "");
        if (!listed && !keysOfListing.isEmpty()) {
            draft.basis("sxrGistId", ofListing, unit);
        }
    }

    private static List<String> keys(String caseNumbers) {
        return CaseNumbers.read(caseNumbers).stream()
                .map(number -> number.getCanonical().isEmpty() ? number.getRaw() : number.getCanonical())
                .toList();
    }

    private LitigationRecord finish(RecordDraft draft) {
        draft.match(subject, "");
        return draft.build();
    }
}
