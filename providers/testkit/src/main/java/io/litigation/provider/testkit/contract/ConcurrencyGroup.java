package io.litigation.provider.testkit.contract;

import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Many questions at once. */
abstract class ConcurrencyGroup extends ContractGroup {

    private static final int QUESTIONS = 16;
    private static final int AT_ONCE = 3;

    ConcurrencyGroup(VendorContract suite) {
        super(suite);
    }

    /** When some are with the vendor and all the others wait for their turn, no one is missing: then the vendor answers. */
    @Test
    void theVendorNeverHasMoreThanTheLimitAndNoQuestionIsLost() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        repliesToAll();
        vendor().beforeEachReply(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Waiting.forThe(go);
            now.decrementAndGet();
        });
        Core core = bench().core(Limits.atOnce(AT_ONCE));

        List<CompletableFuture<SearchRecordsResponse>> searches = IntStream.range(0, QUESTIONS)
                .mapToObj(number -> core.begin(Subjects.another(question().subject(), number)))
                .toList();
        for (int i = 0; i < AT_ONCE; i++) {
            vendor().takeRequest();
        }
        bench().scheduler().await(QUESTIONS - AT_ONCE, Limits.QUEUE_TIMEOUT);
        assertThat(vendor().requestCount()).isEqualTo(AT_ONCE);
        go.countDown();

        assertThat(searches)
                .allSatisfy(search -> assertThat(Failures.none(search).getOutcomesList())
                        .extracting(ProviderOutcome::getState)
                        .contains(ProviderOutcome.State.STATE_RECORDS_FOUND));
        assertThat(most.get()).isLessThanOrEqualTo(AT_ONCE);
        assertThat(vendor().requestCount()).isEqualTo(QUESTIONS);
        assertThat(core.settled()).hasSize(QUESTIONS);
    }

    @Test
    void eachQuestionReachesTheVendorAsItWasAsked() {
        repliesToAll();
        Core core = bench().core(Limits.usual());

        IntStream.range(0, QUESTIONS)
                .mapToObj(number -> core.begin(Subjects.another(question().subject(), number)))
                .toList()
                .forEach(Failures::none);

        assertThat(bench().sent())
                .extracting(sent -> IntStream.range(0, QUESTIONS)
                        .filter(number -> sent.question()
                                .containsValue(Subjects.another(question().subject(), number)
                                        .name()))
                        .boxed()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, QUESTIONS).mapToObj(List::of).toList());
    }

    @Test
    void theSameQuestionAskedByManyAtOnceIsPaidOnce() {
        CountDownLatch go = new CountDownLatch(1);
        vendor().replies(200, "application/json", question().records().toByteArray());
        vendor().beforeEachReply(() -> Waiting.forThe(go));
        Core core = bench().core(Limits.usual());

        List<CompletableFuture<SearchRecordsResponse>> searches = IntStream.range(0, QUESTIONS)
                .mapToObj(number -> core.begin(question().subject()))
                .toList();
        vendor().takeRequest();
        go.countDown();

        assertThat(searches.stream()
                        .map(Failures::none)
                        .flatMap(answer -> answer.getOutcomesList().stream())
                        .filter(outcome -> outcome.getSource() == AnswerSource.ANSWER_SOURCE_VENDOR))
                .hasSize(1);
        assertThat(vendor().requestCount()).isEqualTo(1);
        assertThat(core.settled()).hasSize(1);
    }

    private void repliesToAll() {
        for (int i = 0; i < QUESTIONS; i++) {
            vendor().replies(200, "application/json", question().records().toByteArray());
        }
    }
}
