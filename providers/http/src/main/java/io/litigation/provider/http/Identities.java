package io.litigation.provider.http;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.LitigationRecord;

import java.util.List;
import java.util.stream.Collectors;

/** What identifies records to which the vendor gives no identifier. */
public final class Identities {

    private Identities() {}

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
