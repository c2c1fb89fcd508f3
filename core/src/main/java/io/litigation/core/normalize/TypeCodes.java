package io.litigation.core.normalize;

import io.litigation.v1.ProcedureStage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Type codes of cases (类型代字): which there are, and for which stage of proceedings each stands. */
final class TypeCodes {

    private static final Map<String, ProcedureStage> STAGES = stages();
    private static final Set<String> SPECIAL_TRIALS = ResourceTable.rows("special-trial-codes.tsv").stream()
            .map(row -> row.get(0))
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST =
            STAGES.keySet().stream().mapToInt(String::length).max().orElse(0);

    /** Before 2016 the chamber might stand behind the kind of case: 民一(民)初, 民三(知)终, 民二初. */
    private static final Pattern CHAMBER = Pattern.compile(
            "(?<=^[刑民行])(?:[一二三四五六七八九十]{1,2}(?:\\(\\p{IsHan}{1,3}\\))?|\\(\\p{IsHan}{1,3}\\))(?=\\p{IsHan})");

    private TypeCodes() {}

    /** Stage of a type code, perhaps with a special-trial code (知) before it; empty if the code is not on the list. */
    static Optional<ProcedureStage> stage(String code) {
        ProcedureStage stage = STAGES.get(code);
        if (stage == null && code.length() > 1 && SPECIAL_TRIALS.contains(code.substring(0, 1))) {
            stage = STAGES.get(code.substring(1));
        }
        return Optional.ofNullable(stage);
    }

    /** Stage of a type of before 2016, of which the chamber is no part: 民一(民)初 is 民初. Empty if it is not on the list. */
    static Optional<ProcedureStage> olderStage(String code) {
        return stage(code).or(() -> stage(CHAMBER.matcher(code).replaceFirst("")));
    }

    /** The longest code that a text ends with and does not consist of; empty if there is none. */
    static String endOf(String text) {
        for (int start = Math.max(1, text.length() - LONGEST); start < text.length(); start++) {
            if (STAGES.containsKey(text.substring(start))) {
                return text.substring(start);
            }
        }
        return "";
    }

    /** All codes. */
    static Map<String, ProcedureStage> all() {
        return STAGES;
    }

    private static Map<String, ProcedureStage> stages() {
        Map<String, ProcedureStage> stages = new HashMap<>();
        for (List<String> row : ResourceTable.rows("type-codes.tsv")) {
            ProcedureStage stage = ProcedureStage.valueOf("PROCEDURE_STAGE_" + row.get(0));
            for (String code : row.get(1).split(" ", -1)) {
                stages.put(code, stage);
            }
        }
        return Map.copyOf(stages);
    }
}
