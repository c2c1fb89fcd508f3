package io.litigation.core.normalize;

import io.litigation.v1.Sex;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What vendors write of a party's sex and age. */
final class PartyText {

    private static final Map<String, Sex> SEXES = Map.of(
            "女", Sex.SEX_FEMALE,
            "女性", Sex.SEX_FEMALE,
            "F", Sex.SEX_FEMALE,
            "FEMALE", Sex.SEX_FEMALE,
            "男", Sex.SEX_MALE,
            "男性", Sex.SEX_MALE,
            "M", Sex.SEX_MALE,
            "MALE", Sex.SEX_MALE);
    private static final Pattern AGE = Pattern.compile("([0-9]{1,3})(?:\\.0+)?(?:周?岁)?");
    private static final int GREATEST_AGE = 150;
    private static final String AGE_NOT_READ = "AGE_NOT_READ";

    private PartyText() {}

    /** Digits are not read: no vendor documents any, and a sex taken wrongly would contradict an identity. */
    static Reading<Sex> sex(String raw) {
        String text = Folding.solid(raw).toUpperCase(Locale.ROOT);
        if (Silence.is(text)) {
            return Reading.absent();
        }
        Sex sex = SEXES.get(text);
        return sex == null ? Reading.unreadable("SEX_NOT_READ") : Reading.known(sex);
    }

    /** Age in years; 0 is absent. */
    static Reading<Integer> age(String raw) {
        String text = Folding.solid(raw);
        if (Silence.is(text)) {
            return Reading.absent();
        }
        Matcher matcher = AGE.matcher(text);
        if (!matcher.matches()) {
            return Reading.unreadable(AGE_NOT_READ);
        }
        int age = Integer.parseInt(matcher.group(1));
        if (age == 0) {
            return Reading.absent();
        }
        return age > GREATEST_AGE ? Reading.unreadable(AGE_NOT_READ) : Reading.known(age);
    }
}
