package io.litigation.core.normalize;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * The end of a case number, behind the type code: the serial, perhaps with the number of a document of the case (之一,
 * -1) or with the end of a range.
 *
 * @param serials one; several for a range; none if several readings are possible
 * @param document number of the document, 0 for the case itself
 * @param length number of digits as written
 * @param closed true if 号 stands behind it
 */
record CaseSerial(List<Integer> serials, int document, int length, boolean closed) {

    private static final String COUNT = "[0-9一二三四五六七八九十]{1,3}";

    /** A document of the case, by its number. */
    static final String DOCUMENT = "\\(?之(?<%s>" + COUNT + ")\\)?";

    private static final String DOCUMENT_NAME =
            "\\(?\\p{IsHan}{0,12}(?:判决书?|裁定书?|调解书?|决定书?|支付令|通知书?|裁决书?|公告|执行证书|告知书" + "|(?:消费|财产|保护|搜查)令)\\)?";

    /** 1 to 8 digits, and any zeros before them. */
    static final String SERIAL = "0*[0-9]{1,8}";

    /** What may stand behind the type code, up to the end. */
    static final String FORM = "字*第?(?<serial>" + SERIAL + ")"
            + "(?:号?(?<joint>[-至])第?(?<second>" + SERIAL + ")|" + DOCUMENT.formatted("inner") + ")?"
            + "(?<closed>号(?:" + DOCUMENT.formatted("outer") + ")?)?(?:" + DOCUMENT_NAME + ")?";

    private static final int GREATEST_DOCUMENT_BEHIND_HYPHEN = 30;
    private static final int WIDEST_RANGE = 50;

    /** Reads a match of {@link #FORM}. */
    static CaseSerial of(Matcher match) {
        String serial = match.group("serial");
        String second = match.group("second");
        boolean closed = match.group("closed") != null;
        int inner = document(match.group("inner"));
        int outer = document(match.group("outer"));
        int first = Integer.parseInt(serial);
        if (inner < 0 || outer < 0 || (outer > 0 && (inner > 0 || second != null))) {
            return ambiguous(serial, closed);
        }
        if (second == null) {
            return new CaseSerial(List.of(first), inner + outer, serial.length(), closed);
        }
        int last = Integer.parseInt(second);
        if (second.length() == serial.length() && last > first && last - first < WIDEST_RANGE) {
            List<Integer> range = IntStream.rangeClosed(first, last).boxed().toList();
            return new CaseSerial(range, 0, serial.length(), closed);
        }
        boolean document = "-".equals(match.group("joint"))
                && second.length() < serial.length()
                && last >= 1
                && last <= GREATEST_DOCUMENT_BEHIND_HYPHEN;
        return document ? new CaseSerial(List.of(first), last, serial.length(), closed) : ambiguous(serial, closed);
    }

    /** True if the number behind another one may be that of a document: 2 in 7-1、2号. */
    boolean mayBeDocument() {
        return document == 0 && serials.size() == 1 && serials.get(0) <= GREATEST_DOCUMENT_BEHIND_HYPHEN;
    }

    private static CaseSerial ambiguous(String serial, boolean closed) {
        return new CaseSerial(List.of(), 0, serial.length(), closed);
    }

    // -1 for what is not a number, such as 十十.
    private static int document(@Nullable String count) {
        if (count == null) {
            return 0;
        }
        int number = HanziNumerals.counting(count);
        return number == 0 ? -1 : number;
    }
}
