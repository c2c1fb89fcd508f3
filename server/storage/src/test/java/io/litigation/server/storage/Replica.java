package io.litigation.server.storage;

import com.google.protobuf.util.Durations;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.provider.Provider;
import io.litigation.core.search.AnswerAges;
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

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A gateway on a storage of its own connections, as a process has it. */
final class Replica implements AutoCloseable {

    private static final SearchSettings SETTINGS =
            new SearchSettings(Duration.ofMinutes(2), Duration.ofMillis(20), false, AnswerAges.defaults());
    private static final long MANY_CALLS = 1_000;

    private final Storage storage;
    private final ExecutorService workers;
    private final ScheduledExecutorService scheduler;
    private final WatchedLedger ledger;
    private final Gateway gateway;

    /**
     * Puts a gateway together.
     *
     * @param around what stands before the ledger
     * @param provider made with threads to block
     */
    Replica(
            Storage storage,
            Keys keys,
            Clock clock,
            CallLimits limits,
            UnaryOperator<QueryLedger> around,
            Function<ExecutorService, Provider> provider) {
        this.storage = storage;
        workers = Executors.newCachedThreadPool(Replica::daemon);
        scheduler = Executors.newSingleThreadScheduledExecutor(Replica::daemon);
        ledger = new WatchedLedger(around.apply(storage.ledger()));
        gateway = new Gateway(new Gateway.Parts(
                List.of(new ConfiguredProvider(provider.apply(workers), limits, false)),
                List.of(),
                SETTINGS,
                storage.answers(),
                ledger,
                keys.index(),
                clock,
                scheduler,
                workers,
                report -> {}));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "replica");
        thread.setDaemon(true);
        return thread;
    }

    Storage storage() {
        return storage;
    }

    WatchedLedger ledger() {
        return ledger;
    }

    CompletableFuture<SearchRecordsResponse> ask(String company) {
        return ask(company, SearchRecordsRequest.newBuilder());
    }

    CompletableFuture<SearchRecordsResponse> ask(String company, Duration maxAge) {
        return ask(company, SearchRecordsRequest.newBuilder().setMaxAge(Durations.fromMillis(maxAge.toMillis())));
    }

    /** For each company there is a caller of its own, whose name is the company's, so that what is spent can be told apart. */
    private CompletableFuture<SearchRecordsResponse> ask(String company, SearchRecordsRequest.Builder request) {
        request.setSubject(
                Subject.newBuilder().setOrganization(Organization.newBuilder().setName(company)));
        Budget budget = Samples.calls(Budget.Scope.CALLER, company, Budget.Period.DAY, MANY_CALLS);
        Caller caller = new Caller(company, "default", Set.of(), Set.of(), Set.of(), List.of(budget));
        return gateway.search().searchRecords(request.build(), new CallContext(caller, Optional.empty()));
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        workers.shutdownNow();
        gateway.close();
        storage.close();
    }
}
