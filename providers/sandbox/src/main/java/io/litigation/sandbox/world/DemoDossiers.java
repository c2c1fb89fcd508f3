package io.litigation.sandbox.world;

import io.litigation.sandbox.world.Matter.Holder;
import io.litigation.sandbox.world.Party.Company;
import io.litigation.sandbox.world.Party.Person;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The dossiers of the demo subjects; those that are not named here are empty. */
final class DemoDossiers {

    private static final String NAMESAKES_ID = "310000197007010063";

    private static final Map<DemoSubject, BiFunction<Party, LocalDate, Dossier>> WRITTEN = Map.of(
            DemoSubjects.PERSON_WITH_RECORDS, DemoDossiers::personWithRecords,
            DemoSubjects.COMPANY_WITH_RECORDS, (party, today) -> companyWithRecords(party),
            DemoSubjects.PERSON_WITH_NAMESAKE, (party, today) -> personWithNamesake(party),
            DemoSubjects.PERSON_WITH_UNPUBLISHED_RECORDS, (party, today) -> hint(party, Holder.SUBMAIL),
            DemoSubjects.PERSON_WITH_EMPTY_LIST, (party, today) -> hint(party, Holder.XINSHU));

    private DemoDossiers() {}

    /** None when the name is nobody's here, or is asked with another id. */
    static Optional<Dossier> of(Inquiry inquiry, LocalDate today) {
        return DemoSubjects.ALL.stream()
                .filter(demo -> isMeant(demo, inquiry))
                .findFirst()
                .map(demo ->
                        WRITTEN.getOrDefault(demo, (party, day) -> empty(party)).apply(party(demo, inquiry), today));
    }

    private static boolean isMeant(DemoSubject demo, Inquiry inquiry) {
        return demo.name().equals(inquiry.knownAs())
                && (inquiry.idNumber() == null || inquiry.idNumber().equals(demo.idNumber()));
    }

    private static Party party(DemoSubject demo, Inquiry inquiry) {
        @Nullable String id = demo.idNumber();
        @Nullable String creditCode = demo.creditCode();
        if (id != null) {
            return new Person(inquiry.name(), id);
        }
        if (creditCode != null) {
            return new Company(inquiry.name(), creditCode.substring(8, 17));
        }
        throw new IllegalStateException("a demo subject has an id or a credit code");
    }

    private static Dossier personWithRecords(Party party, LocalDate today) {
        List<Matter> matters = List.of(
                DemoStories.wholeWay(party),
                DemoStories.closedButOneCopyIsOld(party),
                DemoStories.awardEnforced(party),
                DemoStories.judgedOnly(party));
        return new Dossier(party, matters, List.of(DemoStories.pendingSuit(party, today)), Set.of());
    }

    private static Dossier companyWithRecords(Party party) {
        List<Matter> matters = List.of(
                DemoStories.guarantor(party),
                DemoStories.closedButOneCopyIsOld(party),
                DemoStories.awardEnforced(party));
        return new Dossier(party, matters, List.of(), Set.of());
    }

    private static Dossier personWithNamesake(Party party) {
        Person namesake = new Person(party.name(), NAMESAKES_ID);
        List<Matter> matters = List.of(DemoStories.guarantor(namesake), DemoStories.wholeWay(party));
        return new Dossier(party, matters, List.of(), Set.of());
    }

    private static Dossier hint(Party party, Holder holder) {
        return new Dossier(party, List.of(), List.of(), Set.of(holder));
    }

    private static Dossier empty(Party party) {
        return new Dossier(party, List.of(), List.of(), Set.of());
    }
}
