package io.litigation.core.search;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.QuotaFailure;
import com.google.rpc.RetryInfo;

import java.util.List;
import java.util.Optional;

/** Reads the details of statuses. */
final class Details {

    private Details() {}

    static ErrorInfo info(SearchException failure) {
        ErrorInfo info = find(failure, ErrorInfo.class).orElseThrow();
        if (!info.getDomain().equals("litigation")) {
            throw new AssertionError("the domain is " + info.getDomain());
        }
        return info;
    }

    static BadRequest badRequest(SearchException failure) {
        return find(failure, BadRequest.class).orElseThrow();
    }

    /** Field and reason of each mistake. */
    static List<String> mistakes(SearchException failure) {
        return badRequest(failure).getFieldViolationsList().stream()
                .map(Details::mistake)
                .toList();
    }

    private static String mistake(FieldViolation violation) {
        return violation.getField() + " " + violation.getReason();
    }

    static Optional<RetryInfo> retry(SearchException failure) {
        return find(failure, RetryInfo.class);
    }

    static Optional<QuotaFailure> quota(SearchException failure) {
        return find(failure, QuotaFailure.class);
    }

    private static <M extends Message> Optional<M> find(SearchException failure, Class<M> type) {
        for (Any detail : failure.status().getDetailsList()) {
            if (detail.is(type)) {
                try {
                    return Optional.of(detail.unpack(type));
                } catch (InvalidProtocolBufferException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return Optional.empty();
    }
}
