package io.litigation.core.search;

import io.litigation.core.merge.LeftOut;
import io.litigation.core.subject.Violations;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.SearchRecordsRequest;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a request wants left out. */
final class UnwantedRecords {

    private static final int MOST_EXCLUDED = 1_000;
    private static final Pattern RECORD_ID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Set<MatchGrade> LEAST = EnumSet.of(
            MatchGrade.MATCH_GRADE_UNSPECIFIED,
            MatchGrade.MATCH_GRADE_CONFIRMED,
            MatchGrade.MATCH_GRADE_STRONG,
            MatchGrade.MATCH_GRADE_PROBABLE,
            MatchGrade.MATCH_GRADE_NAME_ONLY);

    private UnwantedRecords() {}

    static LeftOut read(SearchRecordsRequest request, Violations violations) {
        MatchGrade least = request.getMinMatch();
        if (!LEAST.contains(least)) {
            violations.add("min_match", "MIN_MATCH_INVALID", "Must be CONFIRMED, STRONG, PROBABLE or NAME_ONLY.");
        }
        List<String> excluded = request.getExcludeRecordIdsList();
        if (excluded.size() > MOST_EXCLUDED) {
            violations.add("exclude_record_ids", "TOO_MANY", "At most " + MOST_EXCLUDED + " records can be named.");
            return LeftOut.NOTHING;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < excluded.size(); i++) {
            String field = "exclude_record_ids[" + i + "]";
            if (!RECORD_ID.matcher(excluded.get(i)).matches()) {
                violations.add(field, "RECORD_ID_INVALID", "Not an identifier of a record.");
            } else if (!seen.add(excluded.get(i))) {
                violations.add(field, "REPEATED", "Named twice.");
            }
        }
        return least == MatchGrade.MATCH_GRADE_UNSPECIFIED && seen.isEmpty()
                ? LeftOut.NOTHING
                : new LeftOut(least, seen);
    }
}
