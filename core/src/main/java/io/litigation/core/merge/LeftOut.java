package io.litigation.core.merge;

import io.litigation.v1.LeftOutFigure;
import io.litigation.v1.LeftOutFigure.Reason;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a request wants left out: records below a grade, and known false hits.
 *
 * @param least grade that is wanted; UNSPECIFIED for all
 * @param excluded identifiers of records
 */
public record LeftOut(MatchGrade least, Set<String> excluded) {

    /** Leaves nothing out. */
    public static final LeftOut NOTHING = new LeftOut(MatchGrade.MATCH_GRADE_UNSPECIFIED, Set.of());

    public LeftOut {
        excluded = Set.copyOf(excluded);
    }

    /** Why a record is left out; empty if it is not. */
    public Optional<Reason> reason(LitigationRecord record) {
        if (excluded.contains(record.getRecordId())) {
            return Optional.of(Reason.REASON_EXCLUDED);
        }
        return least == MatchGrade.MATCH_GRADE_UNSPECIFIED || Grades.isAtLeast(least, record)
                ? Optional.empty()
                : Optional.of(Reason.REASON_BELOW_MIN_MATCH);
    }

    /** How many of these records are left out, and which. */
    List<LeftOutFigure> figures(List<LitigationRecord> records) {
        if (equals(NOTHING)) {
            return List.of();
        }
        List<LeftOutFigure> figures = new ArrayList<>();
        new TreeMap<>(Figures.by(records, this::reason))
                .forEach((reason, left) -> Figures.by(
                                left, record -> Optional.of(record.getMatch().getGrade()))
                        .forEach((grade, of) -> figures.add(LeftOutFigure.newBuilder()
                                .setReason(reason)
                                .setGrade(grade)
                                .setRecordCount(of.size())
                                .addAllRecordIds(Figures.distinct(List.of(of.stream()
                                        .map(LitigationRecord::getRecordId)
                                        .toList())))
                                .build())));
        return figures;
    }
}
