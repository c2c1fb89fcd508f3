package io.litigation.provider.submail;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Retry;
import io.litigation.provider.http.FailureRule;
import io.litigation.provider.http.Json;
import io.litigation.v1.Charge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SubmailCodesTest {

    @ParameterizedTest
    @CsvSource({
        "1201, CREDENTIAL_REJECTED, CHARGE_NOT_CHARGED, NEVER",
        "1202, IP_NOT_ALLOWED, CHARGE_NOT_CHARGED, NEVER",
        "1203, BALANCE_EXHAUSTED, CHARGE_NOT_CHARGED, NEVER",
        "1204, SIGNATURE_REJECTED, CHARGE_NOT_CHARGED, NEVER",
        "1205, CREDENTIAL_REJECTED, CHARGE_NOT_CHARGED, NEVER",
        "1206, ACCOUNT_SUSPENDED, CHARGE_NOT_CHARGED, NEVER",
        "1208, TIMESTAMP_REJECTED, CHARGE_NOT_CHARGED, ONCE",
        "1209, REQUEST_INCOMPLETE, CHARGE_NOT_CHARGED, NEVER",
        "1210, CREDENTIAL_REJECTED, CHARGE_NOT_CHARGED, NEVER",
        "1211, CREDENTIAL_REJECTED, CHARGE_NOT_CHARGED, NEVER",
        "1212, SIGNATURE_REJECTED, CHARGE_NOT_CHARGED, NEVER",
        "1213, TIMESTAMP_REJECTED, CHARGE_NOT_CHARGED, ONCE",
        "1214, MOBILE_INVALID, CHARGE_NOT_CHARGED, NEVER",
        "1215, ID_NUMBER_INVALID, CHARGE_NOT_CHARGED, NEVER",
        "1217, UPSTREAM_ERROR, CHARGE_UNKNOWN, WHEN_NOT_CHARGED",
        "1218, ACCOUNT_SUSPENDED, CHARGE_NOT_CHARGED, NEVER",
        "1219, ACCOUNT_SUSPENDED, CHARGE_NOT_CHARGED, NEVER",
        "1221, INTERNAL_ERROR, CHARGE_UNKNOWN, WHEN_NOT_CHARGED",
        "1222, NAME_INVALID, CHARGE_NOT_CHARGED, NEVER",
        "1223, INTERNAL_ERROR, CHARGE_UNKNOWN, WHEN_NOT_CHARGED",
        "1225, BILLING_FAULT, CHARGE_UNKNOWN, NEVER",
        "1226, BILLING_FAULT, CHARGE_UNKNOWN, NEVER",
        "1227, BILLING_FAULT, CHARGE_UNKNOWN, NEVER",
        "1229, CODE_UNEXPECTED, CHARGE_UNKNOWN, NEVER",
        "1241, CODE_UNEXPECTED, CHARGE_UNKNOWN, NEVER",
        "03, CODE_UNEXPECTED, CHARGE_UNKNOWN, NEVER"
    })
    void knowsEveryDocumentedCode(String code, FailureKind kind, Charge charge, Retry retry) {
        assertThat(SubmailCodes.isAnswer(code)).isFalse();
        assertThat(SubmailCodes.rule(code)).isEqualTo(new FailureRule(kind, charge, retry));
    }

    @ParameterizedTest
    @CsvSource({"2, 02", "02, 02", "1, 01", "1201, 1201", "'', ''"})
    void readsCodesThatLostTheirZero(String written, String code) {
        assertThat(SubmailCodes.read(new Json.Scalar(Json.Scalar.Kind.NUMBER, written)))
                .isEqualTo(code);
        assertThat(SubmailCodes.read(new Json.Scalar(Json.Scalar.Kind.TEXT, written)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"01, true", "02, true", "00, false", "'', false"})
    void knowsASuccess(String code, boolean success) {
        assertThat(SubmailCodes.isAnswer(code)).isEqualTo(success);
    }
}
