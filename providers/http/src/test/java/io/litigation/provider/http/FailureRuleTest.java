package io.litigation.provider.http;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailureRuleTest {

    private static final FailureRule RULE = FailureRule.refused(FailureKind.CREDENTIAL_REJECTED);

    @ParameterizedTest
    @ValueSource(strings = {"1000", "02", "YJ9001", "HTTP_503", "isv.invalid-parameter", "E1234567890"})
    void aCodeIsKept(String code) {
        assertThat(RULE.failure(code).build().vendorCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "张三测",
                "13000000000",
                "310000198503070000",
                "31000019850307002X",
                "not a code",
                "https://vendor.example",
                "abcdefghijklmnopqrstuvwxyzabcdefg"
            })
    void whatCannotBeACodeIsNotPassedOn(String text) {
        ProviderException failure = RULE.failure(text).build();

        assertThat(failure.vendorCode()).isEqualTo("NOT_A_CODE");
        assertThat(failure).hasMessage("VENDOR_CREDENTIAL_REJECTED, vendor code NOT_A_CODE");
    }
}
