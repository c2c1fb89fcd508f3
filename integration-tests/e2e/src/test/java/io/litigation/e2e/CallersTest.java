package io.litigation.e2e;

import com.google.rpc.QuotaFailure;
import io.grpc.Status;
import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;
import io.litigation.client.LitigationException;
import io.litigation.sandbox.world.DemoSubjects;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Provider;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Who calls, what it may, and what it may spend. */
class CallersTest {

    private static final String LOANS = "key-of-the-loans-department-made-up-for-tests";
    private static final String OLD_LOANS = "key-of-the-loans-department-that-ends-soon";
    private static final String RISK = "key-of-the-risk-department-made-up-for-tests";
    private static final String OTHERS = "key-of-another-lender-that-is-made-up-for-tests";
    private static final String POOR = "key-of-a-caller-with-one-call-a-month-made-up";
    private static final String BOUND = "key-of-a-caller-that-is-bound-in-all-ways";

    private static final Set<MatchGrade> ABOUT_OTHERS =
            EnumSet.of(MatchGrade.MATCH_GRADE_CONTRADICTED, MatchGrade.MATCH_GRADE_UNRELATED);
    private static final String FRAUD = "key-of-the-fraud-department-made-up-for-tests";

    @TempDir
    private static Path folder;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), """
                litigation:
                  callers:
                    - { name: loans, tenant: bank, api-keys-sha256: [%s, %s] }
                    - { name: risk, tenant: bank, api-key-sha256: %s }
                    - { name: others, tenant: lender, api-key-sha256: %s }
                    - { name: poor, tenant: poor, api-key-sha256: %s, budget: { calls-per-month: 1 } }
                    - { name: fraud, tenant: bank, api-key-sha256: %s, sees-others: true }
                    - { name: bound, tenant: bank, api-key-sha256: %s, purposes: [CREDIT_APPROVAL], providers: [xinshu], views: [BASIC] }
                """.formatted(
                        hash(LOANS), hash(OLD_LOANS), hash(RISK), hash(OTHERS), hash(POOR), hash(FRAUD), hash(BOUND)));
        gateway = RunningGateway.start(launch -> launch.withFile(file));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void answersAreSharedWithinATenantAndNotBeyondIt() {
        String name = "端木青云有案2";

        assertThat(source(LOANS, name)).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(source(OLD_LOANS, name)).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(source(RISK, name)).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
        assertThat(source(OTHERS, name)).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(gateway.received("xinshu", name)).isEqualTo(2);
    }

    @Test
    void whoDoesNotSayWhoItIsIsNotAnswered() {
        LitigationException failure = failure(gateway.client(), Searches.forPerson("端木无名有案2"));

        assertThat(failure.code()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(failure.reason()).isEqualTo("CALLER_IDENTITY_REQUIRED");
        assertThat(gateway.received("xinshu", "端木无名有案2")).isZero();
    }

    @Test
    void aWrongKeyIsNotAnswered() {
        String wrong = "key-that-nobody-has-though-it-is-long-enough";
        try (LitigationClient client = client(wrong)) {
            LitigationException failure = failure(client, Searches.forPerson("端木无名有案2"));

            assertThat(failure.code()).isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(failure.reason()).isEqualTo("CALLER_IDENTITY_REJECTED");
            assertThat(gateway.server().said()).doesNotContain(wrong, LOANS);
        }
    }

    @Test
    void aPurposeThatIsNotForTheCallerIsRefused() {
        String name = "端木守正有案2";
        try (LitigationClient client = client(BOUND)) {
            LitigationException refused = failure(client, purpose(name, PurposeCode.PURPOSE_CODE_OTHER));

            assertThat(refused.code()).isEqualTo(Status.Code.PERMISSION_DENIED);
            assertThat(refused.reason()).isEqualTo("PURPOSE_NOT_ALLOWED");
            assertThat(gateway.received("xinshu", name)).isZero();

            LitigationException without = failure(client, Searches.forPerson(name));
            assertThat(without.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);

            SearchRecordsResponse answer = client.search(purpose(name, PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL));
            assertThat(answer.getOutcomesList())
                    .extracting(ProviderOutcome::getProvider)
                    .containsExactly("xinshu");
            assertThat(client.blocking()
                            .listProviders(ListProvidersRequest.getDefaultInstance())
                            .getProvidersList())
                    .extracting(Provider::getName)
                    .containsExactly("xinshu");
        }
    }

    @Test
    void recordsAboutSomebodyElseAreShownInWholeToWhoMaySeeThem() {
        SearchRecordsRequest request = Searches.about(DemoSubjects.PERSON_WITH_NAMESAKE).toBuilder()
                .setView(RecordView.RECORD_VIEW_RAW)
                .build();
        try (LitigationClient loans = client(LOANS);
                LitigationClient fraud = client(FRAUD)) {
            SearchRecordsResponse inWhole = fraud.search(request);
            SearchRecordsResponse aside = loans.search(request);

            assertThat(others(aside)).isNotEmpty().containsExactlyInAnyOrderElementsOf(withoutContent(others(inWhole)));
            assertThat(others(inWhole)).allSatisfy(record -> {
                assertThat(record.getPartiesList()).isNotEmpty();
                assertThat(record.getRawJson()).isNotEmpty();
            });
            assertThat(aside.getCaseFilesList()).isNotEmpty().isEqualTo(inWhole.getCaseFilesList());
            assertThat(aside.getMattersList()).isEqualTo(inWhole.getMattersList());
            assertThat(aside.getCaseFilesList())
                    .allSatisfy(file ->
                            assertThat(file.getRecordIdsList()).doesNotContainAnyElementsOf(ids(others(inWhole))));
            assertThat(aside.getRecordsCount()).isEqualTo(inWhole.getRecordsCount());
            assertThat(streamed(loans, request)).containsExactlyInAnyOrderElementsOf(aside.getRecordsList());
        }
    }

    @Test
    void whatIsBeyondTheBudgetIsSkippedWhileTheStoredAnswerIsServed() {
        SearchRecordsRequest first =
                Searches.forPerson("端木守拙有案2").toBuilder().addProviders("xinshu").build();
        SearchRecordsRequest both = Searches.forPerson("端木守拙有案2");
        String other = "端木守愚有案2";
        try (LitigationClient client = client(POOR)) {
            assertThat(Searches.outcome(client.search(first), "xinshu").getSource())
                    .isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);

            SearchRecordsResponse answer = client.search(both);
            assertThat(Searches.outcome(answer, "xinshu").getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            ProviderOutcome skipped = Searches.outcome(answer, "submail");
            assertThat(skipped.getState()).isEqualTo(State.STATE_SKIPPED);
            assertThat(Searches.reason(skipped)).isEqualTo("BUDGET_EXHAUSTED");
            assertThat(skipped.getError().getQuota().getViolationsList())
                    .extracting(QuotaFailure.Violation::getSubject)
                    .containsExactly("caller:poor");
            assertThat(answer.getRecordsList()).isNotEmpty();
            assertThat(answer.getComplete()).isFalse();

            LitigationException refused = failure(client, Searches.forPerson(other));
            assertThat(refused.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(refused.reason()).isEqualTo("BUDGET_EXHAUSTED");
            assertThat(refused.quotaViolations()).isNotEmpty();
            assertThat(gateway.received("xinshu", other) + gateway.received("submail", other))
                    .isZero();
        }
    }

    private static List<LitigationRecord> others(SearchRecordsResponse answer) {
        return answer.getRecordsList().stream()
                .filter(record -> ABOUT_OTHERS.contains(record.getMatch().getGrade()))
                .toList();
    }

    private static List<LitigationRecord> withoutContent(List<LitigationRecord> records) {
        return records.stream()
                .map(record -> LitigationRecord.newBuilder()
                        .setRecordId(record.getRecordId())
                        .setCategory(record.getCategory())
                        .setMatch(record.getMatch())
                        .build())
                .toList();
    }

    private static List<String> ids(List<LitigationRecord> records) {
        return records.stream().map(LitigationRecord::getRecordId).toList();
    }

    private static List<LitigationRecord> streamed(LitigationClient client, SearchRecordsRequest request) {
        List<LitigationRecord> records = new ArrayList<>();
        client.stream(
                StreamRecordsRequest.newBuilder()
                        .setSubject(request.getSubject())
                        .setView(request.getView())
                        .build(),
                part -> records.addAll(part.getRecordsList()));
        return records;
    }

    private static AnswerSource source(String key, String name) {
        try (LitigationClient client = client(key)) {
            return Searches.outcome(client.search(Searches.forPerson(name)), "xinshu")
                    .getSource();
        }
    }

    private static SearchRecordsRequest purpose(String name, PurposeCode code) {
        SearchRecordsRequest.Builder request = Searches.forPerson(name).toBuilder();
        request.getPurposeBuilder().setCode(code);
        return request.build();
    }

    private static LitigationClient client(String key) {
        return LitigationClients.plaintext(gateway.server().target())
                .apiKey(key)
                .build();
    }

    private static LitigationException failure(LitigationClient client, SearchRecordsRequest request) {
        return Objects.requireNonNull(catchThrowableOfType(LitigationException.class, () -> client.search(request)));
    }

    private static String hash(String key) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    }
}
