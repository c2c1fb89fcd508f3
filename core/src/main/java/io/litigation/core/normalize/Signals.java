package io.litigation.core.normalize;

import io.litigation.core.normalize.Matching.Evidence;
import io.litigation.v1.MatchSignal;
import io.litigation.v1.MatchSignal.Kind;
import io.litigation.v1.MatchSignal.Result;
import io.litigation.v1.Sex;
import io.litigation.v1.SubjectKind;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The signals of a match: what was compared, what came out, and the record's value, masked.
 *
 * @param kind kind of the subject
 */
record Signals(SubjectKind kind, SubjectIdentity identity, Evidence evidence) {

    /** Kinds of which two together make a namesake probable. */
    private static final Set<Kind> SUPPORTING =
            EnumSet.of(Kind.KIND_ID, Kind.KIND_SEX, Kind.KIND_AGE, Kind.KIND_VENDOR_RATIO);

    private static final int AGE_TOLERANCE_YEARS = 2;
    private static final Pattern RATIO = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,12})?)(%?)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ENOUGH_RATIO = new BigDecimal("0.9");

    static boolean disagrees(List<MatchSignal> signals, Kind kind) {
        return signals.stream()
                .anyMatch(signal -> signal.getKind() == kind && signal.getResult() == Result.RESULT_DISAGREES);
    }

    /** How many of sex, age, visible id characters and the vendor's ratio agree. */
    static long support(List<MatchSignal> signals) {
        return signals.stream()
                .filter(signal -> SUPPORTING.contains(signal.getKind()) && signal.getResult() == Result.RESULT_AGREES)
                .count();
    }

    MatchSignal name(NameMask.Comparison comparison) {
        Result result = switch (comparison) {
            case EQUAL, COMPATIBLE -> Result.RESULT_AGREES;
            case DIFFERENT -> Result.RESULT_DISAGREES;
            case ABSENT -> Result.RESULT_ABSENT;
        };
        return signal(Kind.KIND_NAME, result, NameMask.mask(evidence.name(), kind));
    }

    MatchSignal id(IdMask.Comparison comparison) {
        Result result = Result.RESULT_ABSENT;
        if (comparison instanceof IdMask.Equal || comparison instanceof IdMask.Consistent) {
            result = Result.RESULT_AGREES;
        } else if (comparison instanceof IdMask.Contradicting) {
            result = Result.RESULT_DISAGREES;
        }
        String id = IdMask.normalize(evidence.id());
        return signal(Kind.KIND_ID, result, Silence.is(id) ? "" : IdMask.mask(id));
    }

    MatchSignal sex() {
        if (evidence.sex() == Sex.SEX_UNSPECIFIED) {
            return signal(Kind.KIND_SEX, Result.RESULT_ABSENT, "");
        }
        String value = evidence.sex() == Sex.SEX_FEMALE ? "女" : "男";
        return signal(Kind.KIND_SEX, of(identity.sex(), evidence.sex()), value);
    }

    /** It agrees if it is right within two years at any of the record's dates or at the time of the answer. */
    MatchSignal age() {
        if (evidence.age() <= 0) {
            return signal(Kind.KIND_AGE, Result.RESULT_ABSENT, "");
        }
        Optional<LocalDate> birthDate = identity.birthDate();
        List<CivilDate.Range> moments = Stream.concat(
                        evidence.dates().stream().map(CivilDate::rangeOf).flatMap(Optional::stream),
                        Stream.ofNullable(evidence.asOf()).map(CivilDate::dayOf))
                .toList();
        Result result = Result.RESULT_ABSENT;
        if (birthDate.isPresent() && !moments.isEmpty()) {
            result = moments.stream().anyMatch(moment -> isAgeAt(birthDate.get(), moment))
                    ? Result.RESULT_AGREES
                    : Result.RESULT_DISAGREES;
        }
        return signal(Kind.KIND_AGE, result, Integer.toString(evidence.age()));
    }

    /** A share or per cent; the vendors do not say what it means. */
    MatchSignal ratio() {
        Matcher matcher = RATIO.matcher(Folding.solid(evidence.vendorRatio()));
        if (!matcher.matches()) {
            return signal(Kind.KIND_VENDOR_RATIO, Result.RESULT_ABSENT, "");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        boolean percent = !matcher.group(2).isEmpty() || number.compareTo(BigDecimal.ONE) > 0;
        BigDecimal ratio = percent ? number.divide(HUNDRED) : number;
        boolean agrees = ratio.compareTo(ENOUGH_RATIO) >= 0 && ratio.compareTo(BigDecimal.ONE) <= 0;
        return signal(Kind.KIND_VENDOR_RATIO, agrees ? Result.RESULT_AGREES : Result.RESULT_DISAGREES, matcher.group());
    }

    MatchSignal province() {
        Optional<String> own = identity.province();
        String court = evidence.courtProvince();
        Result result = Result.RESULT_ABSENT;
        if (own.isPresent() && !court.isEmpty()) {
            result = Provinces.isSame(own.get(), court) ? Result.RESULT_AGREES : Result.RESULT_DISAGREES;
        }
        return signal(Kind.KIND_PROVINCE, result, court);
    }

    private boolean isAgeAt(LocalDate birthDate, CivilDate.Range moment) {
        long least = ChronoUnit.YEARS.between(birthDate, moment.first()) - AGE_TOLERANCE_YEARS;
        long greatest = ChronoUnit.YEARS.between(birthDate, moment.last()) + AGE_TOLERANCE_YEARS;
        return least <= evidence.age() && evidence.age() <= greatest;
    }

    private static Result of(Sex subject, Sex record) {
        if (subject == Sex.SEX_UNSPECIFIED) {
            return Result.RESULT_ABSENT;
        }
        return subject == record ? Result.RESULT_AGREES : Result.RESULT_DISAGREES;
    }

    private static MatchSignal signal(Kind kind, Result result, String maskedValue) {
        return MatchSignal.newBuilder()
                .setKind(kind)
                .setResult(result)
                .setMaskedValue(maskedValue)
                .build();
    }
}
