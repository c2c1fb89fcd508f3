package io.litigation.polyglot.runner;

import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The calls by the descriptor set: what any generic client does. */
final class DescriptorCalls implements Calls {

    private static final String SERVICE = "litigation.v1.LitigationService";
    private static final String LEDGER = "litigation.v1.LedgerService";
    private static final String NOT_IN_THE_CONTRACT = "NOT_IN_THE_CONTRACT";
    private static final long DEFAULT_DEADLINE_MILLIS = 15_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Contract contract;
    private final Failures failures;
    private final ManagedChannel managed;
    private final Channel channel;

    DescriptorCalls(Contract contract, JsonNode target) {
        this.contract = contract;
        this.failures = new Failures(contract);
        this.managed = Grpc.newChannelBuilder(target.get("address").asString(), credentials(target))
                .build();
        Metadata headers = new Metadata();
        if (target.has("apiKey")) {
            headers.put(
                    Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                    "Bearer " + target.get("apiKey").asString());
        }
        this.channel = ClientInterceptors.intercept(managed, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static ChannelCredentials credentials(JsonNode target) {
        if (!target.has("ca")) {
            return InsecureChannelCredentials.create();
        }
        try {
            TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder()
                    .trustManager(new File(target.get("ca").asString()));
            if (target.has("certificate")) {
                tls.keyManager(
                        new File(target.get("certificate").asString()),
                        new File(target.get("privateKey").asString()));
            }
            return tls.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ObjectNode make(JsonNode one) {
        try {
            return call(one);
        } catch (StatusRuntimeException e) {
            return failures.result(e.getStatus(), e.getTrailers());
        } catch (StatusException e) {
            return failures.result(e.getStatus(), e.getTrailers());
        } catch (NotInTheContractException e) {
            return Plan.JSON.createObjectNode().put("code", NOT_IN_THE_CONTRACT);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode call(JsonNode one) throws StatusException, InterruptedException {
        JsonNode request = one.path("request");
        return switch (one.get("call").asString()) {
            case "search" -> Results.search(List.of(unary(SERVICE, "SearchRecords", one, request)));
            case "exclude" -> excluding(one, (ObjectNode) request.deepCopy());
            case "page" -> {
                List<JsonNode> pages = pages(SERVICE, "SearchRecords", one);
                yield Results.search(pages).put("pages", pages.size());
            }
            case "stream" -> stream(one);
            case "batch" -> batch(one);
            case "quote" -> Results.quote(unary(SERVICE, "QuoteSearch", one, request));
            case "providers" -> Results.providers(pages(SERVICE, "ListProviders", one));
            case "lookups" -> Results.lookups(pages(LEDGER, "ListLookups", one));
            case "health" -> health(request.path("service").asString());
            case "cancel" ->
                Results.search(List.of(cancelled(
                        one.get("cancelAfterMillis").asLong(), () -> unary(SERVICE, "SearchRecords", one, request))));
            default -> throw new IllegalArgumentException("unknown call in " + one);
        };
    }

    private Contract.Method method(String service, String name) {
        return contract.method(service, name).orElseThrow(() -> new NotInTheContractException(null));
    }

    private JsonNode unary(String service, String method, JsonNode one, JsonNode request) {
        Contract.Method called = method(service, method);
        return contract.json(
                ClientCalls.blockingUnaryCall(channel, called.grpc(), options(one), called.request(request)));
    }

    private ObjectNode excluding(JsonNode one, ObjectNode request) {
        JsonNode first = unary(SERVICE, "SearchRecords", one, request).at("/records/0/recordId");
        request.putArray("excludeRecordIds").add(first);
        return Results.search(List.of(unary(SERVICE, "SearchRecords", one, request)));
    }

    private List<JsonNode> pages(String service, String method, JsonNode one) {
        List<JsonNode> pages = new ArrayList<>();
        ObjectNode request = (ObjectNode) one.get("request").deepCopy();
        String token;
        do {
            JsonNode page = unary(service, method, one, request);
            pages.add(page);
            token = page.path("nextPageToken").asString("");
            request.put("pageToken", token);
        } while (!token.isEmpty());
        return pages;
    }

    private ObjectNode stream(JsonNode one) {
        Contract.Method called = method(SERVICE, "StreamRecords");
        int last = one.path("cancelAfterMessages").asInt(Integer.MAX_VALUE);
        List<JsonNode> parts = new ArrayList<>();
        CancellableContext call = Context.current().withCancellation();
        Context previous = call.attach();
        try {
            Iterator<DynamicMessage> messages = ClientCalls.blockingServerStreamingCall(
                    channel, called.grpc(), options(one), called.request(one.get("request")));
            while (messages.hasNext()) {
                JsonNode message = contract.json(messages.next());
                if (message.has("summary")) {
                    return Results.stream(parts, message.get("summary"));
                }
                // Else a kind of part that this contract does not have.
                if (message.has("providerPart")) {
                    parts.add(message.get("providerPart"));
                }
                if (parts.size() == last) {
                    call.cancel(null);
                }
            }
            throw new IllegalStateException("a stream without its summary");
        } finally {
            call.detach(previous);
            call.cancel(null);
        }
    }

    private ObjectNode batch(JsonNode one) throws StatusException, InterruptedException {
        Contract.Method called = method(SERVICE, "BatchSearchRecords");
        BlockingClientCall<DynamicMessage, DynamicMessage> call =
                ClientCalls.blockingBidiStreamingCall(channel, called.grpc(), CallOptions.DEFAULT);
        JsonNode items = one.get("request").get("items");
        for (JsonNode item : items) {
            call.write(called.request(item));
        }
        call.halfClose();
        ObjectNode result = Results.ok();
        ObjectNode answers = result.putObject("answers");
        for (DynamicMessage message = call.read(); message != null; message = call.read()) {
            ObjectNode item = message.hasField(message.getDescriptorForType().findFieldByName("error"))
                    ? failures.item(message)
                    : Results.search(List.of(contract.json(message).get("answer")));
            answers.set((String) Contract.field(message, "key"), item);
        }
        return result;
    }

    private ObjectNode health(String service) {
        HealthCheckRequest request =
                HealthCheckRequest.newBuilder().setService(service).build();
        return Results.ok()
                .put(
                        "status",
                        HealthGrpc.newBlockingStub(channel)
                                .check(request)
                                .getStatus()
                                .name());
    }

    private JsonNode cancelled(long millis, Supplier<JsonNode> search) {
        CancellableContext call = Context.current().withCancellation();
        var cancel = timer.schedule(() -> call.cancel(null), millis, TimeUnit.MILLISECONDS);
        Context previous = call.attach();
        try {
            return search.get();
        } finally {
            call.detach(previous);
            cancel.cancel(false);
            call.cancel(null);
        }
    }

    private static CallOptions options(JsonNode one) {
        return CallOptions.DEFAULT.withDeadlineAfter(
                one.path("deadlineMillis").asLong(DEFAULT_DEADLINE_MILLIS), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        managed.shutdownNow();
        timer.shutdownNow();
    }
}
