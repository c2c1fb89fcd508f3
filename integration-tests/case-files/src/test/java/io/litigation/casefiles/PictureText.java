package io.litigation.casefiles;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.litigation.core.merge.Picture;
import io.litigation.v1.CaseAmounts;
import io.litigation.v1.CaseFile;
import io.litigation.v1.CaseState;
import io.litigation.v1.Conflict;
import io.litigation.v1.ConflictValue;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.Matter;
import io.litigation.v1.OutstandingDebt;
import io.litigation.v1.PartyListing;
import io.litigation.v1.Performance;
import io.litigation.v1.TimelineEvent;
import io.litigation.v1.VendorDate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A picture as people read it. */
final class PictureText {

    private static final DateTimeFormatter BEIJING =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final List<String> lines = new ArrayList<>();

    private PictureText() {}

    static String of(Picture picture, LitigationSummary summary) {
        PictureText text = new PictureText();
        for (Matter matter : picture.matters()) {
            text.matter(matter);
            picture.caseFiles().stream()
                    .filter(file -> file.getMatterKey().equals(matter.getMatterKey()))
                    .forEach(text::file);
        }
        text.summary(summary);
        return String.join("\n", text.lines);
    }

    private void matter(Matter matter) {
        add(
                0,
                "matter " + matter.getMatterKey() + ": " + name(matter.getStage())
                        + stated(matter.getState().getEnforcement()) + ", " + name(matter.getBestGrade()));
    }

    private void file(CaseFile file) {
        add(
                1,
                "case " + file.getCaseKey() + " of " + file.getCourt().getName() + ": "
                        + String.join(" ", file.getRecordIdsList()));
        file.getOtherBasesList()
                .forEach(basis -> add(
                        2,
                        "rests on " + basis.getCaseNumber().getRaw() + ", no court's, of "
                                + (basis.getIssuingUnit().isEmpty() ? "somebody" : basis.getIssuingUnit())));
        file.getLinksList()
                .forEach(link -> add(
                        2,
                        name(link.getKind()) + " " + link.getTargetCaseKey() + "  ["
                                + String.join(" ", link.getRecordIdsList()) + "]"));
        file.getTimelineList().forEach(this::event);
        state(file.getState());
        amounts(file.getAmounts());
        file.getConflictsList().forEach(this::conflict);
    }

    private void event(TimelineEvent event) {
        String date = event.hasDate() ? date(event.getDate()) : "no date";
        String party = event.getParty().isEmpty() ? "" : ", " + event.getParty();
        String role = event.getRole().name().equals("PARTY_ROLE_UNSPECIFIED") ? "" : " (" + name(event.getRole()) + ")";
        String detail = event.getDetail().isEmpty() ? "" : ", " + event.getDetail();
        add(
                2,
                (event.getNotLaterThan() ? "by " : "") + date + " " + name(event.getKind()) + party + role + detail
                        + "  [" + String.join(" ", event.getRecordIdsList()) + "]");
    }

    private void state(CaseState state) {
        if (!state.getReason().isEmpty()) {
            add(2, "why: " + state.getReason());
        }
        for (PartyListing listing : state.getListingsList()) {
            String asOf = listing.hasStateAsOfTime() ? " as of " + time(listing.getStateAsOfTime()) : "";
            String performed = listing.getPerformance() == Performance.PERFORMANCE_UNSPECIFIED
                    ? ""
                    : ", performed " + name(listing.getPerformance());
            add(2, "listing of " + listing.getParty() + ": " + name(listing.getState()) + asOf + performed);
        }
    }

    private void amounts(CaseAmounts amounts) {
        if (amounts.hasClaimed()) {
            add(2, "claimed " + money(amounts.getClaimed()));
        }
        if (amounts.hasOutstanding()) {
            add(
                    2,
                    "outstanding " + money(amounts.getOutstanding())
                            + (amounts.hasOutstandingDate() ? " on " + date(amounts.getOutstandingDate()) : ""));
        }
        if (!amounts.getReason().isEmpty()) {
            add(2, "amounts: " + amounts.getReason());
        }
    }

    private void conflict(Conflict conflict) {
        add(2, "conflict " + conflict.getField() + (conflict.getParty().isEmpty() ? "" : " of " + conflict.getParty()));
        for (ConflictValue value : conflict.getValuesList()) {
            add(
                    3,
                    value.getValue() + "  [" + String.join(" ", value.getRecordIdsList()) + "]"
                            + (value.getReason().isEmpty() ? "" : " shown: " + value.getReason()));
        }
    }

    private void summary(LitigationSummary summary) {
        add(0, "summary of " + summary.getRecordCount() + " records");
        summary.getGradeFiguresList()
                .forEach(figure -> add(1, name(figure.getGrade()) + " " + String.join(" ", figure.getRecordIdsList())));
        summary.getMatterFiguresList()
                .forEach(figure -> add(
                        1,
                        figure.getMatterCount() + " matters " + name(figure.getStage())
                                + stated(figure.getEnforcement())));
        summary.getListingFiguresList()
                .forEach(figure -> add(
                        1,
                        figure.getListingCount() + " listings " + name(figure.getState()) + "  ["
                                + String.join(" ", figure.getRecordIdsList()) + "]"));
        summary.getOutstandingFiguresList().forEach(figure -> {
            add(
                    1,
                    "outstanding " + money(figure.getAmount()) + "  [" + String.join(" ", figure.getRecordIdsList())
                            + "]");
            add(2, figure.getComputation());
        });
        summary.getUncountedDebtsList().forEach(this::uncounted);
        if (summary.getStandaloneFigure().getRecordCount() > 0) {
            add(1, "alone " + String.join(" ", summary.getStandaloneFigure().getRecordIdsList()));
        }
        if (summary.hasNewestEventDate()) {
            add(1, "newest event " + date(summary.getNewestEventDate()));
        }
    }

    private void uncounted(OutstandingDebt debt) {
        add(
                1,
                "not added: " + (debt.hasAmount() ? money(debt.getAmount()) : "unknown") + " of "
                        + (debt.getCaseKey().isEmpty() ? "no case" : debt.getCaseKey()) + "  ["
                        + String.join(" ", debt.getRecordIdsList()) + "] " + debt.getReason());
    }

    private void add(int depth, String line) {
        lines.add("  ".repeat(depth) + line);
    }

    private static String stated(EnforcementState state) {
        return state == EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED ? "" : " " + name(state);
    }

    /** The constant without its type's prefix. */
    private static String name(Enum<?> constant) {
        String prefix = constant.getDeclaringClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_") + "_";
        return constant.name()
                .substring(prefix.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    private static String money(Money money) {
        BigDecimal amount = BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9));
        return money.getCurrencyCode() + " "
                + (amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString());
    }

    private static String time(Timestamp time) {
        return BEIJING.format(Instant.ofEpochSecond(time.getSeconds()));
    }

    private static String date(VendorDate date) {
        String day = "%04d".formatted(date.getDate().getYear())
                + (date.getDate().getMonth() > 0
                        ? "-%02d".formatted(date.getDate().getMonth())
                        : "")
                + (date.getDate().getDay() > 0
                        ? "-%02d".formatted(date.getDate().getDay())
                        : "");
        return date.getPrecision() == VendorDate.Precision.PRECISION_TIME
                ? day
                        + " %02d:%02d"
                                .formatted(
                                        date.getTime().getHours(),
                                        date.getTime().getMinutes())
                : day;
    }
}
