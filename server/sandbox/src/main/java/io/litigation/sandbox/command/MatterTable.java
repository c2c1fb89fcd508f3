package io.litigation.sandbox.command;

import io.litigation.v1.CaseAmounts;
import io.litigation.v1.CaseFile;
import io.litigation.v1.CaseState;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.Matter;
import io.litigation.v1.OutstandingDebt;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.TimelineEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static io.litigation.sandbox.command.Wording.date;
import static io.litigation.sandbox.command.Wording.labelled;
import static io.litigation.sandbox.command.Wording.list;
import static io.litigation.sandbox.command.Wording.money;
import static io.litigation.sandbox.command.Wording.name;

/** The matters of an answer: a row for each matter, one for each of its cases, and below them what happened. */
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
                list(
                        name(file.getState().getEnforcement()),
                        listing(file.getState()),
                        file.getConflictsCount() == 0 ? "" : "conflicts: " + file.getConflictsCount()),
                "",
                list(
                        amounts.hasClaimed() ? labelled("claimed", money(amounts.getClaimed())) : "",
                        amounts.hasOutstanding()
                                ? labelled("outstanding", money(amounts.getOutstanding()))
                                        + labelled(" on", date(amounts.getOutstandingDate()))
                                : ""));
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
