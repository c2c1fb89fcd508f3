package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.CaseNumber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Several numbers in one field, ranges, and documents of a case. */
class CaseNumberListsTest {

    private static final String KEY = "(2019)沪0105执447号";

    @ParameterizedTest
    @CsvSource({
        "(2019)沪0105执447号之一, 1",
        "(2019)沪0105执447号之十二, 12",
        "(2019)沪0105执447号之3, 3",
        "(2019)沪0105执447之一号, 1",
        "(2019)沪0105执447号（之一）, 1",
        "(2019)沪0105执447-1号, 1",
        "(2019)沪0105执447-30号, 30",
        "(2019)沪0105执447号-2, 2",
        "(2019)沪0105执447号之二执行裁定书, 2",
        "(2019)沪0105执447之一执行裁定书, 1",
        "(2019)沪0105执447-1执行裁定书, 1",
        "(2019)沪0105执447号之十, 10",
        "(2019)沪0105执447号之二十, 20",
        "(2019)沪0105执447号之三十一, 31",
        "(2019)沪0105执447号【之一】, 1",
        "(2019)沪0105执00447-01号, 1",
    })
    void aDocumentIsKeptApartFromTheKey(String raw, int document) {
        CaseNumber number = only(raw);

        assertThat(number.getCanonical()).isEqualTo(KEY);
        assertThat(number.getDocument()).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2019)沪0105执447号、448号",
                "(2019)沪0105执447、448号",
                "(2019)沪0105执447,448",
                "(2019)沪0105执447号；448号",
                "(2019)沪0105执447-448号",
                "(2019)沪0105执447号至448号",
                "(2019)沪0105执447～448号",
                "(2019)沪0105执447号(2019)沪0105执448号",
                "(2019)沪0105执447号\n(2019)沪0105执448号",
                "(2019)沪0105执447号、（2019）沪0105执字第00448号、447号",
                "、(2019)沪0105执447号、、448号；",
                "(2019)沪0105执447，448",
                "(2019)沪0105执0447-0448号",
                "(2019)沪0105执447—448号",
            })
    void severalNumbersInOneFieldAreSeveral(String raw) {
        assertThat(CaseNumbers.read(raw)).extracting(CaseNumber::getCanonical).containsExactly(KEY, "(2019)沪0105执448号");
        assertThat(CaseNumbers.read(raw)).extracting(CaseNumber::getRaw).containsOnly(raw);
    }

    @Test
    void differentNumbersInOneFieldKeepTheirOwnKinds() {
        assertThat(CaseNumbers.read("(2019)沪0105民初447号、(2018)沪仲案字第0123号、(2009)浦执字第3号"))
                .extracting(CaseNumber::getKind)
                .containsExactly(Kind.KIND_MODERN, Kind.KIND_NON_COURT, Kind.KIND_LEGACY);
    }

    @Test
    void anAwardInAListHasItsOwnPartAsItsText() {
        assertThat(CaseNumbers.read("（2018）沪仲案字第3391号 ； (2021)沪01民特77号、(2018)沪仲案字第3392号裁决书"))
                .extracting(CaseNumber::getRaw)
                .containsExactly(
                        "（2018）沪仲案字第3391号",
                        "（2018）沪仲案字第3391号 ； (2021)沪01民特77号、(2018)沪仲案字第3392号裁决书",
                        "(2018)沪仲案字第3392号裁决书");
        assertThat(CaseNumbers.read(" （2018）沪仲案字第3391号 "))
                .extracting(CaseNumber::getRaw)
                .containsExactly(" （2018）沪仲案字第3391号 ");
        assertThat(CaseNumbers.read("（2018）沪仲案字第3391号(2021)沪01民特77号"))
                .extracting(CaseNumber::getRaw)
                .first()
                .isEqualTo("(2018)沪仲案字第3391号");
    }

    @Test
    void documentsOfOneCaseAreListedBehindIt() {
        assertThat(CaseNumbers.read("(2019)沪0105执447号之一、之二"))
                .extracting(CaseNumber::getDocument)
                .containsExactly(1, 2);
        assertThat(CaseNumbers.read("(2019)沪0105执447号之一、之二"))
                .extracting(CaseNumber::getCanonical)
                .containsOnly(KEY);
    }

    @Test
    void casesAndTheirDocumentsMayBeMixed() {
        assertThat(CaseNumbers.read("(2019)沪0105执447-1、447-2、448号"))
                .extracting(number -> number.getSerial() + "/" + number.getDocument())
                .containsExactly("447/1", "447/2", "448/0");
        assertThat(CaseNumbers.read("(2019)沪0105执40-1、31号"))
                .extracting(number -> number.getSerial() + "/" + number.getDocument())
                .containsExactly("40/1", "31/0");
        assertThat(CaseNumbers.read("(2019)沪0105执40-1号、30号"))
                .extracting(number -> number.getSerial() + "/" + number.getDocument())
                .containsExactly("40/1", "30/0");
        assertThat(CaseNumbers.read("(2019)沪0105执40-1、21-22号"))
                .extracting(number -> number.getSerial() + "/" + number.getDocument())
                .containsExactly("40/1", "21/0", "22/0");
    }

    @Test
    void aNumberWithADocumentIsACase() {
        assertThat(CaseNumbers.read("(2019)沪0105执40-1、30-1号"))
                .extracting(number -> number.getSerial() + "/" + number.getDocument())
                .containsExactly("40/1", "30/1");
    }

    @Test
    void aRangeHoldsAtMostFiftyNumbers() {
        assertThat(CaseNumbers.read("(2019)沪0105执400-449号"))
                .hasSize(50)
                .last()
                .satisfies(last -> assertThat(last.getSerial()).isEqualTo(449));
        assertUnread("(2019)沪0105执400-450号", Kind.KIND_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2019)沪0105执448-447号",
                "(2019)沪0105执447-447号",
                "(2019)沪0105执447-31号",
                "(2019)沪0105执447-0号",
                "(2019)沪0105执447-1000号",
                "(2019)沪0105执7-1号",
                "(2019)沪0105执447至8号",
                "(2019)沪0105执447-448-449号",
                "(2019)沪0105执447、8号",
                "(2019)沪0105执447-1、2号",
                "(2019)沪0105执447号和448号",
                "(2019)沪0105执447号另案",
                "(2019)沪0105执447号abc",
                "(2019)沪0105执447-1号之二",
                "(2019)沪0105执447之一号之二",
                "(2019)沪0105执447号之十十",
                "(2019)沪0105执447之十十号",
                "(2019)沪0105执99-100号",
                "(2019)沪0105执0447-448号",
                "(2019)沪0105执447之一8号",
                "(2019)沪0105执447号之一、之十十",
                "(2019)沪0105执447号、之二",
                "(2019)沪0105执447号、另案",
                "(2019)沪0105执447号、无此案",
                "(2019)沪0105执447号、0号",
                "(2019)沪0105执447号、(2101)沪0105执448号",
                "(2019)沪0105执447号、沪仲裁委员会裁决",
                "(2019)沪0105执40-1、30号",
                "(2019)沪0105执40-1、2-1号",
                "(2019)沪0105执447-1000",
                "(2019)沪0105执447号（一）",
            })
    void whatHasSeveralReadingsHasNoKey(String raw) {
        assertUnread(raw, Kind.KIND_AMBIGUOUS);
    }

    @Test
    void aFieldIsReadAsAWholeOrNotAtAll() {
        assertUnread("无此案、(2019)沪0105执447号", Kind.KIND_UNPARSED);
        assertUnread("沪仲裁委员会裁决、(2019)沪0105执447号", Kind.KIND_NON_COURT);
    }

    @Test
    void aClosedNumberMayBeFollowedByAShorterOne() {
        assertThat(CaseNumbers.read("(2019)沪0105执1200号、3号"))
                .extracting(CaseNumber::getSerial)
                .containsExactly(1200, 3);
    }

    private static CaseNumber only(String raw) {
        List<CaseNumber> numbers = CaseNumbers.read(raw);
        assertThat(numbers).hasSize(1);
        return numbers.get(0);
    }

    private static void assertUnread(String raw, Kind kind) {
        assertThat(CaseNumbers.read(raw))
                .containsExactly(
                        CaseNumber.newBuilder().setRaw(raw).setKind(kind).build());
    }
}
