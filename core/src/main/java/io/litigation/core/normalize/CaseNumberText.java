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
    private static final Pattern LABEL = Pattern.compile("^(?:案号|\\(案号\\)):?");
    /** A court's name before the number; what it says is in other fields. */
    private static final Pattern LEADING_COURT =
            Pattern.compile("^[\\p{IsHan}]{2,40}法院(?=\\(?[0-9" + HanziNumerals.DIGITS + "]{4})");

    /** Outside of a court's own code of recognition, 认(外仲), and the names of a court's own documents. */
    private static final Pattern COURTS_OWN_WORDS = Pattern.compile("认\\(?外仲\\)?|罚款决定书?|(?:撤销|不予执行)仲裁裁决");

    private static final Pattern MASK = Pattern.compile("[*×某]|(?i:XX)");

    private CaseNumberText() {}

    /** NFKC and radicals, no blanks, simplified, round brackets, ASCII hyphens; without label and outer brackets. */
    static String fold(String raw) {
        return unwrapped(LABEL.matcher(unwrapped(folded(raw))).replaceFirst(""));
    }

    /** The same of a text that only contains numbers. */
    static String folded(String raw) {
        return Brackets.round(Dashes.ascii(Folding.replace(Folding.solid(raw), TRADITIONAL)));
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
        String others = COURTS_OWN_WORDS.matcher(folded).replaceAll("");
        return NON_COURT_WORDS.stream().anyMatch(others::contains);
    }

    private static String unwrapped(String text) {
        String inner = text;
        while (inner.length() > 2 && closingOfFirst(inner) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return inner;
    }

    /** Where the bracket with which a text begins is closed; 0 if it begins with none, its length if none closes it. */
    private static int closingOfFirst(String text) {
        int depth = 0;
        int i = 0;
        while (i < text.length()) {
            char character = text.charAt(i);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth <= 0) {
                return i;
            }
            i++;
        }
        return i;
    }
}
