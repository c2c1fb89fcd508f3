package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.subject.KeyedHash;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.SubjectKind;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class SearchReportTest {

    private final World world = new World();

    @Test
    void tellsOfAnAnswer() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.beta.stalls();
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person(request -> {
            request.setRequestId("r-1").getPurposeBuilder().setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
            return request;
        }));
        world.advance(Duration.ofSeconds(1));
        world.beta.exchange(0).complete(world.beta.answer("none"));
        world.run();

        SearchReport report = only();
        assertThat(report.method()).isEqualTo("SearchRecords");
        assertThat(report.lookupId()).isEqualTo(World.now(answer).getLookupId());
        assertThat(report.requestId()).isEqualTo("r-1");
        assertThat(report.caller()).isEqualTo("test");
        assertThat(report.subjectKind()).isEqualTo(SubjectKind.SUBJECT_KIND_PERSON);
        assertThat(report.subjectToken()).matches("[a-z2-7]{26}");
        assertThat(report.purpose()).isEqualTo(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
        assertThat(report.code()).isEqualTo(Code.OK);
        assertThat(report.reason()).isEmpty();
        assertThat(report.complete()).isTrue();
        assertThat(report.recordCount()).isEqualTo(1);
        assertThat(report.outcomes()).hasSize(2);
        assertThat(report.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(report.cancelled()).isFalse();
    }

    @Test
    void theSameSubjectHasTheSameTokenAndAnotherAnother() {
        world.search();
        world.search();
        world.search(World.company());

        assertThat(world.reports.get(0).subjectToken())
                .isEqualTo(world.reports.get(1).subjectToken());
        assertThat(world.reports.get(0).subjectToken())
                .isNotEqualTo(world.reports.get(2).subjectToken());
    }

    @Test
    void tellsOfBadInputWithoutRepeatingIt() {
        world.refused(SearchRecordsRequest.newBuilder()
                .setRequestId("张三丰")
                .addProviders("李四")
                .build());

        SearchReport report = only();
        assertThat(report.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(report.reason()).isEqualTo("REQUEST_INVALID");
        assertThat(report.requestId()).isEmpty();
        assertThat(report.toString()).doesNotContain("张三丰", "李四");
    }

    @Test
    void tellsOfARefusal() {
        world.refused(World.company().toBuilder().addProviders("beta").build());

        assertThat(only().reason()).isEqualTo("NO_PROVIDER_COULD_BE_ASKED");
        assertThat(only().outcomes().get(0).getState()).isEqualTo(State.STATE_NOT_COVERED);
    }

    @Test
    void tellsOfAFailure() {
        world.alpha.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.beta.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.refused(World.person());

        assertThat(only().code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(only().reason()).isEqualTo("VENDOR_INTERNAL_ERROR");
        assertThat(only().outcomes()).hasSize(2);
    }

    @Test
    void tellsOfACallerThatLeavesAndOfWhatWasKnownThen() {
        world.beta.stalls();
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        world.run();
        answer.cancel(true);
        world.beta.exchange(0).complete(world.beta.answer("none"));
        world.run();

        assertThat(only().cancelled()).isTrue();
        assertThat(only().code()).isEqualTo(Code.CANCELLED);
        assertThat(only().outcomes())
                .extracting(outcome -> outcome.getState())
                .containsExactly(State.STATE_NO_RECORDS, State.STATE_PENDING);
    }

    @Test
    void tellsOfAStream() {
        RecordStream stream = world.stream(World.streamed());
        for (int i = 0; i < 4; i++) {
            CompletableFuture<?> unused = stream.next();
            world.run();
        }

        assertThat(only().method()).isEqualTo("StreamRecords");
        assertThat(only().code()).isEqualTo(Code.OK);
    }

    @Test
    void tellsNothingOfLaterPagesButTheirRefusal() {
        world.alpha.says("ENFORCEMENT a1 20190108", "ENFORCEMENT a2 20190108");
        SearchRecordsRequest paged = World.person(request -> request.setPageSize(1));
        String token = world.search(paged).getNextPageToken();
        world.search(paged.toBuilder().setPageToken(token).build());
        assertThat(world.reports).hasSize(1);

        world.refused(paged.toBuilder().setPageToken("nonsense").build());
        assertThat(world.reports.get(1).reason()).isEqualTo("PAGE_TOKEN_INVALID");
    }

    @Test
    void tellsOfWhatNobodyForesaw() {
        World broken = new World();
        broken.alpha.says("ENFORCEMENT a1 20190108");
        Gateway gateway = new Gateway(new Gateway.Parts(
                List.of(new ConfiguredProvider(broken.alpha, CallLimits.defaults(), false)),
                List.of(),
                // An age that cannot be reckoned with.
                new SearchSettings(Duration.ofSeconds(Long.MAX_VALUE), Duration.ZERO, false, AnswerAges.defaults()),
                broken.store,
                broken.ledger,
                new KeyedHash(new byte[32]),
                broken.clock,
                broken.scheduler,
                broken.executor,
                broken.reports::add));
        CompletableFuture<SearchRecordsResponse> answer =
                gateway.search().searchRecords(World.person(), World.caller("test"));
        broken.run();

        assertThat(answer).isCompletedExceptionally();
        assertThat(broken.reports).extracting(SearchReport::code).containsExactly(Code.INTERNAL);
    }

    @Test
    void theVendorsOwnTextsGoNeitherIntoTheReportNorOnTheRecord() {
        world.alpha.says("indeterminate");
        world.beta.fails(ProviderException.of(FailureKind.CODE_UNEXPECTED, Charge.CHARGE_UNKNOWN)
                .vendorMessage("张三丰 is not known"));

        SearchRecordsResponse answer = inWhole();

        assertThat(answer.getOutcomes(0).getNotes(0).getRaw()).isEqualTo("02");
        assertThat(answer.getOutcomes(1).getVendorMessage()).contains("张三丰");
        Lookup lookup = world.ledger.rows().lookups().get(0);
        for (List<ProviderOutcome> outcomes : List.of(only().outcomes(), lookup.outcomes())) {
            assertThat(outcomes.get(0).getNotes(0).getReason()).isEqualTo("VENDOR_REPORTS_UNPUBLISHED_RECORDS");
            assertThat(outcomes.get(0).getNotes(0).getRaw()).isEmpty();
            assertThat(outcomes.get(1).getVendorMessage()).isEmpty();
        }
        assertThat(only().toString()).doesNotContain("张三丰", World.ID, World.MOBILE);
    }

    @Test
    void aListenerThatThrowsTakesNobodysAnswerAway() {
        World deaf = new World();
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> deaf.journal.add("uncaught"));
        try {
            Gateway gateway = new Gateway(new Gateway.Parts(
                    List.of(new ConfiguredProvider(deaf.alpha, CallLimits.defaults(), false)),
                    List.of(),
                    SearchSettings.defaults(),
                    deaf.store,
                    deaf.ledger,
                    new KeyedHash(new byte[32]),
                    deaf.clock,
                    deaf.scheduler,
                    deaf.executor,
                    report -> {
                        throw new IllegalStateException();
                    }));
            CompletableFuture<SearchRecordsResponse> answer =
                    gateway.search().searchRecords(World.person(), World.caller("test"));
            deaf.run();

            assertThat(World.now(answer).getComplete()).isTrue();
            assertThat(deaf.journal.entries()).contains("uncaught");
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
    }

    /** An answer as one sees it who may see everything. */
    private SearchRecordsResponse inWhole() {
        Caller caller = new Caller("test", "default", Set.of(), Set.of(), Set.of(), List.of(), true);
        CompletableFuture<SearchRecordsResponse> answer = world.gateway()
                .search()
                .searchRecords(
                        World.person(request -> request.setView(RecordView.RECORD_VIEW_RAW)),
                        new CallContext(caller, Optional.empty()));
        world.run();
        return World.now(answer);
    }

    private SearchReport only() {
        assertThat(world.reports).hasSize(1);
        return world.reports.get(0);
    }
}
