package io.litigation.core.normalize;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Organisation codes, and the credit codes that hold them. */
class OrganizationCodesTest {

    @ParameterizedTest
    @CsvSource({
        "00000000-0, 000000000",
        "000000019, 000000019",
        "00000001－9, 000000019",
        "00000006X, 00000006X",
        "00000006-x, 00000006X",
        "MA1FL000-7, MA1FL0007",
        "a00000003, A00000003",
        "Z0000001-3, Z00000013",
        " 0000 0001-9 , 000000019",
    })
    void readsWithAndWithoutHyphen(String raw, String canonical) {
        assertThat(OrganizationCode.parse(raw)).contains(new OrganizationCode(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "000000018", "00000001X", "0000000190", "00000019", "0000-00019", "00000001--9", "组织机构代码"})
    void refusesWhatIsNoOrganizationCode(String raw) {
        assertThat(OrganizationCode.parse(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "91310000000000019Q, 000000019",
        "92310000000000019M, 000000019",
        "91320000000000019W, 000000019",
        "52310000000000019R, 000000019",
        "91310000ma0000007l, MA0000007",
        "９１３１００００000000019Q, 000000019",
    })
    void aCreditCodeHoldsAnOrganizationCode(String raw, String organizationCode) {
        assertThat(CreditCode.parse(raw))
                .map(CreditCode::organizationCode)
                .contains(new OrganizationCode(organizationCode));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91310000000000018Q",
                "91310000000000019R",
                "9131000000000019Q",
                "91310000000000019QQ",
                "91310000MAI000007L",
                "91310000MAO000007L",
                "91310000MAS000007L",
                "91310000MAV000007L",
                "91310000MAZ000007L",
                "9131A000000000019Q",
            })
    void refusesWhatIsNoCreditCode(String raw) {
        assertThat(CreditCode.parse(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13800000000, 13800000000",
        "+86 138-0000-0000, 13800000000",
        "0086 13800000000, 13800000000",
        "8613800000000, 13800000000",
        "＋８６１３８００００００００, 13800000000",
        "138—0000—0000, 13800000000",
        "19900000000, 19900000000",
    })
    void aMobileNumberIsItsElevenDigits(String raw, String mobile) {
        assertThat(MobileNumber.parse(raw)).contains(mobile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12800000000", "1380000000", "138000000000", "+8513800000000", "021-00000000", "1380000000x"
            })
    void refusesWhatIsNoMobileNumber(String raw) {
        assertThat(MobileNumber.parse(raw)).isEmpty();
    }
}
