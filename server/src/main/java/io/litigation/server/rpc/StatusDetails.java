package io.litigation.server.rpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes a status fit into the trailers. Clients refuse trailers over 8 KiB, and the message travels twice, once
 * percent-encoded: so the details get 4 KiB, the ErrorInfo first, and the message 400 characters.
 */
final class StatusDetails {

    static final int GREATEST_BYTES = 4 * 1024;
    static final int GREATEST_MESSAGE = 400;

    private StatusDetails() {}

    static Status fit(Status status) {
        if (status.getSerializedSize() <= GREATEST_BYTES && status.getMessage().length() <= GREATEST_MESSAGE) {
            return status;
        }
        Status.Builder fitted = status.toBuilder().clearDetails().setMessage(shorten(status.getMessage()));
        List<Any> details = new ArrayList<>(status.getDetailsList());
        details.sort(Comparator.comparingInt(detail -> detail.is(ErrorInfo.class) ? 0 : 1));
        for (Any detail : details) {
            int room = GREATEST_BYTES - fitted.build().getSerializedSize() - Integer.BYTES;
            if (detail.getSerializedSize() <= room) {
                fitted.addDetails(detail);
            } else {
                shorten(detail, room).ifPresent(fitted::addDetails);
            }
        }
        return fitted.build();
    }

    private static String shorten(String message) {
        if (message.length() <= GREATEST_MESSAGE) {
            return message;
        }
        int end = Character.isHighSurrogate(message.charAt(GREATEST_MESSAGE - 2))
                ? GREATEST_MESSAGE - 2
                : GREATEST_MESSAGE - 1;
        return message.substring(0, end) + "…";
    }

    /** As many violations as there is room for, and one that says how many are left out. Other details go as a whole. */
    private static Optional<Any> shorten(Any detail, int room) {
        if (!detail.is(BadRequest.class)) {
            return Optional.empty();
        }
        try {
            List<FieldViolation> all = detail.unpack(BadRequest.class).getFieldViolationsList();
            for (int kept = all.size() - 1; kept > 0; kept--) {
                Any shorter = Any.pack(BadRequest.newBuilder()
                        .addAllFieldViolations(all.subList(0, kept))
                        .addFieldViolations(FieldViolation.newBuilder()
                                .setDescription((all.size() - kept) + " more are not listed")
                                .setReason("MORE_VIOLATIONS"))
                        .build());
                if (shorter.getSerializedSize() <= room) {
                    return Optional.of(shorter);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("a BadRequest that cannot be read", e);
        }
        return Optional.empty();
    }
}
