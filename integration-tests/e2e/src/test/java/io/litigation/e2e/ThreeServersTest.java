package io.litigation.e2e;

import com.google.common.util.concurrent.ListenableFuture;
import io.litigation.client.LitigationClient;
import io.litigation.sandbox.SandboxServer;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.CaseFile;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Lookup;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Three servers share one PostgreSQL and one key file: for whoever pays they are one. */
class ThreeServersTest {

    private static final int SERVERS = 3;
    private static final int QUESTIONS = 1_000;
    private static final int LOOKUPS_ON_A_PAGE = 500;

    @TempDir
    private static Path folder;

    private static DatabaseServer database;
    private static SandboxServer vendors;
    private static List<ServerProcess> servers = List.of();
    private static List<LitigationClient> clients = List.of();

    @BeforeAll
    static void start() {
        database = DatabaseServer.start(folder);
        vendors = RunningGateway.vendors();
        Path keys = DatabaseServer.keys(folder);
        servers = Stream.generate(() ->
                        database.before(RunningGateway.before(vendors), keys).start())
                .limit(SERVERS)
                .toList();
        clients = servers.stream().map(ServerProcess::client).toList();
    }

    @AfterAll
    static void stop() {
        clients.forEach(LitigationClient::close);
        servers.forEach(ServerProcess::close);
        vendors.close();
        database.close();
    }

    @Test
    void aThousandIdenticalQuestionsAtOnceAreOneCallPerOffering() throws ExecutionException, InterruptedException {
        String name = "故障延迟2000公孙若木有案3";
        long before = attempts();

        List<SearchRecordsResponse> answers = ask(name);

        assertThat(vendors.calls("xinshu", name).received()).isEqualTo(1);
        assertThat(vendors.calls("submail", name).received()).isEqualTo(1);
        assertThat(attempts()).isEqualTo(before + 2);
        assertThat(database.number("select count(*) from attempts where charge <> 'CHARGE_POSSIBLY_CHARGED'"))
                .isZero();
        assertSame(answers);
        assertSources(answers);
        assertThat(writtenDown())
                .containsAll(
                        answers.stream().map(SearchRecordsResponse::getLookupId).toList());
    }

    @Test
    void whicheverServerIsAskedForAPageGivesIt() {
        SearchRecordsRequest search = Searches.forPerson("公孙行止有案7").toBuilder()
                .setView(RecordView.RECORD_VIEW_FULL)
                .setPageSize(2)
                .build();
        List<SearchRecordsResponse> pages = pages(clients.subList(0, 1), search);
        long before = attempts();

        List<SearchRecordsResponse> byTurns = pages(clients, search);

        assertThat(byTurns).hasSizeGreaterThan(SERVERS);
        assertThat(byTurns)
                .flatExtracting(SearchRecordsResponse::getRecordsList)
                .containsExactlyElementsOf(pages.stream()
                        .flatMap(page -> page.getRecordsList().stream())
                        .toList());
        assertThat(byTurns).allSatisfy(page -> {
            assertThat(page.getLookupId()).isEqualTo(byTurns.get(0).getLookupId());
            assertThat(page.getOutcomesList()).isEqualTo(byTurns.get(0).getOutcomesList());
            assertThat(page.getCoverageList()).isEqualTo(byTurns.get(0).getCoverageList());
        });
        assertThat(attempts()).isEqualTo(before);
    }

    /** Each page from the next of some servers. */
    private static List<SearchRecordsResponse> pages(List<LitigationClient> some, SearchRecordsRequest search) {
        List<SearchRecordsResponse> pages = new ArrayList<>();
        String token = "";
        do {
            LitigationClient one = some.get(pages.size() % some.size());
            pages.add(one.search(search.toBuilder().setPageToken(token).build()));
            token = pages.get(pages.size() - 1).getNextPageToken();
        } while (!token.isEmpty());
        return pages;
    }

    private static long attempts() {
        return database.number("select count(*) from attempts");
    }

    /** Each server gets its share, and all wait for the answer at once. */
    private static List<SearchRecordsResponse> ask(String name) throws ExecutionException, InterruptedException {
        List<ListenableFuture<SearchRecordsResponse>> searches = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            searches.add(clients.get(i % SERVERS).future().searchRecords(Searches.forPerson(name)));
        }
        List<SearchRecordsResponse> answers = new ArrayList<>();
        for (ListenableFuture<SearchRecordsResponse> search : searches) {
            answers.add(search.get());
        }
        return answers;
    }

    private static void assertSame(List<SearchRecordsResponse> answers) {
        Set<List<LitigationRecord>> records =
                answers.stream().map(SearchRecordsResponse::getRecordsList).collect(Collectors.toSet());
        Set<List<CaseFile>> caseFiles =
                answers.stream().map(SearchRecordsResponse::getCaseFilesList).collect(Collectors.toSet());
        assertThat(records).hasSize(1);
        assertThat(records.iterator().next()).isNotEmpty();
        assertThat(caseFiles).hasSize(1);
        assertThat(answers).extracting(SearchRecordsResponse::getLookupId).doesNotHaveDuplicates();
    }

    /** One of them paid; the others had it from there, while it was under way or when it was stored. */
    private static void assertSources(List<SearchRecordsResponse> answers) {
        for (String provider : List.of("xinshu", "submail")) {
            List<ProviderOutcome> outcomes = answers.stream()
                    .map(answer -> Searches.outcome(answer, provider))
                    .toList();
            assertThat(outcomes).extracting(ProviderOutcome::getState).containsOnly(State.STATE_RECORDS_FOUND);
            Map<AnswerSource, Long> sources =
                    outcomes.stream().collect(Collectors.groupingBy(ProviderOutcome::getSource, Collectors.counting()));
            assertThat(sources)
                    .containsEntry(AnswerSource.ANSWER_SOURCE_VENDOR, 1L)
                    .containsKey(AnswerSource.ANSWER_SOURCE_SHARED)
                    .doesNotContainKey(AnswerSource.ANSWER_SOURCE_UNSPECIFIED);
            assertThat(sources.getOrDefault(AnswerSource.ANSWER_SOURCE_SHARED, 0L)
                            + sources.getOrDefault(AnswerSource.ANSWER_SOURCE_STORED, 0L))
                    .isEqualTo(QUESTIONS - 1);
        }
    }

    /** Every server tells of what all of them were asked. */
    private static Set<String> writtenDown() {
        Set<String> ids = new HashSet<>();
        ListLookupsRequest.Builder page = ListLookupsRequest.newBuilder().setPageSize(LOOKUPS_ON_A_PAGE);
        int turn = 0;
        do {
            ListLookupsResponse lookups = clients.get(turn++ % SERVERS).ledger().listLookups(page.build());
            lookups.getLookupsList().stream().map(Lookup::getLookupId).forEach(ids::add);
            page.setPageToken(lookups.getNextPageToken());
        } while (!page.getPageToken().isEmpty());
        return ids;
    }
}
