package io.litigation.core.normalize;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CourtProvincesTest {

    @ParameterizedTest
    @CsvSource({
        "(2018)浙0106民初2250号, (2020)沪01民终1311号, true",
        "(2018)沪0105民初2250号, (2020)沪01民终1311号, false",
        "(2018)浙0106民初2250号, (2020)最高法知民终1号, false",
        "(2018)苏72民初2250号, (2020)鄂民终1311号, false",
        "(2014)浦民初字第2250号, (2020)沪01民终1311号, false",
    })
    void onlyCodesOfOrdinaryCourtsTellThatTheProvincesDiffer(String one, String other, boolean differ) {
        assertThat(CourtProvinces.differ(
                        CaseNumbers.read(one).get(0), CaseNumbers.read(other).get(0)))
                .isEqualTo(differ);
    }
}
