package io.litigation.core.search;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.QuotaFailure;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The details of a status, collected, and then fitted into 4 KiB: they travel in trailers, and clients refuse trailers
 * over 8 KiB. What is left out is counted. Fields with mistakes are named before they are explained.
 */
final class StatusDetails {

    private static final int GREATEST = 4 << 10;
    /** Bytes for what the offerings say of themselves, and for quotas; the rest is for the fields. */
    private static final int GREATEST_METADATA = 1_536;

    private static final int GREATEST_QUOTAS = 512;
    /** Tag, length and type name around a packed message. */
    private static final int WRAPPING = 64;

    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Set<FieldViolation> violations = new LinkedHashSet<>();
    private final Set<QuotaFailure.Violation> quotas = new LinkedHashSet<>();
    private @Nullable RetryInfo retry;

    static StatusDetails none() {
        return new StatusDetails();
    }

    void metadata(String key, String value) {
        metadata.put(key, value);
    }

    /** The same mistake told by several providers is one. */
    void violation(FieldViolation violation) {
        violations.add(violation);
    }

    void quota(QuotaFailure.Violation violation) {
        quotas.add(violation);
    }

    /** The longest of several delays stands. */
    void retryAfter(RetryInfo other) {
        if (retry == null || Durations.compare(retry.getRetryDelay(), other.getRetryDelay()) < 0) {
            retry = other;
        }
    }

    /** The status with its details, the ErrorInfo first. */
    Status on(Status.Builder status, String reason) {
        status.addDetails(Any.pack(errorInfo(reason)));
        if (retry != null) {
            status.addDetails(Any.pack(retry));
        }
        if (!quotas.isEmpty()) {
            List<QuotaFailure.Violation> kept = first(quotas, GREATEST_QUOTAS);
            status.addDetails(
                    Any.pack(QuotaFailure.newBuilder().addAllViolations(kept).build()));
        }
        if (!violations.isEmpty()) {
            int room = GREATEST - status.build().getSerializedSize() - WRAPPING;
            status.addDetails(Any.pack(badRequest(room)));
        }
        return status.build();
    }

    private ErrorInfo errorInfo(String reason) {
        ErrorInfo.Builder info = SearchFailures.errorInfo(reason).toBuilder();
        int left = GREATEST_METADATA;
        int omitted = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            left -= entry.getKey().length() + entry.getValue().length() + WRAPPING / 8;
            if (left >= 0) {
                info.putMetadata(entry.getKey(), entry.getValue());
            } else {
                omitted++;
            }
        }
        return omitted == 0
                ? info.build()
                : info.putMetadata("more", Integer.toString(omitted)).build();
    }

    private BadRequest badRequest(int room) {
        BadRequest whole =
                BadRequest.newBuilder().addAllFieldViolations(violations).build();
        if (whole.getSerializedSize() <= room) {
            return whole;
        }
        List<FieldViolation> bare = violations.stream()
                .map(violation -> violation.toBuilder().clearDescription().build())
                .toList();
        List<FieldViolation> kept = first(bare, room - WRAPPING);
        BadRequest.Builder shorter = BadRequest.newBuilder().addAllFieldViolations(kept);
        if (kept.size() < bare.size()) {
            shorter.addFieldViolations(FieldViolation.newBuilder()
                    .setReason("MORE_VIOLATIONS")
                    .setDescription((bare.size() - kept.size()) + " more are not listed."));
        }
        return shorter.build();
    }

    private static <M extends Message> List<M> first(Collection<M> messages, int bytes) {
        List<M> kept = new ArrayList<>();
        int left = bytes;
        for (M message : messages) {
            left -= message.getSerializedSize() + Integer.BYTES;
            if (left < 0) {
                break;
            }
            kept.add(message);
        }
        return kept;
    }
}
