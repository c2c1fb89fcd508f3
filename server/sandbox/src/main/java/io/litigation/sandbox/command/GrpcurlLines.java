package io.litigation.sandbox.command;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.Subject;

import java.util.List;

/** Lines to copy into a shell: what was done here, done again by grpcurl. */
final class GrpcurlLines {

    private static final String GRPCURL = "grpcurl -plaintext ";

    private GrpcurlLines() {}

    /**
     * List, describe and the calls.
     *
     * @param target host and port
     * @param searched whom SearchRecords is about
     * @param streamed whom StreamRecords is about
     */
    static List<String> of(String target, Subject searched, Subject streamed) {
        String service = LitigationServiceGrpc.SERVICE_NAME;
        return List.of(
                GRPCURL + target + " list",
                GRPCURL + target + " describe " + service,
                GRPCURL + target + " "
                        + LitigationServiceGrpc.getListProvidersMethod().getFullMethodName(),
                call(
                        target,
                        LitigationServiceGrpc.getSearchRecordsMethod().getFullMethodName(),
                        SearchRecordsRequest.newBuilder().setSubject(searched).build()),
                call(
                        target,
                        LitigationServiceGrpc.getStreamRecordsMethod().getFullMethodName(),
                        StreamRecordsRequest.newBuilder().setSubject(streamed).build()));
    }

    private static String call(String target, String method, Message request) {
        return GRPCURL + "-d '" + json(request) + "' " + target + " " + method;
    }

    /** On one line and without an apostrophe, which JsonFormat writes as an escape. */
    private static String json(Message message) {
        try {
            return JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .preservingProtoFieldNames()
                    .print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
