package io.litigation.polyglot.runner;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;
import io.litigation.client.LitigationException;
import io.litigation.client.Tls;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.ListProvidersResponse;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The calls by the shipped Java client. */
final class JavaCalls implements Calls {

    private static final JsonFormat.Printer PRINTER = JsonFormat.printer().omittingInsignificantWhitespace();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final LitigationClient client;

    JavaCalls(JsonNode target) {
        String address = target.get("address").asString();
        LitigationClients clients = tls(target)
                .map(tls -> LitigationClients.tls(address, tls))
                .orElseGet(() -> LitigationClients.plaintext(address));
        if (target.has("apiKey")) {
            clients.apiKey(target.get("apiKey").asString());
        }
        client = clients.build();
    }

    private static Optional<Tls> tls(JsonNode target) {
        if (!target.has("ca")) {
            return Optional.empty();
        }
        Tls tls = Tls.trusting(Path.of(target.get("ca").asString()));
        return Optional.of(
                target.has("certificate")
                        ? tls.identifiedBy(
                                Path.of(target.get("certificate").asString()),
                                Path.of(target.get("privateKey").asString()))
                        : tls);
    }

    @Override
    public ObjectNode make(JsonNode one) {
        try {
            return call(one);
        } catch (LitigationException e) {
            return failed(e);
        } catch (StatusRuntimeException e) {
            return failed(LitigationException.from(e));
        }
    }

    private ObjectNode call(JsonNode one) {
        JsonNode request = one.path("request");
        LitigationClient within = one.has("deadlineMillis")
                ? client.within(Duration.ofMillis(one.get("deadlineMillis").asLong()))
                : client;
        return switch (one.get("call").asString()) {
            case "search" -> Results.search(List.of(json(within.search(search(request)))));
            case "exclude" -> excluding(within, read(request, SearchRecordsRequest.newBuilder()));
            case "page" -> pages(within, search(request));
            case "stream" ->
                stream(within, read(request, StreamRecordsRequest.newBuilder()).build(), one);
            case "batch" -> batch(within, request);
            case "quote" ->
                Results.quote(json(within.quote(
                        read(request, QuoteSearchRequest.newBuilder()).build())));
            case "providers" -> providers(within, read(request, ListProvidersRequest.newBuilder()));
            case "lookups" -> lookups(within, read(request, ListLookupsRequest.newBuilder()));
            case "health" -> health(within, request.path("service").asString());
            case "cancel" -> cancelled(one.get("cancelAfterMillis").asLong(), () -> within.search(search(request)));
            default -> throw new IllegalArgumentException("unknown call in " + one);
        };
    }

    private static ObjectNode pages(LitigationClient client, SearchRecordsRequest request) {
        List<JsonNode> pages = new ArrayList<>();
        for (Iterator<SearchRecordsResponse> all = client.searchAll(request); all.hasNext(); ) {
            pages.add(json(all.next()));
        }
        return Results.search(pages).put("pages", pages.size());
    }

    private static ObjectNode excluding(LitigationClient client, SearchRecordsRequest.Builder request) {
        request.addExcludeRecordIds(client.search(request.build()).getRecords(0).getRecordId());
        return Results.search(List.of(json(client.search(request.build()))));
    }

    private static ObjectNode stream(LitigationClient client, StreamRecordsRequest request, JsonNode one) {
        int last = one.path("cancelAfterMessages").asInt(Integer.MAX_VALUE);
        List<JsonNode> parts = new ArrayList<>();
        CancellableContext call = Context.current().withCancellation();
        Context previous = call.attach();
        try {
            Message summary = client.stream(request, part -> {
                parts.add(json(part));
                if (parts.size() == last) {
                    call.cancel(null);
                }
            });
            return Results.stream(parts, json(summary));
        } finally {
            call.detach(previous);
            call.cancel(null);
        }
    }

    private static ObjectNode batch(LitigationClient client, JsonNode request) {
        List<BatchSearchRecordsRequest> items = new ArrayList<>();
        request.get("items")
                .forEach(item -> items.add(
                        read(item, BatchSearchRecordsRequest.newBuilder()).build()));
        ObjectNode result = Results.ok();
        ObjectNode answers = result.putObject("answers");
        client.searchBatch(
                items.iterator(),
                answer -> answers.set(
                        answer.getKey(),
                        answer.hasError()
                                ? failed(LitigationException.from(answer))
                                : Results.search(List.of(json(answer.getAnswer())))));
        return result;
    }

    private static ObjectNode providers(LitigationClient client, ListProvidersRequest.Builder request) {
        List<JsonNode> pages = new ArrayList<>();
        ListProvidersResponse page;
        do {
            page = client.blocking().listProviders(request.build());
            pages.add(json(page));
            request.setPageToken(page.getNextPageToken());
        } while (!page.getNextPageToken().isEmpty());
        return Results.providers(pages);
    }

    private static ObjectNode lookups(LitigationClient client, ListLookupsRequest.Builder request) {
        List<JsonNode> pages = new ArrayList<>();
        ListLookupsResponse page;
        do {
            page = client.ledger().listLookups(request.build());
            pages.add(json(page));
            request.setPageToken(page.getNextPageToken());
        } while (!page.getNextPageToken().isEmpty());
        return Results.lookups(pages);
    }

    private static ObjectNode health(LitigationClient client, String service) {
        HealthCheckRequest request =
                HealthCheckRequest.newBuilder().setService(service).build();
        return Results.ok()
                .put(
                        "status",
                        HealthGrpc.newBlockingStub(client.channel())
                                .check(request)
                                .getStatus()
                                .name());
    }

    private ObjectNode cancelled(long millis, Supplier<Message> search) {
        CancellableContext call = Context.current().withCancellation();
        ScheduledFuture<?> cancel = timer.schedule(() -> call.cancel(null), millis, TimeUnit.MILLISECONDS);
        Context previous = call.attach();
        try {
            return Results.search(List.of(json(search.get())));
        } finally {
            call.detach(previous);
            cancel.cancel(false);
            call.cancel(null);
        }
    }

    private static ObjectNode failed(LitigationException failure) {
        ObjectNode result =
                Plan.JSON.createObjectNode().put("code", failure.code().name());
        if (!failure.reason().isEmpty()) {
            result.put("reason", failure.reason()).put("domain", "litigation");
        }
        Results.putIfAny(
                result,
                "fields",
                failure.fieldViolations().stream()
                        .map(violation -> violation.getField())
                        .sorted()
                        .toList());
        Results.putIfAny(
                result,
                "quota",
                failure.quotaViolations().stream()
                        .map(violation -> violation.getSubject())
                        .sorted()
                        .toList());
        failure.retryDelay().ifPresent(delay -> result.put("retryAfterMillis", delay.toMillis()));
        if (failure.retryForbidden()) {
            result.put("retryForbidden", true);
        }
        return result;
    }

    private static SearchRecordsRequest search(JsonNode request) {
        return read(request, SearchRecordsRequest.newBuilder()).build();
    }

    private static JsonNode json(Message message) {
        try {
            return Plan.JSON.readTree(PRINTER.print(message));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <B extends Message.Builder> B read(JsonNode json, B builder) {
        try {
            JsonFormat.parser().merge(json.toString(), builder);
            return builder;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        timer.shutdownNow();
    }
}
