package io.litigation.provider.http;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.LitigationRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What identifies the records of one answer. Two records that the vendor does not tell apart are told apart by their
 * order. For use by one thread.
 */
public final class Identities {

    private final Map<List<String>, Integer> seen = new HashMap<>();

    /** The identity itself for the first that has it; with an ordinal for those that follow. */
    public List<String> unique(List<String> identity) {
        int ordinal = seen.merge(identity, 1, Integer::sum);
        if (ordinal == 1) {
            return identity;
        }
        List<String> numbered = new ArrayList<>(identity);
        numbered.add("#" + ordinal);
        return List.copyOf(numbered);
    }

    /**
     * What identifies a record's case: its canonical numbers where those identify it by themselves, otherwise the
     * numbers' text beside the court's name.
     */
    public static String caseKey(LitigationRecord record) {
        List<CaseNumber> numbers = record.getCaseNumbersList();
        boolean modern = !numbers.isEmpty() && numbers.stream().allMatch(Identities::identifiesByItself);
        String text = numbers.stream()
                .map(number -> modern ? number.getCanonical() : number.getRaw())
                .distinct()
                .collect(Collectors.joining("、"));
        return modern ? text : text + "@" + record.getCourt().getName();
    }

    private static boolean identifiesByItself(CaseNumber number) {
        return number.getKind() == CaseNumber.Kind.KIND_MODERN
                || number.getKind() == CaseNumber.Kind.KIND_MODERN_UNKNOWN_TYPE;
    }
}
