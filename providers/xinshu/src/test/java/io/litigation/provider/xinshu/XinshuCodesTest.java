package io.litigation.provider.xinshu;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Retry;
import io.litigation.provider.http.FailureRule;
import io.litigation.provider.http.Json;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class XinshuCodesTest {

    @ParameterizedTest
    @CsvSource({
        "1000, CREDENTIAL_REJECTED, CHARGE_NOT_CHARGED, NEVER",
        "1001, ACCOUNT_SUSPENDED, CHARGE_NOT_CHARGED, NEVER",
        "1002, SIGNATURE_REJECTED, CHARGE_NOT_CHARGED, NEVER",
        "1003, RESOURCE_NOT_GRANTED, CHARGE_NOT_CHARGED, NEVER",
        "1004, RESOURCE_NOT_GRANTED, CHARGE_NOT_CHARGED, NEVER",
        "1005, IP_NOT_ALLOWED, CHARGE_NOT_CHARGED, NEVER",
        "2000, REJECTED_ARGUMENT, CHARGE_NOT_CHARGED, NEVER",
        "3000, QUOTA_NOT_CONFIGURED, CHARGE_NOT_CHARGED, NEVER",
        "3001, QUOTA_EXHAUSTED, CHARGE_NOT_CHARGED, NEVER",
        "3002, QUOTA_NOT_CONFIGURED, CHARGE_NOT_CHARGED, NEVER",
        "3003, QUOTA_EXHAUSTED, CHARGE_NOT_CHARGED, NEVER",
        "9999, INTERNAL_ERROR, CHARGE_UNKNOWN, WHEN_NOT_CHARGED",
        "4711, CODE_UNEXPECTED, CHARGE_UNKNOWN, NEVER",
        "OK, CODE_UNEXPECTED, CHARGE_UNKNOWN, NEVER"
    })
    void knowsEveryDocumentedCode(String code, FailureKind kind, Charge charge, Retry retry) {
        assertThat(XinshuCodes.isAnswer(code)).isFalse();
        assertThat(XinshuCodes.rule(code, false)).isEqualTo(new FailureRule(kind, charge, retry));
    }

    @Test
    void aRejectedSignatureIsWorthAnotherAttemptOnlyWhenTheDateHasChanged() {
        assertThat(XinshuCodes.rule("1002", true).retry()).isEqualTo(Retry.ONCE);
        assertThat(XinshuCodes.rule("1000", true).retry()).isEqualTo(Retry.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        "502, HTTP_UNAVAILABLE, DOCUMENTED",
        "503, HTTP_UNAVAILABLE, DOCUMENTED",
        "500, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "504, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "408, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "429, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "302, CODE_UNEXPECTED, NEVER",
        "403, CODE_UNEXPECTED, NEVER",
        "404, CODE_UNEXPECTED, NEVER"
    })
    void knowsWhatAStatusMeans(int status, FailureKind kind, Retry retry) {
        assertThat(XinshuCodes.ofStatus(status)).isEqualTo(new FailureRule(kind, Charge.CHARGE_UNKNOWN, retry));
    }

    @ParameterizedTest
    @CsvSource({"0000, true", "0001, true", "0002, false", "'', false"})
    void knowsASuccess(String code, boolean success) {
        assertThat(XinshuCodes.isAnswer(code)).isEqualTo(success);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "01", "001", "0001", " 0001 "})
    void readsCodesThatLostTheirZeros(String code) {
        assertThat(XinshuCodes.read(new Json.Scalar(Json.Scalar.Kind.NUMBER, code)))
                .isEqualTo("0001");
        assertThat(XinshuCodes.read(new Json.Scalar(Json.Scalar.Kind.TEXT, code)))
                .isEqualTo("0001");
    }

    @Test
    void aMissingCodeIsEmpty() {
        assertThat(XinshuCodes.read(Json.Scalar.MISSING)).isEmpty();
    }
}
