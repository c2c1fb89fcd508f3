package io.litigation.sandbox.submail;

import java.util.Arrays;
import java.util.Optional;

/** Codes of an error, from SUBMAIL's public table; the texts but the first are the sandbox's own. */
enum SubmailCode {
    APP_ID_WRONG(1201, "Incorrect APP ID."),
    ADDRESS_NOT_ALLOWED(1202, "IP address is not on the white list."),
    BALANCE_USED_UP(1203, "Insufficient balance."),
    SIGNATURE_WRONG(1204, "Invalid signature."),
    APP_KEY_WRONG(1205, "Incorrect APP Key."),
    APP_DISABLED(1206, "APP is disabled."),
    TIMESTAMP_WRONG(1208, "Incorrect timestamp."),
    PARAMETERS_MISSING(1209, "Missing parameters."),
    APP_ID_EMPTY(1210, "APP ID is empty."),
    APP_KEY_EMPTY(1211, "APP Key is empty."),
    SIGNATURE_EMPTY(1212, "Signature is empty."),
    TIMESTAMP_EXPIRED(1213, "Timestamp expired."),
    MOBILE_WRONG(1214, "Mobile number must have 11 digits."),
    ID_NUMBER_WRONG(1215, "ID number must have 18 characters."),
    UPSTREAM_FAILED(1217, "Upstream gateway error."),
    SERVICE_DISABLED(1218, "Service is disabled."),
    ACCOUNT_DISABLED(1219, "Account is disabled."),
    TOKEN_FAILED(1221, "Failed to get token."),
    NAME_ILLEGAL(1222, "Illegal name."),
    DATABASE_FAILED(1223, "Database error."),
    DEDUCTION_FAILED(1225, "Failed to write the deduction log."),
    BILLING_UNREADABLE(1226, "Failed to get billing configuration."),
    BILLING_MISSING(1227, "Failed to get billing configuration.");

    private final int code;
    private final String message;

    SubmailCode(int code, String message) {
        this.code = code;
        this.message = message;
    }

    int code() {
        return code;
    }

    String message() {
        return message;
    }

    static Optional<SubmailCode> of(String code) {
        return Arrays.stream(values())
                .filter(known -> Integer.toString(known.code).equals(code))
                .findFirst();
    }
}
