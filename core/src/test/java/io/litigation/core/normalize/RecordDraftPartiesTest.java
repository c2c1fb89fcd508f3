package io.litigation.core.normalize;

import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Note;
import io.litigation.v1.Party;
import io.litigation.v1.PartyIdKind;
import io.litigation.v1.PartyRole;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.Sex;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** A record's parties, and which of them is the subject. */
class RecordDraftPartiesTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");
    private static final String NAME = "陈试样";
    private static final String ID = "310000198503070019";
    private static final Subject SUBJECT = new PersonSubject(NAME, ID, null);

    private final RecordDraft draft =
            new RecordDraft("xinshu", RecordCategory.RECORD_CATEGORY_ENFORCEMENT, "zxgg", AS_OF);

    @Test
    void showAPersonsIdMasked() {
        draft.party(Party.newBuilder().setName(NAME).setRole(PartyRole.PARTY_ROLE_DEBTOR), "idcardNo", ID, "男", "41");

        assertThat(draft.build().getParties(0))
                .isEqualTo(Party.newBuilder()
                        .setName(NAME)
                        .setRole(PartyRole.PARTY_ROLE_DEBTOR)
                        .setMaskedId("310000********0019")
                        .setIdKind(PartyIdKind.PARTY_ID_KIND_RESIDENT_ID)
                        .setSex(Sex.SEX_MALE)
                        .setAge(41)
                        .build());
        assertThat(draft.build().getNotesList()).isEmpty();
        assertThat(draft.toString()).doesNotContain(NAME);
    }

    @Test
    void showAnOrganizationsCodeInFull() {
        draft.party(Party.newBuilder(), "entityId", "00000001-9", "", "0");

        assertThat(draft.build().getParties(0).getMaskedId()).isEqualTo("000000019");
        assertThat(draft.build().getParties(0).getAge()).isZero();
    }

    @Test
    void withWhatCannotBeReadAreNotedWithoutAWholeId() {
        draft.party(Party.newBuilder(), "idcardNo", "31000019850307000X", "1", "abc");

        assertThat(draft.build().getNotesList())
                .containsExactly(
                        note("idcardNo", "310000********000X", "ID_NOT_RECOGNIZED"),
                        note("sex", "1", "SEX_NOT_READ"),
                        note("age", "abc", "AGE_NOT_READ"));
    }

    @Test
    void nameTheirCategoryInEachNote() {
        draft.party(Party.newBuilder(), "shixin.idcardNo", "", "1", "abc");

        assertThat(draft.build().getNotesList())
                .containsExactly(note("shixin.sex", "1", "SEX_NOT_READ"), note("shixin.age", "abc", "AGE_NOT_READ"));
    }

    @ParameterizedTest
    @CsvSource({"女, FEMALE", "男, MALE", "女性, FEMALE", "f, FEMALE", "Male, MALE", "⼥, FEMALE"})
    void haveASexInWords(String text, String sex) {
        draft.party(Party.newBuilder(), "id", "", text, "");

        assertThat(draft.build().getParties(0).getSex()).isEqualTo(Sex.valueOf("SEX_" + sex));
    }

    @ParameterizedTest
    @CsvSource({"41, 41", "41岁, 41", "41周岁, 41", "41.0, 41", "0, 0", "'', 0", "-, 0", "暂无, 0"})
    void haveAnAgeOrNone(String text, int age) {
        draft.party(Party.newBuilder(), "id", "", "", text);

        assertThat(draft.build().getParties(0).getAge()).isEqualTo(age);
        assertThat(draft.build().getNotesList()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "150, 150", "007, 7"})
    void haveAnyAgeThatPeopleReach(String text, int age) {
        draft.party(Party.newBuilder(), "id", "", "", text);

        assertThat(draft.build().getParties(0).getAge()).isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"151", "-1", "41.5", "约41", "1234"})
    void haveNoOtherAge(String text) {
        draft.party(Party.newBuilder(), "id", "", "", text);

        assertThat(draft.build().getParties(0).getAge()).isZero();
        assertThat(draft.build().getNotesList()).containsExactly(note("age", text, "AGE_NOT_READ"));
    }

    @Test
    void ofWhichNothingIsSaidNeedNoNote() {
        draft.party(Party.newBuilder(), "id", "暂无", "未知", "不详");

        assertThat(draft.build().getParties(0)).isEqualTo(Party.getDefaultInstance());
        assertThat(draft.build().getNotesList()).isEmpty();
    }

    @Nested
    class Matches {

        @Test
        void thePartyThatFitsBest() {
            draft.party(Party.newBuilder().setName("李无关"), "id", "", "", "");
            draft.party(Party.newBuilder().setName("陈某某"), "id", "", "", "");
            draft.party(Party.newBuilder().setName(NAME), "id", "310000********0018", "", "");
            draft.party(Party.newBuilder().setName(NAME), "id", "310000********0019", "", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_STRONG);
            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsExactly(false, false, false, true);
        }

        @Test
        void theEqualNameBeforeTheMaskedOne() {
            draft.party(Party.newBuilder().setName("陈某某"), "id", "", "", "");
            draft.party(Party.newBuilder().setName(NAME), "id", "", "", "");
            draft.party(Party.newBuilder().setName(NAME), "id", "", "", "");
            draft.match(SUBJECT, "0.95");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_NAME_ONLY);
            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsExactly(false, true, false);
        }

        @Test
        void byAFullIdThatTheRecordShowsMasked() {
            draft.party(Party.newBuilder().setName("陈旧名"), "id", ID, "", "");
            draft.match(SUBJECT, "");

            LitigationRecord record = draft.build();
            assertThat(record.getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_CONFIRMED);
            assertThat(record.getNotesList()).containsExactly(note("parties.name", "陈旧名", "NAME_DIFFERS"));
            assertThat(record.toString()).doesNotContain(ID);
        }

        @Test
        void nobodyIfEverybodyIsSomebodyElse() {
            draft.party(Party.newBuilder().setName("李无关"), "id", "", "", "");
            draft.party(Party.newBuilder().setName(NAME), "id", "", "女", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_CONTRADICTED);
            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsOnly(false);
        }

        @Test
        void nobodyWithoutParties() {
            draft.match(SUBJECT, "");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_UNSPECIFIED);
            assertThat(draft.build().getMatch().getSignalsCount()).isEqualTo(6);
        }

        @Test
        void anAgeAtTheRecordsEarliestDate() {
            draft.date("finalDate", "2018-01-01");
            draft.date("regDate", "2016-06-01");
            draft.party(Party.newBuilder().setName(NAME), "id", "", "男", "29");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_PROBABLE);
        }

        @Test
        void anAgeAtTheListingDate() {
            draft.date("regDate", "2006-06-01");
            draft.record()
                    .getDishonestListingBuilder()
                    .setListedDate(draft.date("publishDate", "2016-06-01").orElseThrow());
            draft.party(Party.newBuilder().setName(NAME), "id", "", "男", "31");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_PROBABLE);
        }

        /** The birthday is the 7th of March: at the earlier date the subject is 30, and 28 agrees. */
        @ParameterizedTest
        @CsvSource({"2016-06-01, 2016-02-01", "2016-03-07, 2016-03-06"})
        void anAgeAtTheEarlierOfTwoDatesOfAYear(String later, String earlier) {
            draft.date("finalDate", later);
            draft.date("regDate", earlier);
            draft.party(Party.newBuilder().setName(NAME), "id", "", "男", "28");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_PROBABLE);
        }

        @Test
        void anAgeAtThePublicationDate() {
            draft.date("regDate", "2006-06-01");
            draft.record()
                    .setPublishDate(draft.date("publishDate", "2016-06-01").orElseThrow());
            draft.party(Party.newBuilder().setName(NAME), "id", "", "男", "31");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_PROBABLE);
        }

        @Test
        void whoseNameIsTheSubjectsWithoutANote() {
            draft.party(Party.newBuilder().setName(NAME), "id", ID, "", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getParties(0).getIsSubject()).isTrue();
            assertThat(draft.build().getNotesList()).isEmpty();
        }

        @Test
        void theOneWithTheSubjectsIdBeforeOneWithItsName() {
            draft.party(Party.newBuilder().setName(NAME), "id", "", "男", "");
            draft.party(Party.newBuilder().setName("陈旧名"), "id", ID, "", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsExactly(false, true);
        }

        @Test
        void theIdThatIsNobodysAndTheOneWithTheSubjectsName() {
            draft.party(Party.newBuilder().setName("李无关"), "id", "", "", "");
            draft.party(Party.newBuilder().setName(NAME), "id", "", "", "");
            draft.party(Party.newBuilder(), "id", ID, "", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_CONFIRMED);
            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsExactly(false, true, true);
        }

        @Test
        void theIdThatIsNobodysAndNoneOfTwoNamesakes() {
            draft.party(Party.newBuilder().setName(NAME), "id", "", "", "");
            draft.party(Party.newBuilder().setName(NAME), "id", "", "", "");
            draft.party(Party.newBuilder().setName("陈某某"), "id", "", "", "");
            draft.party(Party.newBuilder(), "id", ID, "", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsExactly(false, false, false, true);
        }

        @Test
        void theIdThatIsNobodysAndNoMaskedName() {
            draft.party(Party.newBuilder().setName("陈某某"), "id", "", "", "");
            draft.party(Party.newBuilder(), "id", ID, "", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsExactly(false, true);
        }

        @Test
        void theIdThatIsNobodysAndNobodyWhoseSexIsAnother() {
            draft.party(Party.newBuilder().setName(NAME), "id", "", "女", "");
            draft.party(Party.newBuilder(), "id", ID, "", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsExactly(false, true);
        }

        @Test
        void theOneOfWhomMoreAgrees() {
            draft.party(Party.newBuilder().setName(NAME), "id", "", "", "");
            draft.party(Party.newBuilder().setName(NAME), "id", "", "男", "");
            draft.match(SUBJECT, "");

            assertThat(draft.build().getPartiesList())
                    .extracting(Party::getIsSubject)
                    .containsExactly(false, true);
        }
    }

    private static Note note(String field, String raw, String reason) {
        return Note.newBuilder().setField(field).setRaw(raw).setReason(reason).build();
    }
}
