package io.litigation.sandbox.command;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StandaloneFigure;
import io.litigation.v1.Subject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An answer as text for people. */
final class AnswerText {

    private static final Set<MatchGrade> OTHERS =
            EnumSet.of(MatchGrade.MATCH_GRADE_CONTRADICTED, MatchGrade.MATCH_GRADE_UNRELATED);

    private final List<String> lines = new ArrayList<>();

    private AnswerText() {}

    /** The subject; the matters, what stands alone, what could not be asked; then every record, and the notes. */
    static List<String> of(Subject subject, SearchRecordsResponse answer) {
        AnswerText text = new AnswerText();
        text.lines.add(describe(subject));
        text.lines.add(Wording.list(
                answer.getComplete() ? "complete" : "not complete: what is missing here may exist",
                "lookup " + answer.getLookupId()));
        LitigationSummary summary = answer.getSummary();
        text.section("Matters: " + answer.getMattersCount(), MatterTable.lines(answer));
        text.section("Outstanding", MatterTable.outstanding(summary));
        text.section(
                "What stands alone: " + summary.getStandaloneFigure().getRecordCount(),
                RecordTable.lines(named(answer, summary.getStandaloneFigure())));
        text.section("About somebody else, neither counted nor merged", RecordTable.lines(others(answer)));
        text.section("What became of each offering", OutcomeTables.outcomes(answer.getOutcomesList()));
        text.section("What is known of each category", OutcomeTables.coverage(answer.getCoverageList()));
        text.section("What this answer can't tell", answer.getSummary().getCoverageGapsList());
        text.section(
                records(answer),
                answer.getRecordsCount() == 0 ? List.of("none") : RecordTable.lines(answer.getRecordsList()));
        text.section("Notes", NoteTable.lines(answer));
        return text.lines;
    }

    private static List<LitigationRecord> named(SearchRecordsResponse answer, StandaloneFigure figure) {
        Set<String> ids = Set.copyOf(figure.getRecordIdsList());
        return answer.getRecordsList().stream()
                .filter(record -> ids.contains(record.getRecordId()))
                .toList();
    }

    private static List<LitigationRecord> others(SearchRecordsResponse answer) {
        return answer.getRecordsList().stream()
                .filter(record -> OTHERS.contains(record.getMatch().getGrade()))
                .toList();
    }

    private void section(String heading, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(heading);
            content.forEach(line -> lines.add("  " + line));
        }
    }

    private static String records(SearchRecordsResponse answer) {
        int shown = answer.getRecordsCount();
        int all = Math.max(shown, answer.getSummary().getRecordCount());
        return "Records: " + (shown == all ? String.valueOf(all) : "the first " + shown + " of " + all);
    }

    private static String describe(Subject subject) {
        return switch (subject.getKindCase()) {
            case PERSON -> describe(subject.getPerson());
            case ORGANIZATION -> describe(subject.getOrganization());
            case KIND_NOT_SET -> throw new IllegalArgumentException("no subject");
        };
    }

    private static String describe(Person person) {
        return "Person "
                + Wording.list(
                        person.getName(),
                        Wording.labelled("id number", person.getIdNumber()),
                        Wording.labelled("mobile", person.getMobile()));
    }

    private static String describe(Organization organization) {
        return "Company "
                + Wording.list(organization.getName(), Wording.labelled("credit code", organization.getCreditCode()));
    }
}
