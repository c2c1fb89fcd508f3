package io.litigation.thirdvendor;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.InMemoryAnswerStore;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.InMemoryQueryLedger;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.search.CallContext;
import io.litigation.core.search.CallLimits;
import io.litigation.core.search.CallLimits.OnUnknown;
import io.litigation.core.search.Caller;
import io.litigation.core.search.ConfiguredProvider;
import io.litigation.core.search.Gateway;
import io.litigation.core.search.SearchSettings;
import io.litigation.core.subject.KeyedHash;
import io.litigation.provider.testkit.MutableClock;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.Charge;
import io.litigation.v1.Person;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The vendor's own word about a charge beats the operator's rule for the code, through the whole core. */
@Timeout(60)
class StatedChargeTest {

    private static final CallLimits DEFAULTS = CallLimits.defaults();

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final MutableClock clock = MutableClock.at("2026-03-01T02:00:00Z");
    private final AnswerStore answers = new InMemoryAnswerStore(1 << 20);
    private final InMemoryQueryLedger ledger = new InMemoryQueryLedger(clock, 100, answers);
    private YunjianServer vendor;

    @BeforeEach
    void start() throws IOException {
        vendor = YunjianServer.start();
    }

    @AfterEach
    void stop() {
        vendor.close();
        threads.shutdownNow();
    }

    @Test
    void beatsTheOperatorsRuleForAnAnswer() {
        ProviderOutcome outcome = outcome(Subjects.NAME, Map.of("YJ0000", Charge.CHARGE_NOT_CHARGED));

        assertThat(outcome.getState()).isEqualTo(ProviderOutcome.State.STATE_RECORDS_FOUND);
        assertThat(outcome.getCharge()).isEqualTo(Charge.CHARGE_CHARGED);
        assertThat(settled()).containsExactly(Charge.CHARGE_CHARGED);
    }

    @Test
    void anAnswerThatTheVendorGivesAwayIsNotCharged() {
        ProviderOutcome outcome = outcome("查无此人", Map.of("YJ0001", Charge.CHARGE_POSSIBLY_CHARGED));

        assertThat(outcome.getState()).isEqualTo(ProviderOutcome.State.STATE_NO_RECORDS);
        assertThat(outcome.getCharge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
    }

    @Test
    void aFailureThatIsStatedToBeFreeIsTriedAgain() {
        failing("繁忙", Map.of("YJ9001", Charge.CHARGE_CHARGED));

        assertThat(settled())
                .containsExactly(Charge.CHARGE_NOT_CHARGED, Charge.CHARGE_NOT_CHARGED, Charge.CHARGE_NOT_CHARGED);
        assertThat(vendor.calls()).hasSize(3);
    }

    @Test
    void aFailureThatIsStatedToBeChargedIsNotTriedAgainWhateverTheOperatorSays() {
        failing("繁忙照收", Map.of("YJ9001", Charge.CHARGE_NOT_CHARGED));

        assertThat(settled()).containsExactly(Charge.CHARGE_CHARGED);
        assertThat(vendor.calls()).hasSize(1);
    }

    private ProviderOutcome outcome(String name, Map<String, Charge> rules) {
        try (Gateway gateway = gateway(rules)) {
            return gateway.search()
                    .searchRecords(request(name), new CallContext(Caller.unrestricted("anonymous"), Optional.empty()))
                    .join()
                    .getOutcomes(0);
        }
    }

    private void failing(String name, Map<String, Charge> rules) {
        assertThatThrownBy(() -> outcome(name, rules)).isInstanceOf(CompletionException.class);
    }

    private List<Charge> settled() {
        return ledger.attempts().stream()
                .map(attempt -> attempt.outcome().map(AttemptOutcome::charge).orElseThrow())
                .toList();
    }

    private Gateway gateway(Map<String, Charge> rules) {
        return new Gateway(new Gateway.Parts(
                List.of(new ConfiguredProvider(provider(), limits(rules), true)),
                List.of(),
                SearchSettings.defaults(),
                answers,
                ledger,
                new KeyedHash(new byte[32]),
                clock,
                threads,
                threads,
                report -> {}));
    }

    /** Found as the server finds it. */
    private Provider provider() {
        ProviderPlugin plugin = ServiceLoader.load(ProviderPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals("yunjian"))
                .findFirst()
                .orElseThrow();
        return plugin.configure(YunjianSettings.at(vendor.baseUrl())).create(new ProviderRuntime(clock, threads));
    }

    private static CallLimits limits(Map<String, Charge> rules) {
        return new CallLimits(
                DEFAULTS.timeout(),
                DEFAULTS.maxConcurrent(),
                DEFAULTS.ratePerSecond(),
                DEFAULTS.queueTimeout(),
                3,
                Duration.ofMillis(1),
                DEFAULTS.holdAfterUnknown(),
                OnUnknown.ASK_AGAIN,
                rules,
                Set.of(),
                DEFAULTS.breakerFailures(),
                DEFAULTS.breakerDelay());
    }

    private static SearchRecordsRequest request(String name) {
        return SearchRecordsRequest.newBuilder()
                .setSubject(Subject.newBuilder()
                        .setPerson(Person.newBuilder().setName(name).setIdNumber(Subjects.ID_NUMBER)))
                .build();
    }
}
