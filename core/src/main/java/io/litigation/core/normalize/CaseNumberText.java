package io.litigation.core.normalize;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The text of a field of case numbers, folded so that its spellings are one. */
final class CaseNumberText {

    private static final Map<Integer, Integer> TRADITIONAL = ResourceTable.characters("traditional.tsv");
    private static final List<String> NON_COURT_WORDS = ResourceTable.rows("non-court-words.tsv").stream()
            .map(row -> row.get(0))
            .toList();
    private static final Pattern LABEL = Pattern.compile("^\\(?案号:?");
    /** A court's name before the number; what it says is in other fields. */
    private static final Pattern LEADING_COURT = Pattern.compile("^[\\p{IsHan}]{2,40}法院(?=\\(?[0-9])");

    private static final Pattern MASK = Pattern.compile("[*×某]|(?i:XX)");

    private CaseNumberText() {}

    /** NFKC and radicals, no blanks, simplified, round brackets, ASCII hyphens; without label and outer brackets. */
    static String fold(String raw) {
        String text = Brackets.round(Dashes.ascii(Folding.replace(Folding.solid(raw), TRADITIONAL)));
        text = LABEL.matcher(text).replaceFirst("");
        while (text.startsWith("((") && text.endsWith(")")) {
            text = text.substring(1, text.length() - 1);
        }
        return text;
    }

    /** Without a court's name before the number: 上海市长宁区人民法院(2019)… */
    static String withoutCourtName(String folded) {
        return LEADING_COURT.matcher(folded).replaceFirst("");
    }

    static boolean isMasked(String folded) {
        return MASK.matcher(folded).find();
    }

    /** True if a word says that it is a number of arbitration, of a notary or of an authority. */
    static boolean isNonCourt(String folded) {
        return NON_COURT_WORDS.stream().anyMatch(folded::contains);
    }
}
