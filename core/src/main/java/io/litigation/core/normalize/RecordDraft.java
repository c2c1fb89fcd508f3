package io.litigation.core.normalize;

import com.google.type.Money;
import io.litigation.core.normalize.VendorDates.Horizon;
import io.litigation.core.subject.Subject;
import io.litigation.v1.CaseBasis;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.Court;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.Party;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.VendorDate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record in the making: a mapper gives it each field's text, and it normalises the value or keeps the text in a note,
 * so that no mapper can lose one. Empty texts are absent.
 */
public final class RecordDraft {

    private final LitigationRecord.Builder record = LitigationRecord.newBuilder();
    private final Instant asOf;
    /** Identifiers of the parties as the vendor wrote them, in the order of the record's parties. */
    private final List<String> partyIds = new ArrayList<>();

    private final List<VendorDate> dates = new ArrayList<>();

    /**
     * A record of a provider's answer.
     *
     * @param asOf when the answer was received
     */
    public RecordDraft(String provider, RecordCategory category, String vendorCategory, Instant asOf) {
        record.setProvider(provider).setCategory(category).setVendorCategory(vendorCategory);
        this.asOf = asOf;
    }

    /** The record itself, for the fields that need no normalising. Parties are added by {@link #party} only. */
    public LitigationRecord.Builder record() {
        return record;
    }

    /** When the answer was received. */
    public Instant asOf() {
        return asOf;
    }

    /** Keeps a text with the reason why it is not a value. */
    public void note(String field, String raw, String reason) {
        record.addNotes(Note.newBuilder().setField(field).setRaw(raw).setReason(reason));
    }

    /** A date that has happened. */
    public Optional<VendorDate> date(String field, String raw) {
        return dated(noted(field, raw, VendorDates.read(raw, Horizon.PAST, asOf)));
    }

    /** A date that may lie ahead. */
    public Optional<VendorDate> dateAhead(String field, String raw) {
        return dated(noted(field, raw, VendorDates.read(raw, Horizon.FUTURE, asOf)));
    }

    /**
     * A date that the vendor gives in two fields: the same day is one fact, and the more exact of the two is taken;
     * different days, or different times of one day, are noted (DATES_DIFFER), and the first stands.
     */
    public Optional<VendorDate> dateOfTwo(
            String field, String raw, String otherField, String otherRaw, boolean mayLieAhead) {
        Horizon horizon = mayLieAhead ? Horizon.FUTURE : Horizon.PAST;
        Optional<VendorDate> first = dated(noted(field, raw, VendorDates.read(raw, horizon, asOf)));
        Optional<VendorDate> second = dated(noted(otherField, otherRaw, VendorDates.read(otherRaw, horizon, asOf)));
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        boolean otherTime = first.get().hasTime()
                && second.get().hasTime()
                && !first.get().getTime().equals(second.get().getTime());
        if (CivilDate.agree(first.get(), second.get()) && !otherTime) {
            boolean secondIsMoreExact =
                    second.get().getPrecisionValue() > first.get().getPrecisionValue();
            return secondIsMoreExact ? second : first;
        }
        note(otherField, otherRaw, "DATES_DIFFER");
        return first;
    }

    /** An amount. */
    public Optional<Money> money(String field, String raw) {
        return noted(field, raw, VendorMoney.read(raw));
    }

    /** The record's own case numbers. What can't be read is a number of another kind and noted. */
    public void caseNumbers(String field, String raw) {
        for (CaseNumber number : CaseNumbers.read(raw)) {
            noteUnread(field, number);
            record.addCaseNumbers(number);
        }
    }

    /** What the enforcement rests on: number and issuing unit, either of which may be empty. */
    public void basis(String field, String raw, String issuingUnit) {
        String unit = Silence.is(Folding.solid(issuingUnit)) ? "" : issuingUnit;
        List<CaseNumber> numbers = CaseNumbers.read(raw);
        for (CaseNumber number : numbers) {
            noteUnread(field, number);
            record.addBases(CaseBasis.newBuilder()
                    .setCaseNumber(number)
                    .setIssuingUnit(unit)
                    .setVendorField(field));
        }
        if (numbers.isEmpty() && !unit.isEmpty()) {
            record.addBases(CaseBasis.newBuilder().setIssuingUnit(unit));
        }
    }

    /**
     * The court, by name, the vendor's rank and province; level and province come from the code of the record's case
     * numbers where there is one, so call it after {@link #caseNumbers}. A rank that is unknown, and a rank or province
     * that the code or name contradicts, is noted.
     */
    public void court(String name, String vendorRank, String vendorProvince) {
        CourtReading reading =
                new CourtReading(CourtReading.codeOf(record.getCaseNumbersList()), name, vendorRank, vendorProvince);
        boolean named = !Silence.is(Folding.solid(name));
        boolean ranked = !Silence.is(Folding.solid(vendorRank));
        boolean placed = !Silence.is(Folding.solid(vendorProvince));
        if (!named && !ranked && !placed && reading.code().isEmpty()) {
            return;
        }
        Court.Level level = reading.level();
        record.getCourtBuilder()
                .setName(named ? name : "")
                .setCode(reading.code().map(CourtCode::text).orElse(""))
                .setLevel(level == Court.Level.LEVEL_UNSPECIFIED ? reading.vendorLevel() : level)
                .setProvince(reading.knownProvince())
                .setSpecialty(reading.code().map(CourtCode::specialty).orElse(Court.Specialty.SPECIALTY_UNSPECIFIED))
                .setVendorRank(vendorRank)
                .setVendorProvince(vendorProvince);
        if (ranked && reading.vendorLevel() == Court.Level.LEVEL_UNSPECIFIED) {
            note("court.vendor_rank", vendorRank, "COURT_RANK_UNKNOWN");
        } else if (reading.rankDiffers()) {
            note("court.vendor_rank", vendorRank, "COURT_LEVEL_DIFFERS");
        }
        if (reading.provinceDiffers()) {
            note("court.vendor_province", vendorProvince, "COURT_PROVINCE_DIFFERS");
        }
    }

