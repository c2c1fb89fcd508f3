package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.ledger.Lookup;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

/** What a caller may have is checked before anything is asked, and a refusal is on record. */
class CallerPolicyTest {

    private static final Caller LOANS = new Caller(
            "loans",
            "bank",
            Set.of(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL, PurposeCode.PURPOSE_CODE_POST_LOAN_REVIEW),
            Set.of("alpha"),
            Set.of(RecordView.RECORD_VIEW_FULL),
            List.of());

    private final World world = new World();

    @Test
    void everythingThatIsNotAllowedIsToldAtOnce() {
        SearchException refusal = refused(request -> {
            request.getPurposeBuilder().setCode(PurposeCode.PURPOSE_CODE_EMPLOYMENT_SCREENING);
            return request.addProviders("alpha").addProviders("beta").setView(RecordView.RECORD_VIEW_RAW);
        });

        assertThat(refusal.status().getCode()).isEqualTo(Code.PERMISSION_DENIED_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("PURPOSE_NOT_ALLOWED");
        assertThat(Details.mistakes(refusal))
                .containsExactly(
                        "purpose.code PURPOSE_NOT_ALLOWED",
                        "providers[1] PROVIDER_NOT_ALLOWED",
                        "view VIEW_NOT_ALLOWED");
        assertThat(Details.badRequest(refusal).getFieldViolations(0).getDescription())
                .isEqualTo("This caller may not have this purpose. It may have: PURPOSE_CODE_CREDIT_APPROVAL,"
                        + " PURPOSE_CODE_POST_LOAN_REVIEW.");
        assertThat(refusal.status().getMessage())
                .isEqualTo("The caller is not allowed: purpose.code, providers[1], view.");
        assertThat(refusal.chargeUncertain()).isFalse();
    }

    @Test
    void aRefusalBearsTheReasonOfWhatIsRefused() {
        assertThat(reason(request -> request.addProviders("beta"))).isEqualTo("PROVIDER_NOT_ALLOWED");
        assertThat(reason(request -> request.setView(RecordView.RECORD_VIEW_RAW)))
                .isEqualTo("VIEW_NOT_ALLOWED");
    }

    @Test
    void aRefusalIsToldAndOnRecordAndNobodyIsAsked() {
        refused(request -> request.setRequestId("r-1").addProviders("beta"));

        assertThat(world.journal.entries()).containsExactly("record PERMISSION_DENIED");
        SearchReport report = world.reports.get(0);
        assertThat(report.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(report.reason()).isEqualTo("PROVIDER_NOT_ALLOWED");
        Lookup lookup = world.ledger.rows().lookups().get(0);
        assertThat(lookup.caller()).isEqualTo("loans");
        assertThat(lookup.tenant()).isEqualTo("bank");
        assertThat(lookup.subjectToken()).isEqualTo(report.subjectToken()).isNotEmpty();
        assertThat(lookup.outcomes()).isEmpty();
    }

    @Test
    void aRefusedRequestLeavesItsIdentifierFree() {
        refused(request -> request.setRequestId("r-1").addProviders("beta"));

        assertThat(search(LOANS, request(request -> request.setRequestId("r-1").addProviders("alpha")))
                        .getRequestId())
                .isEqualTo("r-1");
    }

    @Test
    void mistakesOfTheInputComeFirst() {
        SearchException refusal =
                refused(request -> request.addProviders("beta").setPageSize(-1));

        assertThat(refusal.status().getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(Details.mistakes(refusal)).containsExactly("page_size PAGE_SIZE_INVALID");
        assertThat(world.journal.entries()).isEmpty();
    }

    @Test
    void whoIsBoundToPurposesMustNameOne() {
        assertThat(Details.mistakes(refused(SearchRecordsRequest.Builder::clearPurpose)))
                .containsExactly("purpose.code PURPOSE_REQUIRED");
    }

    @Test
    void withoutNamesThoseAreAskedThatAreAllowed() {
        SearchRecordsResponse answer = search(LOANS, request(request -> request));

        assertThat(answer.getOutcomesList())
                .extracting(ProviderOutcome::getProvider)
                .containsExactly("alpha");
        assertThat(world.beta.sent()).isZero();
    }

    @Test
    void aProviderThatIsNotForTheCallerIsNotNamedToIt() {
        SearchException refusal = refused(request -> request.addProviders("nobody"));

        assertThat(Details.badRequest(refusal).getFieldViolations(0).getDescription())
                .isEqualTo("No such provider. There are: alpha.");
    }

    @Test
    void aProviderThatIsSwitchedOffIsNoExceptionToWhatIsAllowed() {
        world.disabled("gamma");

        assertThat(reason(request -> request.addProviders("gamma"))).isEqualTo("PROVIDER_NOT_ALLOWED");
    }

    @Test
    void whoMayHaveAViewMayHaveThoseThatShowLess() {
        for (RecordView view : List.of(
                RecordView.RECORD_VIEW_UNSPECIFIED, RecordView.RECORD_VIEW_BASIC, RecordView.RECORD_VIEW_FULL)) {
            assertThat(search(LOANS, request(request -> request.setView(view))).getOutcomesCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void aStreamIsRefusedTheSameWay() {
        RecordStream stream = world.gateway()
                .search()
                .streamRecords(
                        StreamRecordsRequest.newBuilder()
                                .setSubject(World.fullPerson())
                                .setPurpose(request(request -> request).getPurpose())
                                .addProviders("beta")
                                .build(),
                        new CallContext(LOANS, Optional.empty()));

        assertThat(Details.mistakes(World.failure(stream.next()))).containsExactly("providers[0] PROVIDER_NOT_ALLOWED");
        assertThat(world.journal.entries()).containsExactly("record PERMISSION_DENIED");
    }

    @Test
    void aQuoteIsRefusedTheSameWay() {
        CompletableFuture<?> quote = world.gateway()
                .quotes()
                .quoteSearch(
                        World.quoted().toBuilder().addProviders("beta").build(),
                        new CallContext(LOANS, Optional.empty()));
        world.run();

        assertThat(Details.mistakes(World.failure(quote))).contains("providers[0] PROVIDER_NOT_ALLOWED");
        assertThat(world.journal.entries()).containsExactly("record PERMISSION_DENIED");
    }

    @Test
    void answersAreSharedWithinATenantAndNotBeyondIt() {
        world.only(world.alpha);
        search(caller("one", "bank"), World.person());

        assertThat(source(search(caller("two", "bank"), World.person()))).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(source(search(caller("three", "lender"), World.person())))
                .isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    private static AnswerSource source(SearchRecordsResponse answer) {
        return answer.getOutcomes(0).getSource();
    }

    private static Caller caller(String name, String tenant) {
        return new Caller(name, tenant, Set.of(), Set.of(), Set.of(), List.of());
    }

    private String reason(UnaryOperator<SearchRecordsRequest.Builder> changes) {
        return Details.info(refused(changes)).getReason();
    }

    private SearchException refused(UnaryOperator<SearchRecordsRequest.Builder> changes) {
        CompletableFuture<SearchRecordsResponse> answer = begin(LOANS, request(changes));
        world.run();
        return World.failure(answer);
    }

    private SearchRecordsResponse search(Caller caller, SearchRecordsRequest request) {
        CompletableFuture<SearchRecordsResponse> answer = begin(caller, request);
        world.run();
        return World.now(answer);
    }

    private CompletableFuture<SearchRecordsResponse> begin(Caller caller, SearchRecordsRequest request) {
        return world.gateway().search().searchRecords(request, new CallContext(caller, Optional.empty()));
    }

    /** A request for a purpose that is allowed, with changes. */
    private static SearchRecordsRequest request(UnaryOperator<SearchRecordsRequest.Builder> changes) {
        return World.person(request -> {
            request.getPurposeBuilder().setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
            return changes.apply(request);
        });
    }
}
