package io.litigation.client;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import io.litigation.v1.QuoteSearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(30)
class BatchTest {

    private final InProcessGateway gateway = new InProcessGateway(Duration.ofMinutes(1));
    private final List<String> keys = new ArrayList<>();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void everyAnswerIsHandedOver() {
        gateway.client.searchBatch(items(100), answer -> keys.add(answer.getKey()));

        assertThat(keys).hasSize(100).contains("k0", "k99");
        assertThat(gateway.service.remaining())
                .as("a batch lasts as long as it is fed")
                .isNull();
    }

    @Test
    void aBatchOfNothingEndsWell() {
        gateway.client.searchBatch(items(0), answer -> keys.add(answer.getKey()));

        assertThat(keys).isEmpty();
    }

    @Test
    void anItemIsTakenWhenThereIsRoomForIt() {
        int[] taken = new int[1];
        Iterator<BatchSearchRecordsRequest> counted = IntStream.range(0, 100)
                .mapToObj(i -> {
                    taken[0] = i + 1;
                    return item(i);
                })
                .iterator();

        gateway.client.searchBatch(counted, answer -> {
            keys.add(answer.getKey());
            assertThat(taken[0] - keys.size()).isLessThanOrEqualTo(16);
        });

        assertThat(keys).hasSize(100);
    }

    @Test
    void anItemsErrorReadsLikeACalls() {
        gateway.service.batch = item -> List.of(BatchSearchRecordsResponse.newBuilder()
                .setKey(item.getKey())
                .setRetryForbidden(true)
                .setError(com.google.rpc.Status.newBuilder()
                        .setCode(Code.ABORTED_VALUE)
                        .addDetails(Any.pack(ErrorInfo.newBuilder()
                                .setDomain("litigation")
                                .setReason("PROVIDERS_FAILED")
                                .build())))
                .build());
        List<LitigationException> failures = new ArrayList<>();

        gateway.client.searchBatch(items(1), answer -> failures.add(LitigationException.from(answer)));

        assertThat(failures.get(0).code()).isEqualTo(Status.Code.ABORTED);
        assertThat(failures.get(0).reason()).isEqualTo("PROVIDERS_FAILED");
        assertThat(failures.get(0).retryForbidden()).isTrue();
    }

    @Test
    void aCallThatEndsWithItemsUnansweredIsNoAnswer() {
        gateway.service.batch = item -> List.of();
        gateway.service.endsBatchAfter = 3;

        LitigationException cut = catchThrowableOfType(
                LitigationException.class, () -> gateway.client.searchBatch(items(20), answer -> {}));

        assertThat(cut.code()).isEqualTo(Status.Code.DATA_LOSS);
        assertThat(cut.reason()).isEqualTo("BATCH_CUT");
    }

    @Test
    void whoGivesUpEndsTheCall() throws Exception {
        assertThatIllegalStateException()
                .isThrownBy(() -> gateway.client.searchBatch(items(20), answer -> {
                    throw new IllegalStateException("enough");
                }))
                .withMessage("enough");

        gateway.service.cancelled.await();
    }

    @Test
    void aQuoteIsAnAnswerOrATypedFailure() {
        assertThat(gateway.client
                        .quote(QuoteSearchRequest.newBuilder()
                                .setRequestId("q-1")
                                .build())
                        .getRequestId())
                .isEqualTo("q-1");
        assertThat(catchThrowableOfType(
                                LitigationException.class,
                                () -> gateway.client.quote(QuoteSearchRequest.getDefaultInstance()))
                        .code())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private static Iterator<BatchSearchRecordsRequest> items(int number) {
        return IntStream.range(0, number).mapToObj(BatchTest::item).iterator();
    }

    private static BatchSearchRecordsRequest item(int number) {
        return BatchSearchRecordsRequest.newBuilder().setKey("k" + number).build();
    }
}
