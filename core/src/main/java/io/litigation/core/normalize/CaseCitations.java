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
    private static final int CONTEXT = 80;

    private static final Pattern CITED =
            Pattern.compile("\\((?:19|20)[0-9]{2}\\)[\\p{IsHan}0-9()]{1,24}?[0-9]{1,9}号(?:之[一二三四五六七八九十0-9]{1,3})?"
                    + "(?:、(?:第?[0-9]{1,9}号))*");

    /** What is said of one number is said of the next: 撤销 … 号民事判决及 … 号民事裁定. */
    private static final Pattern JOINED =
            Pattern.compile("(?:民事|刑事|行政|执行)?(?:判决|裁定|调解)?书?(?:第[一二三四五六七八九十0-9、]+项)?(?:、|以?及|和|与)[^,]*$");

    private CaseCitations() {}

    /**
     * A number that a text cites.
     *
     * @param before what stands before it in the same sentence, folded
     */
    public record Citation(CaseNumber number, String before) {

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
            String between = sentence(folded, Math.max(after, matcher.start() - CONTEXT), matcher.start());
            String before = JOINED.matcher(between).lookingAt() ? previous + between : between;
            previous = before;
            for (CaseNumber number : CaseNumbers.read(matcher.group())) {
                if (!number.getCanonical().isEmpty()) {
                    citations.add(new Citation(number, before));
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
