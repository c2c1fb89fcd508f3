package io.litigation.polyglot.runner;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.Status;
import io.grpc.Metadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads failures without generated code of the contract's: details are found by their type's name. google.rpc.Status
 * itself is of gRPC, not of the contract.
 */
final class Failures {

    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
    private static final Metadata.Key<String> PUSHBACK =
            Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);
    private static final String TYPES = "google.rpc.";

    private final Contract contract;

    Failures(Contract contract) {
        this.contract = contract;
    }

    /** Of a call. */
    ObjectNode result(io.grpc.Status status, @Nullable Metadata trailers) {
        ObjectNode result =
                Plan.JSON.createObjectNode().put("code", status.getCode().name());
        byte[] details = trailers == null ? null : trailers.get(DETAILS);
        if (details != null) {
            read(result, contract.details(status(details)));
        }
        if (trailers != null && String.valueOf(trailers.get(PUSHBACK)).startsWith("-")) {
            result.put("retryForbidden", true);
        }
        return result;
    }

    /** Of an item of a batch. */
    ObjectNode item(Message answer) {
        Status error = status(((Message) Contract.field(answer, "error")).toByteArray());
        io.grpc.Status.Code code = io.grpc.Status.fromCodeValue(error.getCode()).getCode();
        ObjectNode result = Plan.JSON.createObjectNode().put("code", code.name());
        read(result, contract.details(error));
        if ((Boolean) Contract.field(answer, "retry_forbidden")) {
            result.put("retryForbidden", true);
        }
        return result;
    }

    private static Status status(byte[] bytes) {
        try {
            return Status.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void read(ObjectNode result, Map<String, JsonNode> details) {
        details.forEach((type, detail) -> {
            if (type.equals(TYPES + "ErrorInfo")) {
                result.put("reason", detail.path("reason").asString());
                result.put("domain", detail.path("domain").asString());
            } else if (type.equals(TYPES + "BadRequest")) {
                Results.putIfAny(result, "fields", texts(detail.path("fieldViolations"), "field"));
            } else if (type.equals(TYPES + "QuotaFailure")) {
                Results.putIfAny(result, "quota", texts(detail.path("violations"), "subject"));
            } else if (type.equals(TYPES + "RetryInfo")) {
                String seconds = detail.path("retryDelay").asString().replace("s", "");
                result.put(
                        "retryAfterMillis",
                        new BigDecimal(seconds).movePointRight(3).longValue());
            }
        });
    }

    private static Collection<String> texts(JsonNode nodes, String field) {
        Collection<String> texts = new TreeSet<>();
        nodes.forEach(node -> texts.add(node.path(field).asString()));
        return texts;
    }
}
