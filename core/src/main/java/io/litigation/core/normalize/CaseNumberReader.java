package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.CaseNumber.Kind;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one field: splits it into the numbers that it lists, of which all but the first may lack what they share with
 * the one before (447号、448号), and reads each. One that can't be read makes the whole field unreadable.
 */
final class CaseNumberReader {

    private static final int LONGEST = 1_000;

    private static final String YEAR = "\\(?(?<year>[0-9" + HanziNumerals.DIGITS + "]{4})年?\\)?";
    private static final String HANZI = "[\\p{IsHan}()&&[^号第之]]";
    private static final String BODY = "(?<body>" + HANZI + "+?|" + HANZI + "+?[0-9]{1,4}" + HANZI + "+?)";
    private static final Pattern WHOLE = Pattern.compile(YEAR + BODY + CaseSerial.FORM);
    private static final Pattern BARE = Pattern.compile(CaseSerial.FORM);
    private static final Pattern DOCUMENT_ONLY = Pattern.compile(CaseSerial.DOCUMENT.formatted("document"));
    /** A number that could be read, were it not for what follows it. */
    private static final Pattern BEGINNING =
            Pattern.compile(YEAR + BODY + "字*第?" + CaseSerial.SERIAL + "(?:号|[^0-9\\p{IsHan}])");

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[、,;]|(?<=号)(?=\\(?[0-9]{4}\\)?\\p{IsHan})");

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[、,，;；]");

    private final String raw;
    private final List<CaseNumber> numbers = new ArrayList<>();
    private @Nullable Element previous;
    private boolean list;

    /** A number that was read; the next one may leave out its stem. */
    private record Element(CaseStem stem, CaseSerial serial) {}

    private CaseNumberReader(String raw) {
        this.raw = raw;
    }

    static List<CaseNumber> read(String raw) {
        String text = CaseNumberText.fold(raw);
        if (Silence.is(text)) {
            return List.of();
        }
        if (text.length() > LONGEST) {
            return List.of(unread(raw, Kind.KIND_UNPARSED));
        }
        if (CaseNumberText.isMasked(text)) {
            return List.of(unread(raw, Kind.KIND_MASKED));
        }
        return new CaseNumberReader(raw).readAll(text);
    }

    private List<CaseNumber> readAll(String text) {
        List<String> elements = Stream.of(BETWEEN_NUMBERS.split(text))
                .filter(element -> !element.isEmpty())
                .map(CaseNumberText::withoutCourtName)
                .toList();
        // 12、13号 is a number only together with what stands before it.
        list = elements.size() > 1
                && elements.stream().allMatch(element -> WHOLE.matcher(element).matches());
        Kind fault = elements.isEmpty() ? Kind.KIND_UNPARSED : Kind.KIND_UNSPECIFIED;
        for (String element : elements) {
            fault = readElement(element);
            if (fault != Kind.KIND_UNSPECIFIED) {
                break;
            }
        }
        if (fault == Kind.KIND_UNSPECIFIED) {
            return numbers.stream().distinct().toList();
        }
        boolean nonCourt = numbers.isEmpty() && CaseNumberText.isNonCourt(text);
        boolean begun = !numbers.isEmpty() || fault == Kind.KIND_AMBIGUOUS;
        return List.of(unread(raw, nonCourt ? Kind.KIND_NON_COURT : begun ? Kind.KIND_AMBIGUOUS : Kind.KIND_UNPARSED));
    }

    /** Adds the numbers of an element; UNSPECIFIED if it could be read. */
    private Kind readElement(String element) {
        Matcher whole = WHOLE.matcher(element);
        if (whole.matches()) {
            int year = Integer.parseInt(HanziNumerals.digits(whole.group("year")));
            Optional<CaseStem> read = CaseStem.of(year, whole.group("body"), element);
            return read.isEmpty()
                    ? Kind.KIND_UNPARSED
                    : add(read.get(), CaseSerial.of(whole), list && read.get().isNonCourt() ? partOf(element) : raw);
        }
        if (previous == null) {
            return BEGINNING.matcher(element).lookingAt() ? Kind.KIND_AMBIGUOUS : Kind.KIND_UNPARSED;
        }
        return readAbbreviated(element, previous.stem(), previous.serial());
    }

    private Kind readAbbreviated(String element, CaseStem shared, CaseSerial before) {
        Matcher document = DOCUMENT_ONLY.matcher(element);
        if (document.matches() && before.document() > 0) {
            int count = HanziNumerals.counting(document.group("document"));
            return count == 0
                    ? Kind.KIND_AMBIGUOUS
                    : add(shared, new CaseSerial(before.serials(), count, before.length(), before.closed()), raw);
        }
        Matcher bare = BARE.matcher(element);
        if (!bare.matches()) {
            return Kind.KIND_AMBIGUOUS;
        }
        CaseSerial serial = CaseSerial.of(bare);
        // In 447、8号 the 8 may be 448, and in 7-1、2号 it may be a document.
        boolean abbreviated = serial.length() < before.length() || (before.document() > 0 && serial.mayBeDocument());
        return abbreviated && !before.closed() ? Kind.KIND_AMBIGUOUS : add(shared, serial, raw);
    }

    /** The part of the field that is one of its numbers, as the vendor wrote it: an award has no other name than its text. */
    private String partOf(String element) {
        return Stream.of(BETWEEN_PARTS.split(raw))
                .map(String::strip)
                .filter(part -> CaseNumberText.withoutCourtName(CaseNumberText.fold(part))
                        .equals(element))
                .findFirst()
                .orElse(element);
    }

    private Kind add(CaseStem of, CaseSerial serial, String text) {
        if (serial.serials().isEmpty()) {
            return Kind.KIND_AMBIGUOUS;
        }
        if (serial.serials().contains(0)) {
            return Kind.KIND_UNPARSED;
        }
        serial.serials().forEach(number -> numbers.add(of.number(text, number, serial.document())));
        previous = new Element(of, serial);
        return Kind.KIND_UNSPECIFIED;
    }

    private static CaseNumber unread(String raw, Kind kind) {
        return CaseNumber.newBuilder().setRaw(raw).setKind(kind).build();
    }
}
