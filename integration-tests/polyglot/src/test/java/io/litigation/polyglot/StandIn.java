package io.litigation.polyglot;

import com.google.protobuf.Any;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DynamicMessage;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCalls;
import io.litigation.polyglot.runner.Contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Stands in for a gateway of another age: it speaks the contract that it is given, and answers every search with the same
 * record of the same vendor. Its quotes fail in a way that no client has heard of.
 */
final class StandIn implements AutoCloseable {

    private static final String SERVICE = "litigation.v1.LitigationService";
    private static final String ADDED = ContractOfTomorrow.ADDED;

    private final Contract contract;
    private final String additions;
    private final String state;
    private final Server server;

    private StandIn(FileDescriptorSet descriptors, String additions, String state) {
        this.contract = Contract.of(descriptors);
        this.additions = additions;
        this.state = state;
        ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(SERVICE);
        contract.method(SERVICE, "SearchRecords")
                .ifPresent(search -> service.addMethod(search.grpc(), answering(search, List.of(answer()))));
        contract.method(SERVICE, "StreamRecords")
                .ifPresent(stream -> service.addMethod(stream.grpc(), answering(stream, parts())));
        contract.method(SERVICE, "QuoteSearch")
                .ifPresent(quote -> service.addMethod(
                        quote.grpc(), ServerCalls.asyncUnaryCall((request, caller) -> caller.onError(failure()))));
        try {
            server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                    .addService(service.build())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the contract that was released last. */
    static StandIn ofTheBaseline() {
        return new StandIn(Descriptors.baseline(), "", "STATE_RECORDS_FOUND");
    }

    /** Of a contract that has grown: a field in each message, a value in each enum, a kind of part. */
    static StandIn ofTomorrow() {
        return new StandIn(
                ContractOfTomorrow.of(Descriptors.shipped()),
                ", \"" + ADDED + "\": \"added\"",
                ContractOfTomorrow.valueOf("State"));
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static ServerCallHandler<DynamicMessage, DynamicMessage> answering(
            Contract.Method method, List<String> answers) {
        return ServerCalls.asyncServerStreamingCall((request, caller) -> {
            answers.forEach(answer -> caller.onNext(method.response(answer)));
            caller.onCompleted();
        });
    }

    private static StatusRuntimeException failure() {
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Code.FAILED_PRECONDITION_VALUE)
                .setMessage("not today")
                .addDetails(Any.newBuilder().setTypeUrl("type.googleapis.com/litigation.v9.NotInventedYet"))
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setDomain("litigation")
                        .setReason("NOT_INVENTED_YET")
                        .build()))
                .build());
    }

    private String answer() {
        return "{\"records\": [" + record() + "], \"outcomes\": [" + outcome() + "], \"complete\": true" + picture()
                + additions + "}";
    }

    private List<String> parts() {
        String part =
                "{\"providerPart\": {\"provider\": \"xinshu\", \"offering\": \"executed-one-key-search\", \"records\": ["
                        + record() + "], \"outcome\": " + outcome() + additions + "}}";
        String summary = "{\"summary\": {\"outcomes\": [" + outcome() + "], \"complete\": true, \"recordCount\": 1"
                + picture() + additions + "}}";
        return additions.isEmpty()
                ? List.of(part, summary)
                : List.of("{\"" + ContractOfTomorrow.ADDED_PART + "\": \"added\"}", part, summary);
    }

    private String record() {
        return "{\"recordId\": \"r-1\", \"provider\": \"xinshu\"" + additions + "}";
    }

    /** What the gateway of the last release did not make yet. */
    private String picture() {
        return additions.isEmpty()
                ? ""
                : """
                , "caseFiles": [{"caseKey": "(2020)沪0104执6120号", "recordIds": ["r-1"],
                    "state": {"enforcement": "%s"}, "links": [{"kind": "%s", "targetCaseKey": "(2019)沪0104民初1号"}]%s}],
                "summary": {"recordCount": 1%s}
                """.formatted(
                                ContractOfTomorrow.valueOf("EnforcementState"),
                                ContractOfTomorrow.valueOf("Kind"),
                                additions,
                                additions);
    }

    private String outcome() {
        return "{\"provider\": \"xinshu\", \"offering\": \"executed-one-key-search\", \"state\": \"" + state
                + "\", \"recordCount\": 1" + additions + "}";
    }
}
