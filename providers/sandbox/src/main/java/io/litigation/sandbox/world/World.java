package io.litigation.sandbox.world;

import io.litigation.sandbox.world.Matter.Holder;
import io.litigation.sandbox.world.Party.Company;
import io.litigation.sandbox.world.Party.Person;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Who has which cases. Demo subjects have their written stories; everybody else gets a fate drawn from name and id:
 * most have no case, some have one, few have several. {@code 有案<n>} in a name asks for exactly n disputes.
 */
public final class World {

    private static final Pattern COMPANY = Pattern.compile(".*(公司|企业|集团|厂|店|行|中心|合作社|事务所|基金会|医院|学校)");
    private static final Pattern DISPUTES_WANTED = Pattern.compile("有案(\\d{1,2})");
    private static final Set<Holder> NOBODY = EnumSet.noneOf(Holder.class);

    /**
     * Everything about the subject.
     *
     * @param today in Beijing; hearings lie ahead of it
     */
    public Dossier dossier(Inquiry inquiry, LocalDate today) {
        return DemoSubjects.ALL.stream()
                .filter(isAskedBy(inquiry))
                .findFirst()
                .map(demo -> demoDossier(demo, inquiry, today))
                .orElseGet(() -> drawnDossier(inquiry, today));
    }

    /** A dispute of this subject that was enforced, even if its dossier has none. */
    public Matter enforcedMatter(Dossier dossier) {
        return dossier.matters().stream()
                .filter(matter -> !matter.rounds().isEmpty())
                .findFirst()
                .orElseGet(() -> DemoStories.wholeWay(dossier.subject()));
    }

    private static Predicate<DemoSubject> isAskedBy(Inquiry inquiry) {
        return demo -> demo.name().equals(inquiry.knownAs())
                && (inquiry.idNumber() == null || inquiry.idNumber().equals(demo.idNumber()));
    }

    private static Dossier demoDossier(DemoSubject demo, Inquiry inquiry, LocalDate today) {
        @Nullable String id = demo.idNumber();
        @Nullable String creditCode = demo.creditCode();
        Party subject = id != null
                ? new Person(inquiry.name(), id)
                : new Company(inquiry.name(), creditCode == null ? "" : creditCode.substring(8, 17));
        if (demo.equals(DemoSubjects.PERSON_WITH_RECORDS)) {
            List<Matter> matters = List.of(
                    DemoStories.wholeWay(subject),
                    DemoStories.closedButOneCopyIsOld(subject),
                    DemoStories.awardEnforced(subject),
                    DemoStories.judgedOnly(subject));
            return new Dossier(subject, matters, List.of(DemoStories.pendingSuit(subject, today)), NOBODY);
        }
        if (demo.equals(DemoSubjects.COMPANY_WITH_RECORDS)) {
            List<Matter> matters = List.of(
                    DemoStories.guarantor(subject),
                    DemoStories.closedButOneCopyIsOld(subject),
                    DemoStories.awardEnforced(subject));
            return new Dossier(subject, matters, List.of(), NOBODY);
        }
        if (demo.equals(DemoSubjects.PERSON_WITH_NAMESAKE)) {
            Person namesake = new Person(inquiry.name(), "310000197007010063");
            List<Matter> matters = List.of(DemoStories.guarantor(namesake), DemoStories.wholeWay(subject));
            return new Dossier(subject, matters, List.of(), NOBODY);
        }
        Set<Holder> hintsOnly = demo.equals(DemoSubjects.PERSON_WITH_UNPUBLISHED_RECORDS)
                ? EnumSet.of(Holder.SUBMAIL)
                : demo.equals(DemoSubjects.PERSON_WITH_EMPTY_LIST) ? EnumSet.of(Holder.XINSHU) : NOBODY;
        return new Dossier(subject, List.of(), List.of(), hintsOnly);
    }

    private static Dossier drawnDossier(Inquiry inquiry, LocalDate today) {
        @Nullable String id = inquiry.idNumber();
        Dice dice = new Dice(inquiry.knownAs() + '\n' + (id == null ? "" : id));
        Party subject = drawnParty(inquiry, dice);
        int disputes = disputes(inquiry.knownAs(), dice);
        List<Matter> matters = IntStream.range(0, disputes)
                .mapToObj(i -> Storyteller.matter(dice.forPart("matter " + i), subject))
                .toList();
        boolean sued = disputes > 0 && dice.inPercent(40, "sued");
        List<Suit> suits = sued ? List.of(Storyteller.suit(dice, subject, today)) : List.of();
        return new Dossier(subject, matters, suits, NOBODY);
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
        return draw < 60 ? 0 : draw < 85 ? 1 : draw < 95 ? 2 : 3;
    }

    private static Party drawnParty(Inquiry inquiry, Dice dice) {
        if (COMPANY.matcher(inquiry.knownAs()).matches()) {
            return new Company(
                    inquiry.name(),
                    CheckDigits.organizationCode("0000%04d".formatted(dice.between(100, 9_999, "organisation"))));
        }
        @Nullable String id = inquiry.idNumber();
        if (id != null && id.length() == 18) {
            return new Person(inquiry.name(), id);
        }
        if (id != null) {
            return new Person(
                    inquiry.name(), CheckDigits.residentId(id.substring(0, 6) + "19" + id.substring(6)));
        }
        LocalDate born = dice.day(LocalDate.of(1960, 1, 1), LocalDate.of(1999, 12, 31), "born");
        String digits = "310000%04d%02d%02d%03d"
                .formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth(), dice.below(1_000, "order"));
        return new Person(inquiry.name(), CheckDigits.residentId(digits));
    }
}
