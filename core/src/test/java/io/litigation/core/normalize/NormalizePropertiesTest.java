package io.litigation.core.normalize;

import io.litigation.core.normalize.Matching.Evidence;
import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchAssessment;
import io.litigation.v1.Note;
import io.litigation.v1.Party;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.Sex;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every text, also for those that nobody thought of. */
class NormalizePropertiesTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");
    private static final PersonSubject PERSON = new PersonSubject("陈试样", "310000198503070019", "13800000000");
    private static final OrganizationSubject COMPANY = new OrganizationSubject("试样贸易有限公司", "91310000000000019Q");

    private RecordDraft draft = draft();

    @BeforeTry
    void begin() {
        draft = draft();
    }

    private static RecordDraft draft() {
        return new RecordDraft("any", RecordCategory.RECORD_CATEGORY_OTHER, "any", AS_OF);
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }

    @Property
    void noTextThrows(@ForAll("texts") String text, @ForAll("texts") String other) {
        draft.date("f", text);
        draft.dateAhead("f", text);
        draft.dateOfTwo("f", text, "g", other, true);
        draft.money("f", text);
        draft.caseNumbers("f", text);
        draft.basis("f", text, other);
        draft.court(text, other, text);
        draft.text("f", text);
        draft.party(Party.newBuilder().setName(text), "f", other, text, other);
        draft.match(PERSON, text);
        draft.match(COMPANY, text);
        LitigationRecord record = draft.build();
        assertThat(record.getPartiesCount()).isOne();
        assertThat(Names.split(text)).doesNotContain("");
        assertThat(MobileNumber.parse(text).orElse("13800000000")).hasSize(11);
    }

    @Property
    void aDateIsReadOrSilenceOrNoted(@ForAll("texts") String text) {
        boolean read = draft.date("date", text).isPresent();

        assertNotLost("date", text, read, Silences.is(text), Silences.isInDates(text));
    }

    @Property
    void aDateAheadIsReadOrSilenceOrNoted(@ForAll("texts") String text) {
        boolean read = draft.dateAhead("date", text).isPresent();

        assertNotLost("date", text, read, Silences.is(text), Silences.isInDates(text));
    }

    @Property
    void anAmountIsReadOrSilenceOrNoted(@ForAll("texts") String text) {
        boolean read = draft.money("amount", text).isPresent();

        assertNotLost("amount", text, read, Silences.isExceptNone(text), false);
    }

    @Property
    void aCaseNumberIsReadOrSilenceOrKeptAndNoted(@ForAll("texts") String text) {
        draft.caseNumbers("caseNo", text);

        LitigationRecord record = draft.build();
        assertThat(record.getCaseNumbersList())
                .allSatisfy(number -> assertThat(number.getRaw()).isEqualTo(text));
        boolean kept = record.getCaseNumbersCount() > 0;
        assertThat(kept || Silences.isInCaseNumbers(text)).isTrue();
        assertThat(record.getNotesList())
                .allSatisfy(note -> assertThat(note.getRaw()).isEqualTo(text));
        boolean unread = record.getCaseNumbersList().stream().anyMatch(number -> switch (number.getKind()) {
            case KIND_MASKED, KIND_AMBIGUOUS, KIND_UNPARSED -> true;
            default -> false;
        });
        assertThat(record.getNotesCount() > 0).isEqualTo(unread);
    }

    @Property
    void sexAndAgeAreReadOrSilenceOrNoted(@ForAll("texts") String text) {
        draft.party(Party.newBuilder(), "id", "", text, text);

        Party party = draft.build().getParties(0);
        assertNotLost("sex", text, party.getSex() != Sex.SEX_UNSPECIFIED, Silences.is(text), false);
        boolean zero = Folding.solid(text).matches("0{1,3}(?:\\.0+)?(?:周?岁)?");
        assertNotLost("age", text, party.getAge() > 0, Silences.is(text), zero);
    }

    @Property
    void anIdIsRecognisedOrSilenceOrNotedMasked(@ForAll("texts") String text) {
        draft.party(Party.newBuilder(), "id", text, "", "");

        LitigationRecord record = draft.build();
        String shown = record.getParties(0).getMaskedId();
        assertThat(shown.isEmpty()).isEqualTo(Silences.is(text));
        assertThat(record.getNotesList()).allSatisfy(note -> {
            assertThat(note.getField()).isEqualTo("id");
            assertThat(note.getRaw()).isEqualTo(shown);
        });
        assertThat(record.getNotesCount() == 1).isEqualTo(!PartyId.of(text).recognized());
    }

    @Property
    void aKeyIsItsOwnKey(@ForAll("texts") String text) {
        String key = Names.matchKey(text);
        assertThat(Names.matchKey(key)).isEqualTo(key);
        assertThat(Names.toSend(Names.toSend(text))).isEqualTo(Names.toSend(text));
        assertThat(Names.matchKey(Names.toSend(text))).isEqualTo(key);
        assertThat(Folding.words(Folding.words(text))).isEqualTo(Folding.words(text));
        assertThat(Folding.solid(Folding.words(text))).isEqualTo(Folding.solid(text));
    }

    @Property
    void noSignalShowsAWholeNameOrId(@ForAll("texts") String around) {
        String id = PERSON.idNumber() + around;
        MatchAssessment assessment = Matching.assess(
                PERSON, new Evidence(PERSON.name(), id, Sex.SEX_MALE, 40, around, "上海", List.of(), AS_OF));

        assertThat(assessment.toString()).doesNotContain("310000198503070019");
        assertThat(assessment.getSignals(0).getMaskedValue()).isEqualTo("陈**");
        assertThat(PartyId.of(id).shown()).doesNotContain("19850307");
    }

    @Property
    void textWithoutMarkupStaysAndTextWithMarkupIsNoted(@ForAll("texts") String text) {
        String plain = draft.text("body", text);

        boolean noted = draft.build().getNotesCount() == 1;
        assertThat(noted || plain.equals(text)).isTrue();
        assertThat(noted).isEqualTo(PlainText.hasMarkup(text));
    }

    private void assertNotLost(String field, String raw, boolean read, boolean silent, boolean zero) {
        List<Note> notes = draft.build().getNotesList().stream()
                .filter(note -> note.getField().equals(field))
                .toList();
        assertThat(notes).allSatisfy(note -> assertThat(note.getRaw()).isEqualTo(raw));
        assertThat(read || silent || zero || !notes.isEmpty())
                .as("lost: %s", raw)
                .isTrue();
        assertThat(silent && (read || !notes.isEmpty()))
                .as("silent, but read: %s", raw)
                .isFalse();
    }
}
