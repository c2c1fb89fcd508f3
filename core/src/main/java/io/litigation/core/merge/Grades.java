package io.litigation.core.merge;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Grades by how surely a record is about the subject. */
public final class Grades {

    private static final List<MatchGrade> SUREST_FIRST = List.of(
            MatchGrade.MATCH_GRADE_CONFIRMED,
            MatchGrade.MATCH_GRADE_STRONG,
            MatchGrade.MATCH_GRADE_PROBABLE,
            MatchGrade.MATCH_GRADE_NAME_ONLY,
            MatchGrade.MATCH_GRADE_UNSPECIFIED,
            MatchGrade.MATCH_GRADE_UNRELATED,
            MatchGrade.MATCH_GRADE_CONTRADICTED);

    private Grades() {}

    /** False if it is surely, or by its name, about somebody else: such a record is neither counted nor merged. */
    public static boolean isAboutSubject(LitigationRecord record) {
        MatchGrade grade = record.getMatch().getGrade();
        return grade != MatchGrade.MATCH_GRADE_CONTRADICTED && grade != MatchGrade.MATCH_GRADE_UNRELATED;
    }

    /** Whether a record is graded so or better. */
    public static boolean isAtLeast(MatchGrade least, LitigationRecord record) {
        return SUREST_FIRST.indexOf(record.getMatch().getGrade()) <= SUREST_FIRST.indexOf(least);
    }

    static MatchGrade best(Collection<SourcedRecord> sources) {
        return sources.stream()
                .map(source -> source.record().getMatch().getGrade())
                .min(Comparator.comparingInt(SUREST_FIRST::indexOf))
                .orElse(MatchGrade.MATCH_GRADE_UNSPECIFIED);
    }
}
