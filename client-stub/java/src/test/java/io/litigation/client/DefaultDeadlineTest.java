package io.litigation.client;

import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DefaultDeadlineTest {

    private static final Duration DEFAULT = Duration.ofHours(1);

    private final InProcessGateway gateway = new InProcessGateway(DEFAULT);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void isGivenToACallThatHasNone() {
        gateway.client.search(SearchRecordsRequest.getDefaultInstance());

        assertThat(gateway.service.remaining()).isBetween(Duration.ofMinutes(59), DEFAULT);
    }

    @Test
    void isGivenToAStreamedAnswerToo() {
        gateway.service.stream = List.of(StreamRecordsResponse.newBuilder()
                .setSummary(StreamSummary.getDefaultInstance())
                .build());

        gateway.client.stream(StreamRecordsRequest.getDefaultInstance(), part -> {});

        assertThat(gateway.service.remaining()).isBetween(Duration.ofMinutes(59), DEFAULT);
    }

    @Test
    void isAnotherWithinAnotherTime() {
        gateway.client.within(Duration.ofHours(5)).search(SearchRecordsRequest.getDefaultInstance());
        assertThat(gateway.service.remaining()).isGreaterThan(Duration.ofHours(4));

        gateway.client.search(SearchRecordsRequest.getDefaultInstance());
        assertThat(gateway.service.remaining()).isBetween(Duration.ofMinutes(59), DEFAULT);
    }

    @Test
    void yieldsToTheDeadlineOfTheCall() {
        gateway.client
                .blocking()
                .withDeadlineAfter(3, TimeUnit.HOURS)
                .searchRecords(SearchRecordsRequest.getDefaultInstance());

        assertThat(gateway.service.remaining()).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void yieldsToTheDeadlineOfTheContext() throws Exception {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            Context.current()
                    .withDeadlineAfter(3, TimeUnit.HOURS, timer)
                    .call(() -> gateway.client.search(SearchRecordsRequest.getDefaultInstance()));
        } finally {
            timer.shutdownNow();
        }

        assertThat(gateway.service.remaining()).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void leavesStreamsOfRequestsAlone() {
        MethodDescriptor<SearchRecordsRequest, SearchRecordsResponse> batch =
                LitigationServiceGrpc.getSearchRecordsMethod().toBuilder()
                        .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                        .build();
        RecordingChannel channel = new RecordingChannel();

        new DefaultDeadline(DEFAULT).interceptCall(batch, CallOptions.DEFAULT, channel);

        assertThat(channel.options()).isEqualTo(CallOptions.DEFAULT);
    }

    @Test
    void isPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LitigationClients.plaintext("127.0.0.1:1").defaultDeadline(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LitigationClients.plaintext("127.0.0.1:1").keepAlive(Duration.ofSeconds(-1)));
    }
}
