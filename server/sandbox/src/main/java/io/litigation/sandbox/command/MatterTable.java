package io.litigation.sandbox.command;

import io.litigation.v1.CaseAmounts;
import io.litigation.v1.CaseFile;
import io.litigation.v1.CaseLink;
import io.litigation.v1.CaseState;
import io.litigation.v1.Conflict;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.Matter;
import io.litigation.v1.OutstandingDebt;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.TimelineEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.litigation.sandbox.command.Wording.date;
import static io.litigation.sandbox.command.Wording.labelled;
import static io.litigation.sandbox.command.Wording.list;
import static io.litigation.sandbox.command.Wording.money;
import static io.litigation.sandbox.command.Wording.name;

/** The matters of an answer: a row for each matter, one for each of its cases, and below them what happened and what sources contradict each other in. */
final class MatterTable {

    private static final int WIDTH = 110;

    private MatterTable() {}

    /** A row of the table: a matter, a case or an event. */
    private record Row(String name, String date, String what, String sources, String below) {}

    static List<String> lines(SearchRecordsResponse answer) {
        List<Row> rows = new ArrayList<>();
        for (Matter matter : answer.getMattersList()) {
            rows.add(of(matter));
            answer.getCaseFilesList().stream()
                    .filter(file -> file.getMatterKey().equals(matter.getMatterKey()))
                    .forEach(file -> {
                        rows.add(of(file));
                        file.getTimelineList().forEach(event -> rows.add(of(event)));
                        file.getConflictsList().forEach(conflict -> rows.add(of(conflict)));
                    });
        }
        return new TextTable<Row>()
                .text("matter, - case", 44, Row::name)
                .text("date", 13, Row::date)
                .text("state, event", 56, Row::what)
                .text("told by", 24, Row::sources)
                .below(WIDTH, Row::below)
                .lines(rows);
    }

    /** The sums, and how they were computed. */
    static List<String> outstanding(LitigationSummary summary) {
        Stream<String> sums = summary.getOutstandingFiguresList().stream()
                .flatMap(figure ->
                        Stream.of(money(figure.getAmount()), "  " + TextTable.cut(figure.getComputation(), 3 * WIDTH)));
        Stream<String> beside = summary.getUncountedDebtsList().stream().map(MatterTable::beside);
        return Stream.concat(sums, beside).toList();
    }

    private static String beside(OutstandingDebt debt) {
        String amount = debt.hasAmount() ? money(debt.getAmount()) : "unknown";
        return TextTable.cut("not added: " + list(amount, debt.getCaseKey()) + ": " + debt.getReason(), WIDTH);
    }

    private static Row of(Matter matter) {
        return new Row(
                matter.getMatterKey(),
                "",
                list(name(matter.getStage()), name(matter.getState().getEnforcement())),
                "",
                labelled("match", name(matter.getBestGrade())));
    }

    private static Row of(CaseFile file) {
        CaseAmounts amounts = file.getAmounts();
        return new Row(
                "- " + file.getCaseKey(),
                "",
                list(name(file.getState().getEnforcement()), listing(file.getState())),
                "",
                list(
                        amounts.hasClaimed() ? labelled("claimed", money(amounts.getClaimed())) : "",
                        amounts.hasOutstanding()
                                ? labelled("outstanding", money(amounts.getOutstanding()))
                                        + labelled(" on", date(amounts.getOutstandingDate()))
                                : "",
                        ties(file)));
    }

    /** What it goes on with or is about, and awards that it rests on; the case that it rests on stands above it. */
    private static String ties(CaseFile file) {
        Stream<String> links = file.getLinksList().stream()
                .filter(link -> link.getKind() != CaseLink.Kind.KIND_BASIS)
                .map(link -> labelled(name(link.getKind()).toLowerCase(Locale.ROOT), link.getTargetCaseKey()));
        Stream<String> awards = file.getOtherBasesList().stream()
                .map(basis -> labelled("rests on", list(basis.getCaseNumber().getRaw(), basis.getIssuingUnit())));
        return Stream.concat(links, awards).collect(Collectors.joining(", "));
    }

    /** All values, the shown one first. */
    private static Row of(Conflict conflict) {
        String values = conflict.getValuesList().stream()
                .map(value -> value.getValue() + " (" + String.join(", ", value.getProvidersList()) + ")")
                .collect(Collectors.joining(" / "));
        return new Row("", "conflict", list(conflict.getField(), conflict.getParty()), "", values);
    }

    /** Whether it is in force nobody may know; that is not the same as no listing. */
    private static String listing(CaseState state) {
        if (state.getListingsCount() == 0) {
            return "";
        }
        String known = name(state.getListing());
        return labelled("listing", known.isEmpty() ? "unknown" : known);
    }

    private static Row of(TimelineEvent event) {
        return new Row(
                "",
                (event.getNotLaterThan() ? "by " : "") + date(event.getDate()),
                list(name(event.getKind()), event.getParty(), event.getDetail()),
                String.join(", ", event.getProvidersList()),
                "");
    }
}
