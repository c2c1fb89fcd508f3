package io.litigation.e2e;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;
import io.litigation.v1.Lookup;
import io.litigation.v1.OfferingQuote;
import io.litigation.v1.OfferingQuote.Disposition;
import io.litigation.v1.Purpose;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Many searches over one call, what they would cost, and the ledger of them all, from the real server. */
class BatchAndQuoteTest {

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(launch -> launch.with("providers.xinshu.rate-per-second", "1000")
                .with("providers.submail.rate-per-second", "1000")
                .with("providers.xinshu.timeout", "30s")
                .with("providers.submail.timeout", "30s"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aThousandItemsOneBadOneADuplicate() throws InvalidProtocolBufferException {
        List<BatchSearchRecordsRequest> items = new ArrayList<>(IntStream.range(0, 998)
                .mapToObj(i -> item("k" + i, Searches.forPerson("东方既白" + name(i))))
                .toList());
        items.add(500, item("bad", SearchRecordsRequest.getDefaultInstance()));
        items.add(item("k7", Searches.forPerson("东方既白重复")));
        long before = gateway.received("xinshu");
        Map<String, BatchSearchRecordsResponse> answers = new HashMap<>();
        List<BatchSearchRecordsResponse> refused = new ArrayList<>();

        gateway.client().searchBatch(items.iterator(), answer -> {
            if (answer.hasAnswer()) {
                answers.put(answer.getKey(), answer);
            } else {
                refused.add(answer);
            }
        });

        assertThat(answers).hasSize(998);
        assertThat(answers.values())
                .allSatisfy(
                        answer -> assertThat(answer.getAnswer().getComplete()).isTrue());
        assertThat(answers.values().stream()
                        .map(answer -> answer.getAnswer().getLookupId())
                        .distinct())
                .hasSize(998);
        assertThat(refused).hasSize(2);
        for (BatchSearchRecordsResponse one : refused) {
            boolean bad = one.getKey().equals("bad");
            assertThat(reason(one)).isEqualTo(bad ? "REQUEST_INVALID" : "DUPLICATE_KEY");
            assertThat(one.getItemNumber()).isEqualTo(bad ? 501 : 1_000);
        }
        assertThat(gateway.received("xinshu") - before)
                .as("one call for each item that could be asked about")
                .isEqualTo(998);
    }

    @Test
    void aBadItemHasTheDetailsOfACall() throws InvalidProtocolBufferException {
        List<BatchSearchRecordsResponse> answers = new ArrayList<>();

        gateway.client().searchBatch(List.of(item("a", BadInputTest.BAD)).iterator(), answers::add);

        List<Any> details = answers.get(0).getError().getDetailsList();
        assertThat(details).anyMatch(detail -> detail.is(BadRequest.class));
        assertThat(reason(answers.get(0))).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void laterPagesOfAnItemComeFromSearchRecords() {
        SearchRecordsRequest paged = Searches.forPerson("信数故障巨大1北堂既白").toBuilder()
                .addProviders("xinshu")
                .setPageSize(3)
                .build();
        List<BatchSearchRecordsResponse> answers = new ArrayList<>();
        gateway.client().searchBatch(List.of(item("a", paged)).iterator(), answers::add);
        SearchRecordsResponse first = answers.get(0).getAnswer();

        SearchRecordsResponse second = gateway.client()
                .search(paged.toBuilder().setPageToken(first.getNextPageToken()).build());

        assertThat(first.getRecordsCount()).isEqualTo(3);
        assertThat(second.getLookupId()).isEqualTo(first.getLookupId());
        assertThat(second.getRecordsList()).hasSize(3).doesNotContainAnyElementsOf(first.getRecordsList());
        assertThat(gateway.received("xinshu", "信数故障巨大1北堂既白")).isEqualTo(1);
    }

    @Test
    void whoDoesNotReadIsNotPaidFor() throws InterruptedException {
        long before = gateway.received("xinshu");
        // Answers of a megabyte or so, of one question: only the first is paid.
        SearchRecordsRequest large = Searches.forPerson("信数故障巨大1西门既白").toBuilder()
                .addProviders("xinshu")
                .setViewValue(io.litigation.v1.RecordView.RECORD_VIEW_RAW_VALUE)
                .setPageSize(1_000)
                .build();
        SlowReader reader = new SlowReader(IntStream.range(0, 200)
                .mapToObj(i -> item(
                        "k" + i,
                        i < 40
                                ? large
                                : Searches.forPerson("南宫既白" + name(i)).toBuilder()
                                        .addProviders("xinshu")
                                        .build()))
                .toList());
        gateway.client().async().batchSearchRecords(reader);

        Set<String> keys = new HashSet<>();
        for (int read = 0; read < 200; read++) {
            if (read < 5) {
                assertThat(gateway.received("xinshu") - before).isLessThanOrEqualTo(1);
            }
            keys.add(reader.readOne().getKey());
        }
        reader.end.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(keys).hasSize(200);
        assertThat(gateway.received("xinshu") - before).isEqualTo(161);
    }

    @Test
    void aQuoteSaysWhatTheSearchThenDoes() {
        SearchRecordsRequest search = Searches.forPerson("司空既白有案2");
        QuoteSearchRequest request = quote(search);

        QuoteSearchResponse before = gateway.client().quote(request);
        assertThat(gateway.received("xinshu", "司空既白有案2")).isZero();
        gateway.client().search(search);
        QuoteSearchResponse after = gateway.client().quote(request);

        assertThat(before.getQuotesList())
                .extracting(OfferingQuote::getDisposition)
                .containsOnly(Disposition.DISPOSITION_ASKED);
        assertThat(before.getTotals(0).getUnits()).isEqualTo(1);
        assertThat(before.getTotals(0).getNanos()).isEqualTo(500_000_000);
        assertThat(after.getQuotesList())
                .hasSize(2)
                .extracting(OfferingQuote::getDisposition)
                .containsOnly(Disposition.DISPOSITION_STORED);
        assertThat(after.getQuotes(0).hasFetchTime()).isTrue();
        assertThat(after.getTotalsCount()).isZero();
        assertThat(gateway.received("xinshu", "司空既白有案2")).isEqualTo(1);
    }

    @Test
    void theLedgerHasSearchesQuotesAndListingsAndNoPerson() {
        SearchRecordsRequest search = Searches.forPerson("闾丘既白有案2");
        String searched = gateway.client().search(search).getLookupId();
        String quoted = gateway.client().quote(quote(search)).getLookupId();
        String first = listed().get(0).getLookupId();

        List<Lookup> lookups = listed();

        Map<String, Lookup> byId = new HashMap<>();
        lookups.forEach(lookup -> byId.put(lookup.getLookupId(), lookup));
        assertThat(Objects.requireNonNull(byId.get(searched)).getMethod()).isEqualTo("SearchRecords");
        assertThat(Objects.requireNonNull(byId.get(searched)).getOutcomesCount())
                .isEqualTo(2);
        assertThat(Objects.requireNonNull(byId.get(quoted)).getMethod()).isEqualTo("QuoteSearch");
        assertThat(Objects.requireNonNull(byId.get(quoted)).getSubjectToken())
                .isEqualTo(Objects.requireNonNull(byId.get(searched)).getSubjectToken());
        assertThat(byId).containsKey(first);
        assertThat(lookups).extracting(Lookup::getMethod).contains("ListLookups");
        assertThat(lookups.toString()).doesNotContain("闾丘既白", Searches.ID_NUMBER, Searches.MOBILE);
    }

    /** The newest, over two pages. */
    private static List<Lookup> listed() {
        ListLookupsRequest request =
                ListLookupsRequest.newBuilder().setPageSize(3).build();
        ListLookupsResponse one = gateway.client().ledger().listLookups(request);
        ListLookupsResponse two = gateway.client()
                .ledger()
                .listLookups(
                        request.toBuilder().setPageToken(one.getNextPageToken()).build());
        List<Lookup> lookups = new ArrayList<>(one.getLookupsList());
        lookups.addAll(two.getLookupsList());
        return lookups;
    }

    private static QuoteSearchRequest quote(SearchRecordsRequest search) {
        return QuoteSearchRequest.newBuilder()
                .setSubject(search.getSubject())
                .setPurpose(Purpose.newBuilder().setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL))
                .build();
    }

    private static BatchSearchRecordsRequest item(String key, SearchRecordsRequest search) {
        return BatchSearchRecordsRequest.newBuilder()
                .setKey(key)
                .setSearch(search)
                .build();
    }

    /** Three hanzi for a number: digits after a name are magic words of the simulated vendors. */
    private static String name(int number) {
        String hanzi = "天地玄黄宇宙洪荒日月";
        return "" + hanzi.charAt(number / 100) + hanzi.charAt(number / 10 % 10) + hanzi.charAt(number % 10);
    }

    private static String reason(BatchSearchRecordsResponse answer) throws InvalidProtocolBufferException {
        return answer.getError().getDetails(0).unpack(ErrorInfo.class).getReason();
    }

    /** Sends as fast as the transport takes it, reads when the test says so. */
    private static final class SlowReader
            implements ClientResponseObserver<BatchSearchRecordsRequest, BatchSearchRecordsResponse> {

        private final BlockingQueue<BatchSearchRecordsResponse> answers = new LinkedBlockingQueue<>();
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();
        private final List<BatchSearchRecordsRequest> items;
        private volatile @Nullable ClientCallStreamObserver<BatchSearchRecordsRequest> call;
        private int sent;

        SlowReader(List<BatchSearchRecordsRequest> items) {
            this.items = items;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<BatchSearchRecordsRequest> stream) {
            call = stream;
            stream.disableAutoRequestWithInitial(0);
            stream.setOnReadyHandler(() -> {
                while (sent < items.size() && stream.isReady()) {
                    stream.onNext(items.get(sent));
                    sent++;
                    if (sent == items.size()) {
                        stream.onCompleted();
                    }
                }
            });
        }

        BatchSearchRecordsResponse readOne() throws InterruptedException {
            Objects.requireNonNull(call).request(1);
            BatchSearchRecordsResponse answer = answers.poll(30, TimeUnit.SECONDS);
            assertThat(answer).isNotNull();
            return Objects.requireNonNull(answer);
        }

        @Override
        public void onNext(BatchSearchRecordsResponse answer) {
            answers.add(answer);
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            end.complete(true);
        }
    }
}
