package io.litigation.sandbox.world;

import io.litigation.sandbox.world.Party.Company;
import io.litigation.sandbox.world.Party.Person;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Dossiers drawn from name and id, for everybody who is not a demo subject. */
final class DrawnDossiers {

    private static final Pattern COMPANY = Pattern.compile(".*(公司|企业|集团|厂|店|行|中心|合作社|事务所|基金会|医院|学校)");
    private static final Pattern DISPUTES_WANTED = Pattern.compile("有案(\\d{1,2})");
    private static final int OLD_ID_LENGTH = 15;

    private DrawnDossiers() {}

    static Dossier of(Inquiry inquiry, LocalDate today) {
        @Nullable String id = inquiry.idNumber();
        Dice dice = new Dice(inquiry.knownAs() + '\n' + (id == null ? "" : id));
        Party subject = party(inquiry, dice);
        int disputes = disputes(inquiry.knownAs(), dice);
        List<Matter> matters = IntStream.range(0, disputes)
                .mapToObj(i -> Storyteller.matter(dice.forPart("matter " + i), subject))
                .toList();
        boolean sued = disputes > 0 && dice.inPercent(40, "sued");
        List<Suit> suits = sued ? List.of(Storyteller.suit(dice, subject, today)) : List.of();
        return new Dossier(subject, matters, suits, Set.of());
    }

    /** A name of nothing but magic words has two disputes, so that faults have something to spoil. */
    private static int disputes(String knownAs, Dice dice) {
        Matcher wanted = DISPUTES_WANTED.matcher(knownAs);
        if (wanted.find()) {
            return Integer.parseInt(wanted.group(1));
        }
        if (knownAs.isEmpty()) {
            return 2;
        }
        int draw = dice.below(100, "disputes");
        if (draw < 60) {
            return 0;
        }
        return draw < 85 ? 1 : draw < 95 ? 2 : 3;
    }

    private static Party party(Inquiry inquiry, Dice dice) {
        @Nullable String id = inquiry.idNumber();
        if (id != null) {
            return new Person(inquiry.name(), id.length() == OLD_ID_LENGTH ? lengthened(id) : id);
        }
        if (COMPANY.matcher(inquiry.knownAs()).matches()) {
            String digits = "0000%04d".formatted(dice.between(100, 9_999, "organisation"));
            return new Company(inquiry.name(), CheckDigits.organizationCode(digits));
        }
        LocalDate born = dice.day(LocalDate.of(1960, 1, 1), LocalDate.of(1999, 12, 31), "born");
        String digits = "310000%04d%02d%02d%03d"
                .formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth(), dice.below(1_000, "order"));
        return new Person(inquiry.name(), CheckDigits.residentId(digits));
    }

    /** The 15 digits of before 1999 leave out the century and the check digit. */
    private static String lengthened(String id) {
        return CheckDigits.residentId(id.substring(0, 6) + "19" + id.substring(6));
    }
}
