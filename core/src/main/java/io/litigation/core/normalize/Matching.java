package io.litigation.core.normalize;

import io.litigation.core.subject.Subject;
import io.litigation.v1.MatchAssessment;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.MatchSignal;
import io.litigation.v1.Sex;
import io.litigation.v1.SubjectKind;
import io.litigation.v1.VendorDate;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** How surely a record is about the subject. */
public final class Matching {

    private static final int ENOUGH_VISIBLE = 10;
    private static final int ENOUGH_TAIL = 3;
    private static final int ENOUGH_SUPPORT = 2;

    private Matching() {}

    /**
     * What a record says of the party that may be the subject.
     *
     * @param name name as the vendor wrote it, empty if it named nobody
     * @param id identifier as the vendor wrote it, perhaps masked; empty if it gave none
     * @param sex as the vendor says
     * @param age in years, 0 if not said
     * @param vendorRatio the vendor's match ratio as text, empty if it gave none
     * @param courtProvince short name of the court's province, empty if unknown
     * @param dates dates of the record at which the age may have been meant
     * @param asOf when the answer was received
     */
    public record Evidence(
            String name,
            String id,
            Sex sex,
            int age,
            String vendorRatio,
            String courtProvince,
            List<VendorDate> dates,
            @Nullable Instant asOf) {

        public Evidence {
            dates = List.copyOf(dates);
        }

        @Override
        public String toString() {
            return "Evidence[***]";
        }
    }

    /**
     * Assesses the evidence: the grade whose condition holds first, in the order CONFIRMED, CONTRADICTED, STRONG,
     * PROBABLE, NAME_ONLY, UNRELATED; UNSPECIFIED if there is neither a name nor a full identifier. There is a signal of
     * each kind, in the order of their enum; signals hold masked values only.
     */
    public static MatchAssessment assess(Subject subject, Evidence evidence) {
        SubjectIdentity identity = SubjectIdentity.of(subject);
        NameMask.Comparison name = NameMask.compare(subject.name(), evidence.name());
        IdMask.Comparison id = IdList.compare(identity, evidence.id());
        Signals signals = new Signals(subject.kind(), identity, evidence);
        List<MatchSignal> all = List.of(
                signals.name(name), signals.id(id), signals.sex(), signals.age(), signals.ratio(), signals.province());
        return MatchAssessment.newBuilder()
                .setGrade(grade(subject.kind(), name, id, all))
                .addAllSignals(all)
                .build();
    }

    private static MatchGrade grade(
            SubjectKind kind, NameMask.Comparison name, IdMask.Comparison id, List<MatchSignal> signals) {
        if (id instanceof IdMask.Equal) {
            return MatchGrade.MATCH_GRADE_CONFIRMED;
        }
        if (id instanceof IdMask.Contradicting || Signals.disagrees(signals, MatchSignal.Kind.KIND_SEX)) {
            return MatchGrade.MATCH_GRADE_CONTRADICTED;
        }
        return switch (name) {
            case EQUAL -> gradeOfNamesake(kind, id, signals);
            case COMPATIBLE -> MatchGrade.MATCH_GRADE_NAME_ONLY;
            case DIFFERENT -> MatchGrade.MATCH_GRADE_UNRELATED;
            case ABSENT -> MatchGrade.MATCH_GRADE_UNSPECIFIED;
        };
    }

    private static MatchGrade gradeOfNamesake(SubjectKind kind, IdMask.Comparison id, List<MatchSignal> signals) {
        if (id instanceof IdMask.Consistent consistent && consistent.visible() >= ENOUGH_VISIBLE) {
            return consistent.tail() >= ENOUGH_TAIL ? MatchGrade.MATCH_GRADE_STRONG : MatchGrade.MATCH_GRADE_PROBABLE;
        }
        boolean fullCompanyName = kind == SubjectKind.SUBJECT_KIND_ORGANIZATION;
        return fullCompanyName || Signals.support(signals) >= ENOUGH_SUPPORT
                ? MatchGrade.MATCH_GRADE_PROBABLE
                : MatchGrade.MATCH_GRADE_NAME_ONLY;
    }
}
