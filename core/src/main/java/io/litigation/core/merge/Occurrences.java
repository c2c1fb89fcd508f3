package io.litigation.core.merge;

import io.litigation.core.normalize.Names;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.CaseProgress;
import io.litigation.v1.CourtNotice;
import io.litigation.v1.DishonestListing;
import io.litigation.v1.Enforcement;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.Judgment.DocumentKind;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.TimelineEvent.Kind;
import io.litigation.v1.VendorDate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one record says to have happened in one case. */
final class Occurrences {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final Map<DocumentKind, String> DOCUMENTS = Map.of(
            DocumentKind.DOCUMENT_KIND_RULING, "裁定书",
            DocumentKind.DOCUMENT_KIND_MEDIATION, "调解书",
            DocumentKind.DOCUMENT_KIND_DECISION, "决定书",
            DocumentKind.DOCUMENT_KIND_PAYMENT_ORDER, "支付令");

    private final SourcedRecord source;
    private final LitigationRecord record;
    private final List<Occurrence> all = new ArrayList<>();

    private Occurrences(SourcedRecord source) {
        this.source = source;
        this.record = source.record();
    }

    /**
     * In a case.
     *
     * @param number that the record has for it
     */
    static List<Occurrence> of(SourcedRecord source, CaseNumber number) {
        Occurrences occurrences = new Occurrences(source);
        occurrences.read(number);
        return occurrences.all;
    }

    private void read(CaseNumber number) {
        switch (record.getDetailCase()) {
            case ENFORCEMENT -> enforcement(record.getEnforcement());
            case DISHONEST_LISTING -> listing(record.getDishonestListing());
            case PUBLIC_EXPOSURE -> {
                filed();
                ofDebtors(Kind.KIND_EXPOSED, CaseDates.asOf(record), "");
            }
            case JUDGMENT -> document(number.getDocument());
            case HEARING ->
                ofCase(
                        Kind.KIND_HEARING,
                        date(
                                record.getHearing().hasHearingDate(),
                                record.getHearing().getHearingDate()),
                        "",
                        0);
            case COURT_NOTICE -> notice(record.getCourtNotice());
            case CASE_PROGRESS -> progress(record.getCaseProgress());
            case DETAIL_NOT_SET -> {}
        }
    }

    private void filed() {
        CaseDates.filed(record).ifPresent(date -> ofDebtors(Kind.KIND_ENFORCEMENT_FILED, Optional.of(date), ""));
    }

    private void enforcement(Enforcement detail) {
        filed();
        if (detail.hasTerminatedDate() || detail.getState() == EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED) {
            ofDebtors(Kind.KIND_ROUND_TERMINATED, date(detail.hasTerminatedDate(), detail.getTerminatedDate()), "");
        }
    }

    private void listing(DishonestListing detail) {
        filed();
        Optional<VendorDate> listed = date(detail.hasListedDate(), detail.getListedDate());
        ofDebtors(Kind.KIND_DISHONEST_LISTED, listed, "");
        if (detail.getState() == ListingState.LISTING_STATE_DELISTED) {
            ofDebtors(
                    Kind.KIND_DELISTED,
                    Optional.of(fetchDay()),
                    listed.map(date -> "listed " + Dates.text(date)).orElse(""));
        }
    }

    private void document(int document) {
        DocumentKind kind = record.getJudgment().getDocumentKind();
        Optional<VendorDate> concluded = date(
                record.getJudgment().hasConcludeDate(), record.getJudgment().getConcludeDate());
        if (kind == DocumentKind.DOCUMENT_KIND_JUDGMENT) {
            ofCase(Kind.KIND_JUDGED, concluded, "", document);
        } else {
            ofCase(Kind.KIND_DOCUMENT_ISSUED, concluded, DOCUMENTS.getOrDefault(kind, ""), document);
        }
    }

    private void notice(CourtNotice detail) {
        ofCase(
                Kind.KIND_COURT_NOTICE,
                date(detail.hasPublishedDate(), detail.getPublishedDate()),
                Names.matchKey(detail.getNoticeType()),
                0);
    }

    private void progress(CaseProgress detail) {
        Optional<VendorDate> filed = date(detail.hasFiledDate(), detail.getFiledDate());
        all.add(new Occurrence(
                Kind.KIND_FILED, Optional.empty(), subjectsRole(), detail.getVendorStatus(), false, 0, filed, source));
    }

    /** One for each debtor, since one case may be against several; one of nobody if none is named. */
    private void ofDebtors(Kind kind, Optional<VendorDate> date, String detail) {
        List<Party> debtors = Debtors.of(record);
        for (Party debtor : debtors) {
            all.add(new Occurrence(kind, Optional.of(debtor), debtor.getRole(), detail, true, 0, date, source));
        }
        if (debtors.isEmpty()) {
            all.add(new Occurrence(kind, Optional.empty(), subjectsRole(), detail, true, 0, date, source));
        }
    }

    private void ofCase(Kind kind, Optional<VendorDate> date, String detail, int document) {
        all.add(new Occurrence(kind, Optional.empty(), subjectsRole(), detail, true, document, date, source));
    }

    private PartyRole subjectsRole() {
        return Debtors.subject(record).map(Party::getRole).orElse(PartyRole.PARTY_ROLE_UNSPECIFIED);
    }

    /** In Beijing, when the vendor's answer was fetched: what it says to be over was over by then. */
    private VendorDate fetchDay() {
        Instant asOf = Instant.ofEpochSecond(
                record.getDishonestListing().getStateAsOfTime().getSeconds());
        LocalDate day = LocalDate.ofInstant(asOf, BEIJING);
        VendorDate.Builder date = VendorDate.newBuilder().setPrecision(VendorDate.Precision.PRECISION_DAY);
        date.getDateBuilder()
                .setYear(day.getYear())
                .setMonth(day.getMonthValue())
                .setDay(day.getDayOfMonth());
        return date.build();
    }

    private static Optional<VendorDate> date(boolean said, VendorDate date) {
        return said ? Optional.of(date) : Optional.empty();
    }
}
