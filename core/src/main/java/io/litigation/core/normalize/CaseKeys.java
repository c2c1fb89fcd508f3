package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What identifies a case over records and vendors. Before 2016 the courts' abbreviations are not unique: an older number
 * needs the court's name beside it.
 */
public final class CaseKeys {

    private static final String BESIDE = "@";
    private static final Pattern YEAR = Pattern.compile("^\\(?([0-9]{4})年?\\)?");
    private static final Pattern ORDINAL_WORDS = Pattern.compile("字第?(?=[0-9])|第(?=[0-9])");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final Pattern ENDING = Pattern.compile("号?(?:仲裁)?(?:裁决书?|调解书|公证书|执行证书|决定书)?$");

    private CaseKeys() {}

    /**
     * Key of a court's case.
     *
     * @param court name of the court that gave the number; it may be empty where the number needs none
     * @return empty if the number identifies no case: masked, ambiguous, not a court's, or an older one without a court
     */
    public static Optional<String> of(CaseNumber number, String court) {
        return switch (number.getKind()) {
            case KIND_MODERN, KIND_MODERN_UNKNOWN_TYPE -> Optional.of(number.getCanonical());
            case KIND_LEGACY ->
                Optional.of(court(court))
                        .filter(name -> !name.isEmpty())
                        .map(name -> number.getCanonical() + BESIDE + name);
            default -> Optional.empty();
        };
    }

    /**
     * What tells an award or a notarised deed from others. It is no case.
     *
     * @return empty if the number is a court's, or if it is not known who issued it
     */
    public static Optional<String> ofAward(CaseNumber number, String issuingUnit) {
        String unit = court(issuingUnit);
        if (number.getKind() != CaseNumber.Kind.KIND_NON_COURT || unit.isEmpty()) {
            return Optional.empty();
        }
        String text = YEAR.matcher(CaseNumberText.fold(number.getRaw())).replaceFirst("($1)");
        String plain = LEADING_ZEROS
                .matcher(ORDINAL_WORDS.matcher(text).replaceAll(""))
                .replaceAll("");
        return Optional.of(ENDING.matcher(plain).replaceFirst("") + BESIDE + unit);
    }

    /** A court's, or another unit's, name for comparing; empty if the text says nothing. */
    public static String court(String name) {
        return Silence.is(Folding.solid(name)) ? "" : Names.matchKey(name);
    }
}
