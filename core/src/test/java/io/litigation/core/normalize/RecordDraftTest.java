package io.litigation.core.normalize;

import io.litigation.v1.CaseBasis;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class RecordDraftTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");

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
        void ofTwoFieldsOfOneDayMayTellTwoTimes() {
            assertThat(draft.dateOfTwo(
                            "sortTime", "2019-01-08 09:30:00", "sortTimeString", "2019-01-08 14:00:00", false))
                    .map(VendorDate::getRaw)
                    .contains("2019-01-08 09:30:00");
            assertThat(draft.build().getNotesList())
                    .containsExactly(note("sortTimeString", "2019-01-08 14:00:00", "DATES_DIFFER"));
        }

        @ParameterizedTest
        @CsvSource({"2019-01-09, 2019-01-08", "2019-02, 2019-01-31", "2019-01, 2019-02-01", "2018, 2019-01-01"})
        void ofTwoFieldsDifferInEitherDirection(String one, String other) {
            assertThat(draft.dateOfTwo("sortTime", one, "sortTimeString", other, false))
                    .map(VendorDate::getRaw)
                    .contains(one);
            assertThat(draft.build().getNotesList()).containsExactly(note("sortTimeString", other, "DATES_DIFFER"));
        }

        @Test
        void ofTwoFieldsLieAheadOnlyIfTheyMay() {
            assertThat(draft.dateOfTwo("sortTime", "2030-01-01", "sortTimeString", "", false))
                    .isEmpty();
            assertThat(draft.build().getNotesList())
                    .containsExactly(note("sortTime", "2030-01-01", "DATE_OUT_OF_RANGE"));
        }

        @Test
        void ofTwoFieldsOneIsEnough() {
            assertThat(draft.dateOfTwo("sortTime", "2019-01-08", "sortTimeString", "", false))
                    .map(VendorDate::getRaw)
                    .contains("2019-01-08");
            assertThat(draft.build().getNotesList()).isEmpty();
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

    @Test
    void aBasisThatCannotBeReadIsKeptAndNoted() {
        draft.basis("sxrGistId", "(2018)沪0105民初*号", "-");

        assertThat(draft.build().getBasesList())
                .containsExactly(CaseBasis.newBuilder()
                        .setCaseNumber(CaseNumber.newBuilder()
                                .setRaw("(2018)沪0105民初*号")
                                .setKind(CaseNumber.Kind.KIND_MASKED))
                        .setVendorField("sxrGistId")
                        .build());
        assertThat(draft.build().getNotesList())
                .containsExactly(note("sxrGistId", "(2018)沪0105民初*号", "CASE_NUMBER_MASKED"));
    }

    @Test
    void itsDescriptionIsItsCategory() {
        assertThat(draft.toString()).isEqualTo("RecordDraft[RECORD_CATEGORY_ENFORCEMENT]");
    }

    @Test
    void markupIsTakenOutAndNotedWithoutTheText() {
        assertThat(draft.text("body", "<p>一</p><p>二</p>")).isEqualTo("一\n二");
        assertThat(draft.text("duty", "一\n二")).isEqualTo("一\n二");

        assertThat(draft.build().getNotesList()).containsExactly(note("body", "", "MARKUP_REMOVED"));
    }

    private static Note note(String field, String raw, String reason) {
        return Note.newBuilder().setField(field).setRaw(raw).setReason(reason).build();
    }
}
