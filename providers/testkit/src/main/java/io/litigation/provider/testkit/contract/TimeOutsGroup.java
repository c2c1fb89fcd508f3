package io.litigation.provider.testkit.contract;

import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.subject.Subject;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** A vendor that does not answer in time. No test waits: the time is core's scheduler's, which the test moves. */
abstract class TimeOutsGroup extends ContractGroup {

    TimeOutsGroup(VendorContract suite) {
        super(suite);
    }

    @Test
    void aVendorThatSaysNothingTimesOutOnceAndMayHaveCostSomething() {
        vendor().stalls().stalls();

        assertTimesOut(bench().core(Limits.usual()));
    }

    @Test
    void soDoesOneThatStopsWithinItsReply() {
        vendor().stallsWithin(question().records().toByteArray()).stalls();

        assertTimesOut(bench().core(Limits.usual()));
    }

    @Test
    void theSameQuestionIsNotPaidAgainAtOnce() {
        vendor().stalls().stalls();
        Core core = bench().core(Limits.usual());
        assertTimesOut(core);

        core.refusal(question().subject());

        assertThat(core.outcome().getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(core.outcome().getError().hasRetry()).isTrue();
        assertThat(vendor().requestCount()).isEqualTo(1);
    }

    /** The only permit is given back, and the connection is not used again. */
    @Test
    void theNextQuestionIsAnswered() {
        vendor().stalls().replies(200, "application/json", question().records().toByteArray());
        Core core = bench().core(Limits.atOnce(1));
        assertTimesOut(core);

        core.search(Subjects.another(question().subject(), 1));

        assertThat(core.outcome().getState()).isEqualTo(ProviderOutcome.State.STATE_RECORDS_FOUND);
        assertThat(vendor().requestCount()).isEqualTo(2);
    }

    private void assertTimesOut(Core core) {
        Subject subject = question().subject();
        CompletableFuture<SearchRecordsResponse> search = core.begin(subject);
        vendor().takeRequest();
        bench().scheduler().await(1, Limits.TIMEOUT);
        assertThat(search).isNotDone();

        bench().scheduler().advance(Limits.TIMEOUT);

        assertThat(Core.refusal(search).getCode()).isEqualTo(Code.DEADLINE_EXCEEDED_VALUE);
        assertThat(core.outcome().getError().getInfo().getReason()).isEqualTo("VENDOR_TIMED_OUT");
        assertThat(core.outcome().getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(core.outcome().getAttemptCount()).isEqualTo(1);
        assertThat(vendor().requestCount()).isEqualTo(1);
        assertThat(core.settled()).singleElement().satisfies(settled -> {
            assertThat(settled.failure()).contains(FailureKind.TIMED_OUT);
            assertThat(settled.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        });
    }
}
