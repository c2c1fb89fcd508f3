package io.litigation.server.storage;

import com.google.protobuf.Duration;
import io.litigation.core.ledger.Budget;
import io.litigation.core.search.CallContext;
import io.litigation.core.search.CallLimits;
import io.litigation.core.search.Caller;
import io.litigation.core.search.ConfiguredProvider;
import io.litigation.core.search.Gateway;
import io.litigation.core.search.SearchSettings;
import io.litigation.server.keys.Keys;
import io.litigation.v1.Organization;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.Subject;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway on a database, in front of a vendor that counts; its caller may have two paid calls a day. */
final class OneGateway implements AutoCloseable {

    private final Storage storage;
    private final Gateway gateway;
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    OneGateway(String url, Keys keys, TestClock clock, AtomicInteger paid) {
        storage = Storages.open(url, keys, clock);
        gateway = new Gateway(new Gateway.Parts(
                List.of(new ConfiguredProvider(new CountingProvider(clock, paid), CallLimits.defaults(), false)),
                List.of(),
                SearchSettings.defaults(),
                storage.answers(),
                storage.ledger(),
                keys.index(),
                clock,
                scheduler,
                workers,
                report -> {}));
    }

    Storage storage() {
        return storage;
    }

    SearchRecordsResponse search(String company, String requestId) {
        return ask(company, requestId).orTimeout(20, TimeUnit.SECONDS).join();
    }

    CompletableFuture<SearchRecordsResponse> ask(String company, String requestId) {
        Caller caller = new Caller(
                "desk",
                "default",
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(Samples.calls(Budget.Scope.CALLER, "desk", Budget.Period.DAY, 2)));
        SearchRecordsRequest request = SearchRecordsRequest.newBuilder()
                .setSubject(Subject.newBuilder()
                        .setOrganization(Organization.newBuilder().setName(company)))
                .setMaxAge(Duration.newBuilder().setSeconds(3_600))
                .setRequestId(requestId)
                .build();
        return gateway.search().searchRecords(request, new CallContext(caller, Optional.empty()));
    }

    @Override
    public void close() {
        gateway.close();
        storage.close();
        scheduler.shutdownNow();
        workers.shutdown();
    }
}
