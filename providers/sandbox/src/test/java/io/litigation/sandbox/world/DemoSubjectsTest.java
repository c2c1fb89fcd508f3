package io.litigation.sandbox.world;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoSubjectsTest {

    @Test
    void haveIdsWithGoodCheckDigitsOnThePrefixThatNoRealIdHas() {
        DemoSubjects.ALL.stream()
                .map(DemoSubject::idNumber)
                .filter(id -> id != null)
                .forEach(id ->
                        assertThat(id).startsWith("310000").isEqualTo(CheckDigits.residentId(id.substring(0, 17))));
    }

    @Test
    void haveCreditCodesAroundGoodOrganizationCodes() {
        DemoSubjects.ALL.stream()
                .map(DemoSubject::creditCode)
                .filter(code -> code != null)
                .map(code -> code.substring(8, 17))
                .forEach(code -> assertThat(code).isEqualTo(CheckDigits.organizationCode(code.substring(0, 8))));
    }

    @Test
    void checkDigitsFollowTheStandards() {
        assertThat(CheckDigits.residentId("31000019900101007")).isEqualTo("31000019900101007X");
        assertThat(CheckDigits.residentId("31000019850307000")).isEqualTo("310000198503070000");
        assertThat(CheckDigits.organizationCode("00000001")).isEqualTo("000000019");
    }
}
