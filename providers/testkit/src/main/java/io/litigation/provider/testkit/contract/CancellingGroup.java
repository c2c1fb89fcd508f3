package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever stops waiting: what that ends, and what goes on. */
abstract class CancellingGroup extends ContractGroup {

    CancellingGroup(VendorContract suite) {
        super(suite);
    }

    /** That nothing is under way any more is seen when the bench is closed, since the vendor never answers. */
    @Test
    void cancellingEndsTheExchange() {
        vendor().stalls();
        CompletableFuture<RawAnswer> answer = bench().fetch(question());
        vendor().takeRequest();

        answer.cancel(true);

        assertThat(answer).isCancelled();
        bench().assertThreadsEnd();
    }

    @Test
    void whatIsCancelledBeforeItIsSentIsNeverSent() {
        Queue<Runnable> later = new ConcurrentLinkedQueue<>();
        Provider provider = bench().provider(bench().settings(), new ProviderRuntime(bench().clock(), later::add));
        CompletableFuture<RawAnswer> answer = bench().fetch(provider, question());

        answer.cancel(true);
        for (Runnable task = later.poll(); task != null; task = later.poll()) {
            task.run();
        }

        assertThat(answer).isCancelled();
        assertThat(vendor().requestCount()).isZero();
    }

    @Test
    void closingEndsWhatIsUnderWayAndSaysThatItMayHaveCostSomething() {
        vendor().stalls();
        Provider provider = bench().provider();
        CompletableFuture<RawAnswer> answer = bench().fetch(provider, question());
        vendor().takeRequest();

        provider.close();

        ProviderException failure = bench().failure(answer);
        assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void aCallerThatLeavesDoesNotEndWhatIsPaidAndTheNextOneNeedNotPay() {
        CountDownLatch left = new CountDownLatch(1);
        vendor().replies(200, "application/json", question().records().toByteArray());
        vendor().beforeEachReply(() -> Waiting.forThe(left));
        Core core = bench().core(Limits.usual());
        CompletableFuture<?> search = core.begin(question().subject());
        vendor().takeRequest();

        search.cancel(true);
        left.countDown();
        core.search(question().subject());

        assertThat(core.outcome().getSource())
                .isIn(AnswerSource.ANSWER_SOURCE_STORED, AnswerSource.ANSWER_SOURCE_SHARED);
        assertThat(vendor().requestCount()).isEqualTo(1);
        assertThat(core.settled())
                .singleElement()
                .satisfies(settled -> assertThat(settled.failure()).isEmpty());
    }
}
