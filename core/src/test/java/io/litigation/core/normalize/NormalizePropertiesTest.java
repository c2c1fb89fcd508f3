package io.litigation.core.normalize;

import io.litigation.core.normalize.Matching.Evidence;
import io.litigation.core.normalize.VendorDates.Horizon;
import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchAssessment;
import io.litigation.v1.Party;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.Sex;
import io.litigation.v1.VendorDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every text, also for those that nobody thought of. */
class NormalizePropertiesTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");
    private static final PersonSubject PERSON = new PersonSubject("陈试样", "310000198503070019", "13800000000");
    private static final OrganizationSubject COMPANY = new OrganizationSubject("试样贸易有限公司", "91310000000000019Q");

    /** Texts of pieces that mean something somewhere, and of any characters. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                        "(",
                        ")",
                        "（",
                        "〔",
                        "2019",
                        "二〇一九",
                        "年",
                        "5月",
                        "日",
                        "沪",
                        "0105",
                        "最高法",
                        "知",
                        "民初",
                        "执",
                        "恢",
                        "字第",
                        "00447",
                        "号",
                        "之一",
                        "-1",
                        "-",
                        "、",
                        "，",
                        "至",
                        "*",
                        "×",
                        "X",
                        "某",
                        "仲裁",
                        "公证",
                        "0",
                        "1.5",
                        "万",
                        "元",
                        "亿",
                        "￥",
                        "USD",
                        "及利息",
                        "E9",
                        ":30",
                        "T",
                        "Z",
                        "+08:00",
                        "310000",
                        "19850307",
                        "0019",
                        "91310000",
                        "⺠",
                        "⽴",
                        "\u200B",
                        "\u3000",
                        " ",
                        "\n",
                        "<p>",
                        "</",
                        "&amp;",
                        "<br>",
                        "&",
                        "·",
                        "•",
                        "张",
                        "阿",
                        "𠮷",
                        "ﬁ",
                        "e\u0301",
                        "\uDC00",
                        "\uD800",
                        "①",
                        "…",
                        "ß",
                        "İ")
                .list()
                .ofMaxSize(14)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<List<String>> spellings() {
        Arbitrary<String> open = Arbitraries.of("(", "（", "〔", "【", "[", "［", "﹙", "");
        Arbitrary<String> close = Arbitraries.of(")", "）", "〕", "】", "]", "］", "﹚", "");
        Arbitrary<String> gap = Arbitraries.of("", " ", "\u3000", "\u200B", "\u00a0");
        Arbitrary<String> type = Arbitraries.of("民初", "⺠初", "民 初");
        Arbitrary<String> ordinal = Arbitraries.of("", "字第", "第", "字 第");
        Arbitrary<String> zeros = Arbitraries.of("", "0", "000", "０");
        Arbitrary<String> end = Arbitraries.of("号", "號", " 号", "");
        return Combinators.combine(open, close, gap, type, ordinal, zeros, end)
                .as((o, c, g, t, r, z, e) -> o + "２019" + c + g + "沪" + g + "0105" + t + r + z + "44７" + e)
                .list()
                .ofSize(2);
    }

    @Property
    void spellingsOfOneNumberShareItsKey(@ForAll("spellings") List<String> spellings) {
        assertThat(spellings)
                .allSatisfy(spelling -> assertThat(CaseNumbers.read(spelling))
                        .singleElement()
                        .extracting(CaseNumber::getCanonical)
                        .isEqualTo("(2019)沪0105民初447号"));
    }

    @Provide
    Arbitrary<CaseNumber> modernNumbers() {
        Arbitrary<String> prefixes = Arbitraries.of(Provinces.courtPrefixes());
        Arbitrary<String> digits = Arbitraries.of("", "01", "0105", "7101", "99");
        Arbitrary<String> courts = Combinators.combine(prefixes, digits).as(String::concat);
        return Combinators.combine(
                        Arbitraries.oneOf(courts, Arbitraries.just("最高法")),
                        Arbitraries.of("", "知"),
                        Arbitraries.of(TypeCodes.all().keySet()),
                        Arbitraries.integers().between(2016, 2100),
                        Arbitraries.integers().between(1, 99_999_999))
                .as((court, special, type, year, serial) -> CaseNumber.newBuilder()
                        .setKind(CaseNumber.Kind.KIND_MODERN)
                        .setCanonical("(" + year + ")" + court + special + type + serial + "号")
                        .setYear(year)
                        .setCourtCode(court)
                        .setTypeCode(special + type)
                        .setSerial(serial)
                        .setStage(Objects.requireNonNull(TypeCodes.all().get(type)))
                        .build());
    }

    @Property
    void everyCourtTypeAndYearOfTheRulesIsModern(@ForAll("modernNumbers") CaseNumber number) {
        assertThat(CaseNumbers.read(number.getCanonical()))
                .containsExactly(
                        number.toBuilder().setRaw(number.getCanonical()).build());
    }

    @Property
    void aCanonicalNumberIsItsOwnCanonicalForm(@ForAll("texts") String text) {
        for (CaseNumber number : CaseNumbers.read(text)) {
            assertThat(number.getRaw()).isEqualTo(text);
            if (!number.getCanonical().isEmpty()) {
                assertThat(CaseNumbers.read(number.getCanonical()))
                        .singleElement()
                        .isEqualTo(number.toBuilder()
                                .setRaw(number.getCanonical())
                                .clearDocument()
                                .build());
            }
        }
    }

    @Property
    void aKeyIsItsOwnKey(@ForAll("texts") String text) {
        String key = Names.matchKey(text);
        assertThat(Names.matchKey(key)).isEqualTo(key);
        assertThat(Names.toSend(Names.toSend(text))).isEqualTo(Names.toSend(text));
        assertThat(Folding.words(Folding.words(text))).isEqualTo(Folding.words(text));
        assertThat(Folding.solid(Folding.words(text))).isEqualTo(Folding.solid(text));
    }

    @Property
    void aDateKeepsItsTextAndItsRange(@ForAll("texts") String text) {
        if (VendorDates.read(text, Horizon.FUTURE, AS_OF) instanceof Reading.Known<VendorDate> known) {
            assertThat(known.value().getRaw()).isEqualTo(text);
            assertThat(known.value().getDate().getYear()).isBetween(1949, 2031);
        }
    }

    @Property
    void noTextThrows(@ForAll("texts") String text, @ForAll("texts") String other) {
        RecordDraft draft = new RecordDraft("any", RecordCategory.RECORD_CATEGORY_OTHER, text, AS_OF);
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
    void noSignalShowsAWholeNameOrId(@ForAll("texts") String around) {
        String id = PERSON.idNumber() + around;
        MatchAssessment assessment = Matching.assess(
                PERSON, new Evidence(PERSON.name(), id, Sex.SEX_MALE, 40, around, "上海", List.of(), AS_OF));

        assertThat(assessment.toString()).doesNotContain("310000198503070019");
        assertThat(assessment.getSignals(0).getMaskedValue()).isEqualTo("陈**");
        assertThat(PartyId.of(id).shown()).doesNotContain("19850307");
    }

    @Property
    void aValidIdSurvivesItsOwnSpelling(@ForAll("texts") String text) {
        ResidentId.parse(text)
                .ifPresent(id -> assertThat(ResidentId.parse(id.canonical())).contains(id));
        CreditCode.parse(text)
                .ifPresent(
                        code -> assertThat(CreditCode.parse(code.canonical())).contains(code));
        OrganizationCode.parse(text)
                .ifPresent(code ->
                        assertThat(OrganizationCode.parse(code.canonical())).contains(code));
    }
}
