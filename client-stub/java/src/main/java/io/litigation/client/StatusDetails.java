package io.litigation.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.QuotaFailure;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;

import javax.net.ssl.SSLException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The details of a google.rpc.Status; those that are absent, unreadable or of another domain are empty messages. */
final class StatusDetails {

    private static final String DOMAIN = "litigation";

    private final ErrorInfo info;
    private final BadRequest badRequest;
    private final RetryInfo retry;
    private final QuotaFailure quota;

    private StatusDetails(ErrorInfo info, BadRequest badRequest, RetryInfo retry, QuotaFailure quota) {
        this.info = info;
        this.badRequest = badRequest;
        this.retry = retry;
        this.quota = quota;
    }

    static StatusDetails of(Throwable failure) {
        List<Any> details = read(failure);
        ErrorInfo info = first(details, ErrorInfo.getDefaultInstance());
        return new StatusDetails(
                info.getDomain().equals(DOMAIN) ? info : ErrorInfo.getDefaultInstance(),
                first(details, BadRequest.getDefaultInstance()),
                first(details, RetryInfo.getDefaultInstance()),
                first(details, QuotaFailure.getDefaultInstance()));
    }

    static StatusDetails of(String reason) {
        return new StatusDetails(
                ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(reason).build(),
                BadRequest.getDefaultInstance(),
                RetryInfo.getDefaultInstance(),
                QuotaFailure.getDefaultInstance());
    }

    ErrorInfo info() {
        return info;
    }

    BadRequest badRequest() {
        return badRequest;
    }

    QuotaFailure quota() {
        return quota;
    }

    Optional<Duration> retryDelay() {
        return retry.hasRetryDelay()
                ? Optional.of(Duration.ofSeconds(
                        retry.getRetryDelay().getSeconds(),
                        retry.getRetryDelay().getNanos()))
                : Optional.empty();
    }

    /** Code, reason, the server's own sentence, why it was not reached, and the paths of the bad fields, on one line. */
    String describe(Status status) {
        StringBuilder text = new StringBuilder(status.getCode().name());
        if (!info.getReason().isEmpty()) {
            text.append(' ').append(info.getReason());
        }
        if (status.getDescription() != null) {
            text.append(": ").append(status.getDescription());
        }
        if (status.getCause() instanceof IOException) {
            text.append(wayBroken(status.getCause()));
        }
        if (badRequest.getFieldViolationsCount() > 0) {
            text.append(badRequest.getFieldViolationsList().stream()
                    .map(BadRequest.FieldViolation::getField)
                    .collect(Collectors.joining(", ", " [", "]")));
        }
        return text.toString();
    }

    /** gRPC calls everything an "io exception". The first cause names the address; of TLS, the last one says what is wrong. */
    private static String wayBroken(Throwable cause) {
        Throwable telling = cause;
        while (cause instanceof SSLException && telling.getCause() != null) {
            telling = telling.getCause();
        }
        return telling.getMessage() == null ? "" : " (" + telling.getMessage() + ")";
    }

    private static List<Any> read(Throwable failure) {
        try {
            com.google.rpc.Status status = StatusProto.fromThrowable(failure);
            return status == null ? Collections.emptyList() : status.getDetailsList();
        } catch (IllegalArgumentException e) {
            // Not readable, or of another code than the call's: a proxy replaced the one and left the other.
            return Collections.emptyList();
        }
    }

    private static <T extends Message> T first(List<Any> details, T absent) {
        for (Any detail : details) {
            if (detail.is(absent.getClass())) {
                try {
                    @SuppressWarnings("unchecked")
                    T found = (T) detail.unpack(absent.getClass());
                    return found;
                } catch (InvalidProtocolBufferException e) {
                    return absent;
                }
            }
        }
        return absent;
    }
}
