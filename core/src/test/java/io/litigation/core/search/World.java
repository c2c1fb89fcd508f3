package io.litigation.core.search;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.provider.Offering;
import io.litigation.core.subject.KeyedHash;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.Purpose;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.Subject;
import io.litigation.v1.SubjectKind;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A gateway among fakes. Nothing runs by itself: {@link #run} does what can be done now, {@link #advance} lets time pass.
 *
 * <p>{@code alpha} serves persons by name and id, and companies by name; {@code beta} serves persons only and wants the
 * mobile as well.
 */
final class World {

    static final String NAME = "张三丰";
    static final String ID = "31000019900101007X";
    static final String MOBILE = "13800138000";
    static final String COMPANY = "示例贸易有限公司";

    final FakeClock clock = new FakeClock();
    final FakeScheduler scheduler = new FakeScheduler(clock);
    final FakeExecutor executor = new FakeExecutor();
    final Journal journal = new Journal();
    final FakeAnswerStore store = new FakeAnswerStore();
    final RecordingLedger ledger = new RecordingLedger(journal, clock, store.asTheLedgerSeesIt());
    final List<SearchReport> reports = new CopyOnWriteArrayList<>();
    final FakeProvider alpha = FakeProvider.named("alpha", clock, journal, alphaOffering());
    final FakeProvider beta = FakeProvider.named("beta", clock, journal, betaOffering());

    private final Map<String, CallLimits> limits = new HashMap<>();
    private List<FakeProvider> providers = List.of(alpha, beta);
    private List<DisabledProvider> disabled = List.of();
    private boolean simulated;
    private SearchSettings settings = SearchSettings.defaults();
    private java.util.concurrent.Executor work = executor;
    private Optional<Gateway> gateway = Optional.empty();

    static Offering alphaOffering() {
        Offering persons = FakeProvider.offering(
                "cases",
                SubjectKind.SUBJECT_KIND_PERSON,
                EnumSet.of(SubjectField.NAME, SubjectField.ID_NUMBER),
                RecordCategory.RECORD_CATEGORY_ENFORCEMENT,
                RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);
        return FakeProvider.plus(
                persons,
                SubjectKind.SUBJECT_KIND_ORGANIZATION,
                Set.of(SubjectField.NAME),
                Set.of(SubjectField.CREDIT_CODE));
    }

    static Offering betaOffering() {
        return FakeProvider.offering(
                "lawsuits",
                SubjectKind.SUBJECT_KIND_PERSON,
                EnumSet.of(SubjectField.NAME, SubjectField.ID_NUMBER, SubjectField.MOBILE),
                RecordCategory.RECORD_CATEGORY_JUDGMENT,
                RecordCategory.RECORD_CATEGORY_ENFORCEMENT);
    }

    World only(FakeProvider... some) {
        providers = List.of(some);
        return this;
    }

    World disabled(String... names) {
        List<DisabledProvider> off = new ArrayList<>();
        for (String name : names) {
            off.add(new DisabledProvider(name, "Vendor " + name));
        }
        disabled = off;
        return this;
    }

    /** The gateways that are made from now on take the vendors for simulated ones. */
    World simulated() {
        simulated = true;
        return this;
    }

    World limits(FakeProvider provider, CallLimits value) {
        limits.put(provider.name(), value);
        return this;
    }

    World settings(SearchSettings value) {
        settings = value;
        return this;
    }

    World work(java.util.concurrent.Executor value) {
        work = value;
        return this;
    }

    Gateway gateway() {
        Gateway made = gateway.orElseGet(() -> gateway(store, ledger));
        gateway = Optional.of(made);
        return made;
    }

    /** A replica: what it stores and writes down, the first one sees. */
    Gateway anotherGateway() {
        return gateway(store.asTheLedgerSeesIt(), ledger.rows());
    }

    /** The first gateway ends: nothing that it does from now on has an effect. */
    void die() {
        store.die();
        ledger.die();
    }

    /** A gateway on a store and a ledger of the test's. */
    Gateway gateway(AnswerStore answers, QueryLedger rows) {
        return new Gateway(new Gateway.Parts(
                providers.stream()
                        .map(provider -> new ConfiguredProvider(
                                provider, limits.getOrDefault(provider.name(), CallLimits.defaults()), simulated))
                        .toList(),
                disabled,
                settings,
                answers,
                rows,
                new KeyedHash(new byte[32]),
                clock,
                scheduler,
                work,
                reports::add));
    }

    /** Does what can be done now. */
    void run() {
        do {
            executor.runAll();
        } while (scheduler.ringNext(clock.instant()) || !executor.isIdle());
    }

    /** Lets time pass, and does what is due in it. */
    void advance(Duration by) {
        Instant until = clock.instant().plus(by);
        run();
        while (scheduler.ringNext(until)) {
            run();
        }
        clock.advance(Duration.between(clock.instant(), until));
    }

    CompletableFuture<SearchRecordsResponse> begin(SearchRecordsRequest request) {
        return gateway().search().searchRecords(request, caller("test"));
    }

    CompletableFuture<SearchRecordsResponse> begin(SearchRecordsRequest request, Duration deadline) {
        return gateway()
                .search()
                .searchRecords(request, new CallContext(Caller.unrestricted("test"), Optional.of(deadline)));
    }

    /** Begins a search whose answer nobody waits for. */
    void start(SearchRecordsRequest request) {
        CompletableFuture<SearchRecordsResponse> unused = begin(request);
    }

    /** Begins a search and does what can be done; it must be answered then. */
    SearchRecordsResponse search(SearchRecordsRequest request) {
        CompletableFuture<SearchRecordsResponse> answer = begin(request);
        run();
        return now(answer);
    }

    SearchRecordsResponse search() {
        return search(person());
    }

    SearchException refused(SearchRecordsRequest request) {
        CompletableFuture<SearchRecordsResponse> answer = begin(request);
        run();
        return failure(answer);
    }

    CompletableFuture<QuoteSearchResponse> beginQuote(QuoteSearchRequest request) {
        return gateway().quotes().quoteSearch(request, caller("test"));
    }

    QuoteSearchResponse quote(QuoteSearchRequest request) {
        CompletableFuture<QuoteSearchResponse> quote = beginQuote(request);
        run();
        return now(quote);
    }

    CompletableFuture<ListLookupsResponse> beginListing(ListLookupsRequest request, String caller) {
        return gateway().history().listLookups(request, caller(caller));
    }

    ListLookupsResponse list(ListLookupsRequest request) {
        return now(beginListing(request, "test"));
    }

    RecordStream stream(StreamRecordsRequest request) {
        return gateway().search().streamRecords(request, caller("test"));
    }

    static CallContext caller(String name) {
        return new CallContext(Caller.unrestricted(name), Optional.empty());
    }

    static <T> T now(CompletableFuture<T> future) {
        if (!future.isDone()) {
            throw new AssertionError("not answered yet");
        }
        return future.join();
    }

    static SearchException failure(CompletableFuture<?> future) {
        try {
            Object answer = now(future);
            throw new AssertionError("answered: " + answer);
        } catch (CompletionException e) {
            if (e.getCause() instanceof SearchException failure) {
                return failure;
            }
            throw e;
        }
    }

    static SearchRecordsRequest person() {
        return SearchRecordsRequest.newBuilder().setSubject(fullPerson()).build();
    }

    static SearchRecordsRequest person(UnaryOperator<SearchRecordsRequest.Builder> changes) {
        return changes.apply(person().toBuilder()).build();
    }

    static SearchRecordsRequest zeroAge() {
        return person(request -> {
            request.getMaxAgeBuilder();
            return request;
        });
    }

    static Subject fullPerson() {
        return Subject.newBuilder()
                .setPerson(Person.newBuilder().setName(NAME).setIdNumber(ID).setMobile(MOBILE))
                .build();
    }

    static SearchRecordsRequest company() {
        return SearchRecordsRequest.newBuilder()
                .setSubject(Subject.newBuilder()
                        .setOrganization(Organization.newBuilder().setName(COMPANY)))
                .build();
    }

    /** With the purpose that a quote needs. */
    static QuoteSearchRequest quoted() {
        return QuoteSearchRequest.newBuilder()
                .setSubject(fullPerson())
                .setPurpose(Purpose.newBuilder().setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL))
                .build();
    }

    static StreamRecordsRequest streamed() {
        return StreamRecordsRequest.newBuilder().setSubject(fullPerson()).build();
    }
}
