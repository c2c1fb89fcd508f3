package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Case numbers that a text cites, such as a judgment's that names the one which it was appealed from. */
public final class CaseCitations {

    /** What a document is about it says at its beginning. */
    private static final int LONGEST = 50_000;

    private static final int MOST = 50;
    private static final int BEFORE = 80;
    /** A judgment that is quoted in between may be long. */
    private static final int BEHIND = 600;

    private static final String YEAR = "(?:(?:19|20)[0-9]{2}|[一二][九〇○零][" + HanziNumerals.DIGITS + "]{2})";
    private static final String CODE =
            "(?:最高法|[" + String.join("", Provinces.courtPrefixes()) + "](?:[0-9]{4}|[0-9]{2}|(?=知?[刑民行赔])))";
    private static final String SERIAL = "[0-9]{1,9}号";
    /** A year without brackets may be any number: the rest must be a case's, by a code of the rules or by 字第. */
    private static final String BARE_YEAR = "(?<![0-9.," + HanziNumerals.DIGITS + "])" + YEAR + "(?=" + CODE
            + "\\p{IsHan}{1,5}(?:字第)?" + SERIAL + "|[\\p{IsHan}()&&[^年月日]]{2,12}?[初终再申监抗提执恢]字第" + SERIAL + ")";

    private static final Pattern CITED = Pattern.compile("(?:\\(" + YEAR + "年?\\)|" + BARE_YEAR
            + ")[\\p{IsHan}0-9()]{1,24}?" + SERIAL + "(?:之[一二三四五六七八九十0-9]{1,3})?(?:、(?:第?" + SERIAL + "))*");

    /** What is said of one number is said of the next: 撤销 … 号民事判决及 … 号民事裁定. */
    private static final Pattern JOINED =
            Pattern.compile("(?:民事|刑事|行政|执行)?(?:判决|裁定|调解)?书?(?:第[一二三四五六七八九十0-9、]+项)?(?:、|以?及|和|与)[^,]*$");

    private CaseCitations() {}

    /**
     * A number that a text cites.
     *
     * @param before what stands before it in the same sentence, folded; before a number that is joined to another one, also
     *     what stands before that, with a 号 in its place
     * @param after what stands behind it, folded: the rest of its sentence and what follows
     */
    public record Citation(CaseNumber number, String before, String after) {

        @Override
        public String toString() {
            return "Citation[" + number.getCanonical() + "]";
        }
    }

    /** The numbers that a text cites, in its order, as far as they can be read. */
    public static List<Citation> in(String text) {
        if (text.indexOf('号') < 0 && text.indexOf('號') < 0) {
            return List.of();
        }
        String folded = CaseNumberText.folded(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<Citation> citations = new ArrayList<>();
        Matcher matcher = CITED.matcher(folded);
        int after = 0;
        String previous = "";
        while (citations.size() < MOST && matcher.find()) {
            String between = sentence(folded, Math.max(after, matcher.start() - BEFORE), matcher.start());
            String before = JOINED.matcher(between).lookingAt() ? previous + "号" + between : between;
            String behind = folded.substring(matcher.end(), Math.min(folded.length(), matcher.end() + BEHIND));
            previous = before;
            for (CaseNumber number : CaseNumbers.read(matcher.group())) {
                if (!number.getCanonical().isEmpty()) {
                    citations.add(new Citation(number, before, behind));
                }
            }
            after = matcher.end();
        }
        return citations;
    }

    private static String sentence(String text, int from, int to) {
        int start = to;
        while (start > from && "。;".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start, to);
    }
}
