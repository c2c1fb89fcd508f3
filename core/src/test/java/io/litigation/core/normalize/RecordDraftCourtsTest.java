package io.litigation.core.normalize;

import io.litigation.v1.Court;
import io.litigation.v1.Note;
import io.litigation.v1.RecordCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A record's court, by its code, its name and the vendor's word. */
class RecordDraftCourtsTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");

    private final RecordDraft draft =
            new RecordDraft("xinshu", RecordCategory.RECORD_CATEGORY_ENFORCEMENT, "zxgg", AS_OF);

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
    void ofTheirOwnSpecialtySayIt() {
        draft.caseNumbers("caseNo", "(2019)沪7101执447号");
        draft.court("上海铁路运输法院", "4", "上海市");

        assertThat(draft.build().getCourt().getSpecialty()).isEqualTo(Court.Specialty.SPECIALTY_RAILWAY);
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
        assertThat(draft.build().getNotesList()).containsExactly(note("court.vendor_rank", "9", "COURT_RANK_UNKNOWN"));
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

    @Test
    void ofATypeThatIsUnknownHaveTheirCodeToo() {
        draft.caseNumbers("caseNo", "(2019)沪0105新类12号、(2018)沪仲案字第0123号");
        draft.court("", "", "");

        assertThat(draft.build().getCourt().getCode()).isEqualTo("沪0105");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(2015)沪0105执447号", "(2018)沪仲案字第0123号", "(2019)沪0105执*号"})
    void ofOtherNumbersHaveNone(String number) {
        draft.caseNumbers("caseNo", number);
        draft.court("某区人民法院", "", "");

        assertThat(draft.build().getCourt().getCode()).isEmpty();
    }

    @Test
    void withACodeNeedNoName() {
        draft.caseNumbers("caseNo", "(2019)沪01民终12号");
        draft.court("-", "", "");

        assertThat(draft.build().getCourt())
                .isEqualTo(Court.newBuilder()
                        .setCode("沪01")
                        .setLevel(Court.Level.LEVEL_INTERMEDIATE)
                        .setProvince("上海")
                        .build());
    }

    @Test
    void ofWhichOnlyTheProvinceIsSaidHaveIt() {
        draft.court("-", "-", "上海市");

        assertThat(draft.build().getCourt())
                .isEqualTo(Court.newBuilder()
                        .setVendorRank("-")
                        .setProvince("上海")
                        .setVendorProvince("上海市")
                        .build());
        assertThat(draft.build().getNotesList()).isEmpty();
    }

    @Test
    void ofWhichNothingIsSaidAreNone() {
        draft.court("-", "暂无", "");

        assertThat(draft.build().hasCourt()).isFalse();
    }

    @Test
    void ofTheWholeCountryAreInNoProvinceWhateverTheVendorSays() {
        draft.caseNumbers("caseNo", "(2019)最高法民终1号");
        draft.court("最高人民法院", "1", "北京");

        assertThat(draft.build().getCourt().getProvince()).isEmpty();
        assertThat(draft.build().getCourt().getLevel()).isEqualTo(Court.Level.LEVEL_SUPREME);
        assertThat(draft.build().getNotesList()).isEmpty();
    }

    /** The vendor's rank 4 is any other court: it says less than a name or a code that tells a basic one. */
    @ParameterizedTest
    @CsvSource({
        "最高人民法院, 4, true",
        "上海市高级人民法院, 4, true",
        "上海市第一中级人民法院, 4, true",
        "上海市长宁区人民法院, 4, false",
        "长宁法院, 4, false",
        "长宁法院, 3, false",
        "上海市高级人民法院, 2, false",
        "上海市高级人民法院, 1, true",
        "上海市第一中级人民法院, 3, false",
        "上海市长宁区人民法院, 3, true",
    })
    void whoseNameAndRankDifferAreNoted(String name, String rank, boolean noted) {
        draft.court(name, rank, "");

        assertThat(draft.build().getNotesList())
                .isEqualTo(noted ? List.of(note("court.vendor_rank", rank, "COURT_LEVEL_DIFFERS")) : List.of());
    }

    private static Note note(String field, String raw, String reason) {
        return Note.newBuilder().setField(field).setRaw(raw).setReason(reason).build();
    }
}
