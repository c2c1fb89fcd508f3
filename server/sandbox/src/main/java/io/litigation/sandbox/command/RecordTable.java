package io.litigation.sandbox.command;

import com.google.type.Money;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.CourtNotice;
import io.litigation.v1.DishonestListing;
import io.litigation.v1.Enforcement;
import io.litigation.v1.Hearing;
import io.litigation.v1.Judgment;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.PublicExposure;
import io.litigation.v1.VendorDate;

import java.util.List;
import java.util.stream.Collectors;

import static io.litigation.sandbox.command.Wording.date;
import static io.litigation.sandbox.command.Wording.labelled;
import static io.litigation.sandbox.command.Wording.list;
import static io.litigation.sandbox.command.Wording.money;
import static io.litigation.sandbox.command.Wording.name;

/** The records of an answer, each in a row with what is its own below. */
final class RecordTable {

    private static final int DETAIL_WIDTH = 110;

    private RecordTable() {}

    static List<String> lines(List<LitigationRecord> records) {
        return new TextTable<LitigationRecord>()
                .text("date", 10, record -> date(record.getEventDate()))
                .text("category", 23, record -> name(record.getCategory()))
                .text("provider", 16, LitigationRecord::getProvider)
                .text("case number", 40, RecordTable::caseNumbers)
                .text("court", 24, record -> record.getCourt().getName())
                .text("match", 12, record -> name(record.getMatch().getGrade()))
                .below(DETAIL_WIDTH, RecordTable::detail)
                .lines(records);
    }

    private static String caseNumbers(LitigationRecord record) {
        return record.getCaseNumbersList().stream().map(RecordTable::caseNumber).collect(Collectors.joining(", "));
    }

    private static String caseNumber(CaseNumber number) {
        return number.getCanonical().isEmpty() ? number.getRaw() : number.getCanonical();
    }

    private static String detail(LitigationRecord record) {
        return switch (record.getDetailCase()) {
            case ENFORCEMENT -> of(record.getEnforcement());
            case DISHONEST_LISTING -> of(record.getDishonestListing());
            case JUDGMENT -> list(record.getTitle(), of(record.getJudgment()));
            case PUBLIC_EXPOSURE -> of(record.getPublicExposure());
            case HEARING -> list(of(record.getHearing()), record.getCause());
            case COURT_NOTICE -> list(of(record.getCourtNotice()), record.getCause());
            case CASE_PROGRESS -> list(record.getCaseProgress().getVendorStatus(), record.getCause());
            case DETAIL_NOT_SET -> list(record.getVendorCategory(), record.getTitle());
        };
    }

    private static String of(Enforcement enforcement) {
        return list(
                said(enforcement.getVendorState(), name(enforcement.getState())),
                labelled("terminated", date(enforcement.getTerminatedDate())),
                amount("claimed", enforcement.hasClaimedAmount(), enforcement.getClaimedAmount()),
                outstanding(
                        enforcement.hasOutstandingAmount(),
                        enforcement.getOutstandingAmount(),
                        enforcement.getTerminatedDate()));
    }

    private static String of(DishonestListing listing) {
        return list(
                said(listing.getVendorState(), name(listing.getState())),
                labelled("listed", date(listing.getListedDate())),
                said(listing.getVendorPerformance(), labelled("performed", name(listing.getPerformance()))),
                listing.getGround());
    }

    private static String of(Judgment judgment) {
        return list(
                name(judgment.getDocumentKind()),
                judgment.getTrialProcedure(),
                labelled("concluded", date(judgment.getConcludeDate())));
    }

    private static String of(PublicExposure exposure) {
        return list(
                labelled("exposed", date(exposure.getExposedDate())),
                amount("claimed", exposure.hasClaimedAmount(), exposure.getClaimedAmount()),
                outstanding(
                        exposure.hasOutstandingAmount(), exposure.getOutstandingAmount(), exposure.getExposedDate()));
    }

    private static String of(Hearing hearing) {
        return list(
                labelled("plaintiff", hearing.getPlaintiffText()), labelled("defendant", hearing.getDefendantText()));
    }

    private static String of(CourtNotice notice) {
        return list(notice.getNoticeType(), labelled("published", date(notice.getPublishedDate())));
    }

    /** The vendor's own word with ours for it behind: 已终本 (ROUND_TERMINATED). */
    private static String said(String vendors, String ours) {
        if (vendors.isEmpty() || ours.isEmpty()) {
            return vendors + ours;
        }
        return vendors + " (" + ours + ")";
    }

    private static String amount(String label, boolean present, Money money) {
        return present ? label + " " + money(money) : "";
    }

    private static String outstanding(boolean present, Money money, VendorDate asOf) {
        return present ? amount("outstanding", true, money) + labelled(" on", date(asOf)) : "";
    }
}
