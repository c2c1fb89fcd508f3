package io.litigation.provider.testkit.contract;

import com.google.rpc.Status;
import io.litigation.core.answers.InMemoryAnswerStore;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.InMemoryQueryLedger;
import io.litigation.core.ledger.InMemoryQueryLedger.Attempt;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.provider.Provider;
import io.litigation.core.search.CallContext;
import io.litigation.core.search.CallLimits;
import io.litigation.core.search.Caller;
import io.litigation.core.search.ConfiguredProvider;
import io.litigation.core.search.Gateway;
import io.litigation.core.search.SearchException;
import io.litigation.core.search.SearchReport;
import io.litigation.core.search.SearchSettings;
import io.litigation.core.subject.KeyedHash;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.ManualScheduler;
import io.litigation.provider.testkit.MutableClock;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.SubjectKind;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import static org.assertj.core.api.Assertions.assertThat;

/** The real core in front of one provider: planner, paid calls and all, with ledger and answers in memory. */
final class Core {

    /** Longer than anything that a test lets pass. */
    private static final Duration PATIENCE_OF_CALLERS = Duration.ofDays(7);

    private final InMemoryQueryLedger ledger;
    private final Gateway gateway;
    private final List<SearchReport> reports = new CopyOnWriteArrayList<>();

    Core(Provider provider, CallLimits limits, MutableClock clock, ManualScheduler scheduler, Executor executor) {
        InMemoryAnswerStore answers = new InMemoryAnswerStore(64 << 20);
        ledger = new InMemoryQueryLedger(clock, 1_000, answers);
        SearchSettings settings = SearchSettings.defaults();
        gateway = new Gateway(new Gateway.Parts(
                List.of(new ConfiguredProvider(provider, limits, false)),
                List.of(),
                new SearchSettings(PATIENCE_OF_CALLERS, settings.replyMargin(), false, settings.ages()),
                answers,
                ledger,
                new KeyedHash(new byte[32]),
                clock,
                scheduler,
                executor,
                reports::add));
    }

    CompletableFuture<SearchRecordsResponse> begin(Subject subject) {
        SearchRecordsRequest request =
                SearchRecordsRequest.newBuilder().setSubject(spoken(subject)).build();
        return gateway.search()
                .searchRecords(request, new CallContext(Caller.unrestricted("a caller"), Optional.empty()));
    }

    SearchRecordsResponse search(Subject subject) {
        return Failures.none(begin(subject));
    }

    /** The status of a search that has no answer. */
    Status refusal(Subject subject) {
        return refusal(begin(subject));
    }

    static Status refusal(CompletableFuture<SearchRecordsResponse> search) {
        return Failures.thrown(search, SearchException.class).status();
    }

    /** The outcome of the last search's only question. */
    ProviderOutcome outcome() {
        List<ProviderOutcome> asked = outcomes().stream()
                .filter(outcome -> outcome.getState() != ProviderOutcome.State.STATE_NOT_COVERED)
                .toList();
        assertThat(asked).hasSize(1);
        return asked.get(0);
    }

    /** What the last search says of each offering. */
    List<ProviderOutcome> outcomes() {
        List<Lookup> lookups = ledger.lookups();
        return lookups.get(lookups.size() - 1).outcomes();
    }

    /** The intents so far, each with its outcome if it has one. */
    List<Attempt> attempts() {
        return ledger.attempts();
    }

    /** What the intents came to; each must have come to something. */
    List<AttemptOutcome> settled() {
        return attempts().stream()
                .map(attempt -> attempt.outcome().orElseThrow(() -> new AssertionError("an intent was not settled")))
                .toList();
    }

    /** What is left of the searches in ledger and log. */
    String traces() {
        return ledger.attempts() + "\n" + ledger.lookups() + "\n" + reports;
    }

    private static io.litigation.v1.Subject spoken(Subject subject) {
        io.litigation.v1.Subject.Builder spoken = io.litigation.v1.Subject.newBuilder();
        if (subject.kind() == SubjectKind.SUBJECT_KIND_ORGANIZATION) {
            return spoken.setOrganization(Organization.newBuilder()
                            .setName(subject.name())
                            .setCreditCode(
                                    subject.field(SubjectField.CREDIT_CODE).orElse("")))
                    .build();
        }
        return spoken.setPerson(Person.newBuilder()
                        .setName(subject.name())
                        .setIdNumber(subject.field(SubjectField.ID_NUMBER).orElse(""))
                        .setMobile(subject.field(SubjectField.MOBILE).orElse("")))
                .build();
    }
}
