package io.litigation.e2e;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationException;
import io.litigation.sandbox.SandboxServer;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.Lookup;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** PostgreSQL is away before, during and after a call. The gateway is never started again. */
class DatabaseDownTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Longer than it takes to find that there is no database. */
    private static final int AMPLE_SECONDS = 20;
    /** Longer than it takes to find that there is no database once, and shorter than to find it twice. */
    private static final int SHORT_SECONDS = 5;
    /** A quarter of it is left for the way back: half a second, which a busy machine may need. */
    private static final String MARGIN = "2s";
    /** One after the other, on all connections, they would wait longer than that. */
    private static final int CROWD = 200;

    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static DatabaseServer database;
    private static SandboxServer vendors;
    private static ServerProcess server;
    private static ServerProcess deferring;
    private static LitigationClient client;
    private static LitigationClient deferringClient;

    @BeforeAll
    static void start() {
        database = DatabaseServer.start(folder);
        vendors = RunningGateway.vendors();
        Path keys = DatabaseServer.keys(folder);
        server = database.before(RunningGateway.before(vendors), keys)
                .with("server.reply-margin", MARGIN)
                .start();
        deferring = database.before(RunningGateway.before(vendors), keys)
                .with("server.reply-margin", MARGIN)
                .with("ledger.reads", "deferred")
                .start();
        client = server.client();
        deferringClient = deferring.client();
        isBack();
    }

    @AfterAll
    static void stop() {
        client.close();
        deferringClient.close();
        server.close();
        deferring.close();
        vendors.close();
        database.close();
    }

    @AfterEach
    void startAgain() {
        isBack();
    }

    /**
     * Also for the next test, and so that none pays for the first call of a cold server. What is asked is new each time:
     * a known answer may come without the database where lookups are deferred.
     */
    private static void isBack() {
        database.startAgain();
        for (LitigationClient one : List.of(client, deferringClient)) {
            onceItIsBack(one, Searches.forPerson("钟离归来" + Character.toString('一' + ASKED.getAndIncrement()) + "有案1"));
        }
    }

    @Test
    void nothingIsSentWhileTheLedgerCannotTakeTheIntent() throws IOException, InterruptedException {
        String name = "钟离若木有案2";
        database.stop();

        LitigationException failure = failure(Searches.forPerson(name), AMPLE_SECONDS);

        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.reason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(failure.retryDelay()).isPresent();
        assertThat(failure.retryForbidden()).isFalse();
        assertThat(received(name)).isZero();
        // Replicas share the database: were they all to leave the mesh, nobody would be told what is the matter.
        assertThat(status("/livez")).isEqualTo(200);
        assertThat(status("/readyz")).isEqualTo(200);

        database.startAgain();

        assertThat(onceItIsBack(client, Searches.forPerson(name)).getOutcomesList())
                .hasSize(2)
                .extracting(ProviderOutcome::getState)
                .containsOnly(State.STATE_RECORDS_FOUND);
        assertThat(received(name)).isEqualTo(2);
    }

    @Test
    void aCallerIsToldBeforeItsDeadline() {
        String name = "钟离行止有案2";
        database.stop();

        LitigationException failure = failure(Searches.forPerson(name), SHORT_SECONDS);

        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.reason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(received(name)).isZero();
    }

    @Test
    void aCrowdIsToldAsSoonAsOne() throws InterruptedException {
        database.stop();
        long begin = System.nanoTime();
        List<ListenableFuture<SearchRecordsResponse>> searches = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            searches.add(client.future()
                    .withDeadlineAfter(2 * AMPLE_SECONDS, TimeUnit.SECONDS)
                    .searchRecords(Searches.forPerson("钟离" + Character.toString('一' + i) + "有案2")));
        }

        for (ListenableFuture<SearchRecordsResponse> search : searches) {
            assertThat(LitigationException.from(
                                    Objects.requireNonNull(catchThrowableOfType(ExecutionException.class, search::get)))
                            .reason())
                    .isEqualTo("LEDGER_UNAVAILABLE");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(AMPLE_SECONDS));
    }

    @Test
    void aDatabaseThatDoesNotAnswerHoldsNoCallerBeyondItsDeadline() {
        String name = "钟离守正有案2";
        onceItIsBack(client, Searches.forPerson(name));
        database.freeze();
        try {
            LitigationException failure = failure(Searches.forPerson("钟离守拙有案2"), SHORT_SECONDS);
            assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(failure.reason()).isEqualTo("LEDGER_UNAVAILABLE");

            LitigationException known = failure(Searches.forPerson(name), SHORT_SECONDS);
            assertThat(known.reason()).isEqualTo("LEDGER_UNAVAILABLE");
        } finally {
            database.thaw();
        }
        assertThat(sources(onceItIsBack(client, Searches.forPerson(name))))
                .containsOnly(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(received(name)).isEqualTo(2);
    }

    @Test
    void whatIsPaidWhileTheDatabaseGoesAwayIsStoredWhenItIsBack() throws InterruptedException {
        String name = "故障延迟5000钟离既明有案2";
        ListenableFuture<SearchRecordsResponse> search = client.future()
                .withDeadlineAfter(AMPLE_SECONDS, TimeUnit.SECONDS)
                .searchRecords(Searches.forPerson(name));
        await().atMost(PATIENCE).until(() -> received(name) == 2);
        database.stop();

        // An answer that cannot be written down is not given; but it is not lost.
        LitigationException failure = LitigationException.from(
                Objects.requireNonNull(catchThrowableOfType(ExecutionException.class, search::get)));
        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.reason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(failure.retryForbidden()).isTrue();

        database.startAgain();

        SearchRecordsResponse answer = onceItIsBack(client, Searches.forPerson(name));
        // Known, or written down at the very moment when it was to be asked again.
        assertThat(sources(answer))
                .hasSize(2)
                .isSubsetOf(AnswerSource.ANSWER_SOURCE_STORED, AnswerSource.ANSWER_SOURCE_SHARED);
        assertThat(answer.getOutcomesList())
                .extracting(ProviderOutcome::getState, ProviderOutcome::getCharge)
                .containsOnly(tuple(State.STATE_RECORDS_FOUND, Charge.CHARGE_POSSIBLY_CHARGED));
        assertThat(received(name)).isEqualTo(2);
    }

    @Test
    void aStoredAnswerThatCannotBeWrittenDownIsNotGiven() {
        String name = "钟离青云有案2";
        onceItIsBack(client, Searches.forPerson(name));
        database.stop();

        LitigationException failure = failure(Searches.forPerson(name), AMPLE_SECONDS);

        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.reason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(failure.retryDelay()).isPresent();
        assertThat(failure.retryForbidden()).isFalse();
        database.startAgain();
        assertThat(sources(onceItIsBack(client, Searches.forPerson(name))))
                .containsOnly(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(received(name)).isEqualTo(2);
    }

    @Test
    void whereLookupsAreDeferredTheStoredAnswerIsGivenAndItsLookupWrittenLater() {
        String name = "钟离长风有案2";
        onceItIsBack(deferringClient, Searches.forPerson(name));
        database.stop();

        SearchRecordsResponse answer = deferringClient.search(Searches.forPerson(name));

        assertThat(sources(answer)).containsOnly(AnswerSource.ANSWER_SOURCE_STORED);
        database.startAgain();
        await().atMost(PATIENCE)
                .ignoreException(StatusRuntimeException.class)
                .untilAsserted(() -> assertThat(lookups()).contains(answer.getLookupId()));
    }

    private static List<String> lookups() {
        return deferringClient
                .ledger()
                .listLookups(ListLookupsRequest.newBuilder().setPageSize(500).build())
                .getLookupsList()
                .stream()
                .map(Lookup::getLookupId)
                .toList();
    }

    /** The first answer without a failure: while the database comes back, it may fail one vendor's outcome only. */
    private static SearchRecordsResponse onceItIsBack(LitigationClient asking, SearchRecordsRequest request) {
        return await().atMost(PATIENCE)
                .ignoreException(LitigationException.class)
                .until(
                        () -> asking.search(request),
                        answer -> answer.getOutcomesList().stream()
                                .noneMatch(outcome -> outcome.getState() == State.STATE_FAILED));
    }

    private static List<AnswerSource> sources(SearchRecordsResponse answer) {
        return answer.getOutcomesList().stream().map(ProviderOutcome::getSource).toList();
    }

    private static LitigationException failure(SearchRecordsRequest request, int seconds) {
        return LitigationException.from(Objects.requireNonNull(catchThrowableOfType(
                StatusRuntimeException.class,
                () -> client.blocking()
                        .withDeadlineAfter(seconds, TimeUnit.SECONDS)
                        .searchRecords(request))));
    }

    private static long received(String name) {
        return vendors.calls("xinshu", name).received()
                + vendors.calls("submail", name).received();
    }

    private static int status(String page) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.adminPort() + page);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
