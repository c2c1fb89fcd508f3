package io.litigation.core.normalize;

import io.litigation.core.normalize.Matching.Evidence;
import io.litigation.core.subject.Subject;
import io.litigation.v1.MatchAssessment;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.MatchSignal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a party of a record matches the subject.
 *
 * @param index of the party in the record
 * @param sameName true if the names are equal, not only compatible
 */
record PartyMatch(int index, MatchAssessment assessment, boolean sameName) {

    /** Worst first. A namesake that is contradicted says more of the record than one who has nothing to do with it. */
    private static final List<MatchGrade> BY_FIT = List.of(
            MatchGrade.MATCH_GRADE_UNSPECIFIED,
            MatchGrade.MATCH_GRADE_UNRELATED,
            MatchGrade.MATCH_GRADE_CONTRADICTED,
            MatchGrade.MATCH_GRADE_NAME_ONLY,
            MatchGrade.MATCH_GRADE_PROBABLE,
            MatchGrade.MATCH_GRADE_STRONG,
            MatchGrade.MATCH_GRADE_CONFIRMED);

    /** The party that fits best; of equally good ones the first. */
    static PartyMatch best(Subject subject, List<Evidence> parties) {
        Comparator<PartyMatch> byFit = Comparator.<PartyMatch>comparingInt(
                        match -> BY_FIT.indexOf(match.assessment.getGrade()))
                .thenComparing(PartyMatch::sameName)
                .thenComparing(match -> Signals.support(match.assessment.getSignalsList()))
                .thenComparing(match -> -match.index);
        return IntStream.range(0, parties.size())
                .mapToObj(index -> of(subject, parties.get(index), index))
                .max(byFit)
                .orElseThrow();
    }

    /** The only party that has the subject's name, unless it is somebody else. */
    static Optional<PartyMatch> onlyNamesake(Subject subject, List<Evidence> parties) {
        List<PartyMatch> namesakes = IntStream.range(0, parties.size())
                .mapToObj(index -> of(subject, parties.get(index), index))
                .filter(PartyMatch::sameName)
                .toList();
        return namesakes.size() == 1 ? Optional.of(namesakes.get(0)).filter(PartyMatch::isSubject) : Optional.empty();
    }

    /** True unless it is somebody else, or nobody is named. */
    boolean isSubject() {
        return BY_FIT.indexOf(assessment.getGrade()) >= BY_FIT.indexOf(MatchGrade.MATCH_GRADE_NAME_ONLY);
    }

    /** True if the name, perhaps a former one, is not the subject's. */
    boolean nameDiffers() {
        return Signals.disagrees(assessment.getSignalsList(), MatchSignal.Kind.KIND_NAME);
    }

    private static PartyMatch of(Subject subject, Evidence party, int index) {
        boolean sameName = NameMask.compare(subject.name(), party.name()) == NameMask.Comparison.EQUAL;
        return new PartyMatch(index, Matching.assess(subject, party), sameName);
    }
}