    /** Plain text of a text that may be HTML; notes it (MARKUP_REMOVED) if there was markup. */
    public String text(String field, String raw) {
        if (PlainText.hasMarkup(raw)) {
            // Without the text: it may be large, and markup is never passed on; the raw row has it.
            note(field, "", "MARKUP_REMOVED");
        }
        return PlainText.of(raw);
    }

    /**
     * Adds a party. The identifier is recognised and a person's is masked; sex and age are read; what can't be read is
     * noted.
     *
     * @param party name, role and whatever else needs no normalising
     * @param idField name of the identifier's field in notes; sex and age have the same category before theirs
     */
    public void party(Party.Builder party, String idField, String id, String sex, String age) {
        PartyId recognized = PartyId.of(id);
        if (!recognized.recognized()) {
            // Masked even here: it may be a person's.
            note(idField, recognized.shown(), "ID_NOT_RECOGNIZED");
        }
        party.setMaskedId(recognized.shown()).setIdKind(recognized.kind());
        String category = idField.substring(0, idField.lastIndexOf('.') + 1);
        noted(category + "sex", sex, PartyText.sex(sex)).ifPresent(party::setSex);
        noted(category + "age", age, PartyText.age(age)).ifPresent(party::setAge);
        record.addParties(party);
        partyIds.add(id);
    }

    /**
     * Compares the parties added so far with the subject, marks the one that fits best as the subject and sets the
     * record's match. Call it last. No party is marked if none is the subject by its id, or may be by its name. If the
     * one that fits best is an id without a name, the only party of the subject's name is marked too: the id is its.
     *
     * @param vendorRatio the vendor's match ratio, empty if it gave none
     */
    public void match(Subject subject, String vendorRatio) {
        List<Matching.Evidence> evidence = evidence(vendorRatio);
        PartyMatch best = PartyMatch.best(subject, evidence);
        record.setMatch(best.assessment());
        if (best.isSubject()) {
            record.getPartiesBuilder(best.index()).setIsSubject(true);
            if (record.getParties(best.index()).getName().isBlank()) {
                PartyMatch.onlyNamesake(subject, evidence)
                        .ifPresent(
                                named -> record.getPartiesBuilder(named.index()).setIsSubject(true));
            }
            if (best.nameDiffers()) {
                note("parties.name", record.getParties(best.index()).getName(), "NAME_DIFFERS");
            }
        }
    }

    /** The record with its notes. */
    public LitigationRecord build() {
        return record.build();
    }

    /** One for each party; one of nobody if there is none. */
    private List<Matching.Evidence> evidence(String vendorRatio) {
        List<VendorDate> momentsOfAge = momentsOfAge();
        List<Matching.Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < partyIds.size(); i++) {
            evidence.add(evidence(record.getParties(i), partyIds.get(i), vendorRatio, momentsOfAge));
        }
        return evidence.isEmpty()
                ? List.of(evidence(Party.getDefaultInstance(), "", vendorRatio, momentsOfAge))
                : evidence;
    }

    private Matching.Evidence evidence(Party party, String id, String vendorRatio, List<VendorDate> momentsOfAge) {
        return new Matching.Evidence(
                party.getName(),
                id,
                party.getSex(),
                party.getAge(),
                vendorRatio,
                record.getCourt().getProvince(),
                momentsOfAge,
                asOf);
    }

    /** The record's earliest date and the listing date: when a vendor's age may have been right. */
    private List<VendorDate> momentsOfAge() {
        List<VendorDate> moments = new ArrayList<>();
        dates.stream().min(CivilDate.EARLIEST_FIRST).ifPresent(moments::add);
        moments.add(record.getPublishDate());
        moments.add(record.getDishonestListing().getListedDate());
        return moments;
    }

    private Optional<VendorDate> dated(Optional<VendorDate> date) {
        date.ifPresent(dates::add);
        return date;
    }

    private <T> Optional<T> noted(String field, String raw, Reading<T> reading) {
        if (reading instanceof Reading.Known<T> known) {
            known.remarks().forEach(remark -> note(field, raw, remark));
            return Optional.of(known.value());
        }
        if (reading instanceof Reading.Unreadable<T> unreadable) {
            note(field, raw, unreadable.reason());
        }
        return Optional.empty();
    }

    private void noteUnread(String field, CaseNumber number) {
        switch (number.getKind()) {
            case KIND_MASKED -> note(field, number.getRaw(), "CASE_NUMBER_MASKED");
            case KIND_AMBIGUOUS -> note(field, number.getRaw(), "CASE_NUMBER_AMBIGUOUS");
            case KIND_UNPARSED -> note(field, number.getRaw(), "CASE_NUMBER_NOT_PARSED");
            default -> {}
        }
    }

    @Override
    public String toString() {
        return "RecordDraft[" + record.getCategory() + "]";
    }
}
