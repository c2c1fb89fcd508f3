package io.litigation.core.search;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;

import java.util.Arrays;
import java.util.Map;

/** Makes statuses. The texts are for people and hold no values; programs read the details. */
final class SearchFailures {

    /** The domain of every ErrorInfo. */
    static final String DOMAIN = "litigation";

    private SearchFailures() {}

    static SearchException invalid(BadRequest badRequest) {
        StringBuilder fields = new StringBuilder();
        badRequest
                .getFieldViolationsList()
                .forEach(
                        violation -> fields.append(fields.isEmpty() ? "" : ", ").append(violation.getField()));
        return failure(
                Code.INVALID_ARGUMENT,
                "REQUEST_INVALID",
                "The request has mistakes in: " + fields + ".",
                Map.of(),
                false,
                badRequest);
    }

    static SearchException failure(Code code, String reason, String message) {
        return failure(code, reason, message, Map.of(), false);
    }

    static SearchException failure(
            Code code,
            String reason,
            String message,
            Map<String, String> metadata,
            boolean chargeUncertain,
            Message... details) {
        Status.Builder status = Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addDetails(Any.pack(errorInfo(reason, metadata)));
        Arrays.stream(details).map(Any::pack).forEach(status::addDetails);
        return new SearchException(status.build(), chargeUncertain);
    }

    static ErrorInfo errorInfo(String reason, Map<String, String> metadata) {
        return ErrorInfo.newBuilder()
                .setReason(reason)
                .setDomain(DOMAIN)
                .putAllMetadata(metadata)
                .build();
    }
}
