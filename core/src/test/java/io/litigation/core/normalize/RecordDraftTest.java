package io.litigation.core.normalize;

import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.v1.CaseBasis;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.Court;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Note;
import io.litigation.v1.Party;
import io.litigation.v1.PartyIdKind;
import io.litigation.v1.PartyRole;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.Sex;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class RecordDraftTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");
    private static final String NAME = "陈试样";
    private static final String ID = "310000198503070019";
    private static final Subject SUBJECT = new PersonSubject(NAME, ID, null);

    private final RecordDraft draft =
            new RecordDraft("xinshu", RecordCategory.RECORD_CATEGORY_ENFORCEMENT, "zxgg", AS_OF);

    @Test
    void beginsWithWhereItComesFrom() {
        assertThat(draft.build())
                .isEqualTo(LitigationRecord.newBuilder()
                        .setProvider("xinshu")
                        .setCategory(RecordCategory.RECORD_CATEGORY_ENFORCEMENT)
                        .setVendorCategory("zxgg")
                        .build());
        assertThat(draft.asOf()).isEqualTo(AS_OF);
    }

    @Nested
    class Dates {

        @Test
        void areValuesOrNotesOrNothing() {
            assertThat(draft.date("regDate", "2019年1月8日"))
                    .map(date -> date.getDate().getDay())
                    .contains(8);
            assertThat(draft.date("finalDate", "2019-02-30")).isEmpty();
            assertThat(draft.date("publishDate", "2030-01-01")).isEmpty();
            assertThat(draft.date("other", "-")).isEmpty();

            assertThat(draft.build().getNotesList())
                    .containsExactly(
                            note("finalDate", "2019-02-30", "DATE_INVALID"),
                            note("publishDate", "2030-01-01", "DATE_OUT_OF_RANGE"));
        }

        @Test
        void ofHearingsMayLieAhead() {
            assertThat(draft.dateAhead("sortTime", "2030-01-01")).isPresent();
        }

        @Test
        void ofTwoFieldsAreOneFactIfTheyAreTheSameDay() {
            assertThat(draft.dateOfTwo("sortTime", "1546876800000", "sortTimeString", "2019-01-08", false))
                    .map(VendorDate::getRaw)
                    .contains("1546876800000");
            assertThat(draft.build().getNotesList()).isEmpty();
        }

        @Test
        void ofTwoFieldsThatDifferAreNotedAndTheFirstStands() {
            assertThat(draft.dateOfTwo("sortTime", "2019-01-08", "sortTimeString", "2019-01-09", false))
                    .map(VendorDate::getRaw)
                    .contains("2019-01-08");
            assertThat(draft.build().getNotesList())
                    .containsExactly(note("sortTimeString", "2019-01-09", "DATES_DIFFER"));
        }

        @Test
        void ofTwoFieldsAreTheMoreExactOne() {
            assertThat(draft.dateOfTwo("sortTime", "2019-01", "sortTimeString", "2019-01-09", false))
                    .map(VendorDate::getRaw)
                    .contains("2019-01-09");
            assertThat(draft.build().getNotesList()).isEmpty();
        }

        @Test
        void ofTwoFieldsAreTheReadableOne() {
            assertThat(draft.dateOfTwo("sortTime", "nonsense", "sortTimeString", "2030-01-09", true))
                    .map(VendorDate::getRaw)
                    .contains("2030-01-09");
            assertThat(draft.dateOfTwo("a", "", "b", "", false)).isEmpty();
            assertThat(draft.build().getNotesList()).containsExactly(note("sortTime", "nonsense", "DATE_INVALID"));
        }
    }

    @Test
    void amountsAreValuesWithRemarksOrNotes() {
        assertThat(draft.money("execMoney", "100万元及利息"))
                .map(money -> money.getUnits())
                .contains(1_000_000L);
        assertThat(draft.money("unexecMoney", "约20万")).isEmpty();
        assertThat(draft.money("other", "")).isEmpty();

        assertThat(draft.build().getNotesList())
                .containsExactly(
                        note("execMoney", "100万元及利息", "AMOUNT_PARTIAL_TEXT"),
                        note("unexecMoney", "约20万", "AMOUNT_NOT_PARSED"));
    }

    @Test
    void caseNumbersThatCannotBeReadAreKeptAndNoted() {
        draft.caseNumbers("caseNo", "(2019)沪0105执447号");
        draft.caseNumbers("caseNo", "(2019)沪0105执*号");
        draft.caseNumbers("caseNo", "无此案");
        draft.caseNumbers("caseNo", "(2019)沪0105执448-447号");
        draft.caseNumbers("caseNo", "-");

        assertThat(draft.build().getCaseNumbersList())
                .extracting(CaseNumber::getRaw)
                .containsExactly("(2019)沪0105执447号", "(2019)沪0105执*号", "无此案", "(2019)沪0105执448-447号");
        assertThat(draft.build().getNotesList())
                .containsExactly(
                        note("caseNo", "(2019)沪0105执*号", "CASE_NUMBER_MASKED"),
                        note("caseNo", "无此案", "CASE_NUMBER_NOT_PARSED"),
                        note("caseNo", "(2019)沪0105执448-447号", "CASE_NUMBER_AMBIGUOUS"));
    }

    @Test
    void aBasisIsANumberAndItsIssuer() {
        draft.basis("sxrGistId", "(2018)沪0105民初12号、(2018)沪仲案字第0123号", "上海市长宁区人民法院");
        draft.basis("bzxrGistId", "", "某公证处");
        draft.basis("bzxrGistId", "-", "-");

        assertThat(draft.build().getBasesList()).hasSize(3);
        CaseBasis judgment = draft.build().getBases(0);
        assertThat(judgment.getCaseNumber().getCanonical()).isEqualTo("(2018)沪0105民初12号");
        assertThat(judgment.getIssuingUnit()).isEqualTo("上海市长宁区人民法院");
        assertThat(judgment.getVendorField()).isEqualTo("sxrGistId");
        assertThat(draft.build().getBases(1).getCaseNumber().getKind()).isEqualTo(CaseNumber.Kind.KIND_NON_COURT);
        assertThat(draft.build().getBases(2))
                .isEqualTo(CaseBasis.newBuilder().setIssuingUnit("某公证处").build());
    }

    @Nested
    class Courts {

        @Test
        void areWhereTheirCodeSays() {
            draft.caseNumbers("caseNo", "(2019)沪0105执447号");
            draft.court("某区人民法院", "4", "上海市");

            assertThat(draft.build().getCourt())
                    .isEqualTo(Court.newBuilder()
                            .setName("某区人民法院")
                            .setCode("沪0105")
                            .setLevel(Court.Level.LEVEL_BASIC)
                            .setProvince("上海")
                            .setVendorRank("4")
                            .setVendorProvince("上海市")
                            .build());
            assertThat(draft.build().getNotesList()).isEmpty();
        }

        @Test
        void thatTheVendorPlacesElsewhereAreNoted() {
            draft.caseNumbers("caseNo", "(2019)沪0105执447号");
            draft.court("某区人民法院", "2", "北京");

            assertThat(draft.build().getCourt().getProvince()).isEqualTo("上海");
            assertThat(draft.build().getCourt().getLevel()).isEqualTo(Court.Level.LEVEL_BASIC);
            assertThat(draft.build().getNotesList())
                    .containsExactly(
                            note("court.vendor_rank", "2", "COURT_LEVEL_DIFFERS"),
                            note("court.vendor_province", "北京", "COURT_PROVINCE_DIFFERS"));
        }

        @Test
        void withNumbersOfTwoCourtsHaveNoCode() {
            draft.caseNumbers("caseNo", "(2019)沪0105执447号、(2019)京01民终3号");
            draft.court("上海市长宁区人民法院", "", "");

            assertThat(draft.build().getCourt().getCode()).isEmpty();
            assertThat(draft.build().getCourt().getProvince()).isEqualTo("上海");
        }

        @Test
        void ofOlderNumbersHaveNoCode() {
            draft.caseNumbers("caseNo", "(2009)沪高民初字第1号");
            draft.court("", "", "");

            assertThat(draft.build().hasCourt()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "最高人民法院, SUPREME",
            "上海市高级人民法院, HIGH",
            "上海市第一中级人民法院, INTERMEDIATE",
            "上海海事法院, INTERMEDIATE",
            "上海金融法院, INTERMEDIATE",
            "北京知识产权法院, INTERMEDIATE",
            "上海铁路运输法院, BASIC",
            "杭州互联网法院, BASIC",
            "上海市长宁区人民法院, BASIC",
            "长宁法院, UNSPECIFIED",
        })
        void haveTheLevelOfTheirName(String name, String level) {
            draft.court(name, "", "");

            assertThat(draft.build().getCourt().getLevel()).isEqualTo(Court.Level.valueOf("LEVEL_" + level));
        }

        @ParameterizedTest
        @CsvSource({"1, SUPREME", "2, HIGH", "3, INTERMEDIATE", "4, OTHER"})
        void haveTheVendorsRankWithoutOne(String rank, String level) {
            draft.court("长宁法院", rank, "上海市");

            assertThat(draft.build().getCourt().getLevel()).isEqualTo(Court.Level.valueOf("LEVEL_" + level));
            assertThat(draft.build().getCourt().getProvince()).isEqualTo("上海");
        }

        @Test
        void ofAnUnknownRankAreNoted() {
            draft.court("", "9", "");

            assertThat(draft.build().getCourt())
                    .isEqualTo(Court.newBuilder().setVendorRank("9").build());
            assertThat(draft.build().getNotesList())
                    .containsExactly(note("court.vendor_rank", "9", "COURT_RANK_UNKNOWN"));
        }

        @Test
        void keepWhatTheMapperHasSet() {
            draft.record().getCourtBuilder().setJudge("审判员甲");
            draft.court("上海市长宁区人民法院", "", "");

            assertThat(draft.build().getCourt().getJudge()).isEqualTo("审判员甲");
            assertThat(draft.build().getCourt().getName()).isEqualTo("上海市长宁区人民法院");
        }

        @ParameterizedTest
        @ValueSource(strings = {"新疆", "新疆维吾尔自治区", "新疆生产建设兵团"})
        void ofTheCorpsLieInXinjiang(String province) {
            draft.caseNumbers("caseNo", "(2019)兵0801执447号");
            draft.court("", "", province);

            assertThat(draft.build().getCourt().getProvince()).isEqualTo("兵团");
            assertThat(draft.build().getNotesList()).isEmpty();
        }
    }

    @Test
    void markupIsTakenOutAndNotedWithoutTheText() {
        assertThat(draft.text("body", "<p>一</p><p>二</p>")).isEqualTo("一\n二");
        assertThat(draft.text("duty", "一\n二")).isEqualTo("一\n二");

        assertThat(draft.build().getNotesList()).containsExactly(note("body", "", "MARKUP_REMOVED"));
    }

    @Nested
    class Parties {

        @Test
        void showAPersonsIdMasked() {
            draft.party(
                    Party.newBuilder().setName(NAME).setRole(PartyRole.PARTY_ROLE_DEBTOR), "idcardNo", ID, "男", "41");

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
            draft.party(Party.newBuilder().setName(NAME), "id", "", "男", "31");
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
    }

    private static Note note(String field, String raw, String reason) {
        return Note.newBuilder().setField(field).setRaw(raw).setReason(reason).build();
    }
}
