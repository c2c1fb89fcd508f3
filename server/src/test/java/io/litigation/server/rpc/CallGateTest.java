package io.litigation.server.rpc;

import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

final class CallGateTest {

    private final CallGate gate = new CallGate(new FailureStatuses(() -> "incident"));
    private final Call call = new Call();

    @Test
    void tellsWhenTheLastCallIsOver() {
        ServerCall.Listener<SearchRecordsRequest> first = enter();
        ServerCall.Listener<SearchRecordsRequest> second = enter();
        CompletableFuture<Void> empty = gate.close();
        first.onComplete();
        assertThat(empty).isNotDone();
        second.onCancel();
        second.onComplete();
        assertThat(empty).isCompleted();
        assertThat(gate.underWay()).isZero();
    }

    @Test
    void isEmptyAtOnceWhenNobodyIsIn() {
        assertThat(gate.close()).isCompleted();
    }

    @Test
    void refusesNewCallsWithAReasonWhenItIsClosed() throws Exception {
        CompletableFuture<Void> empty = gate.close();
        assertThat(empty).isCompleted();
        gate.interceptCall(call, new Metadata(), (started, headers) -> {
            throw new AssertionError("must not start");
        });
        com.google.rpc.Status status = StatusProto.fromStatusAndTrailers(call.status(), call.trailers());
        assertThat(call.status().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(status.getDetails(0).unpack(ErrorInfo.class).getReason()).isEqualTo("SERVER_DRAINING");
        assertThat(call.trailers().get(FailureStatuses.PUSHBACK)).isNull();
    }

    @Test
    void aCallThatCannotStartIsNotUnderWay() {
        try {
            gate.interceptCall(call, new Metadata(), (started, headers) -> {
                throw new IllegalStateException("a fault");
            });
        } catch (IllegalStateException expected) {
            assertThat(gate.underWay()).isZero();
            return;
        }
        throw new AssertionError("the fault was swallowed");
    }

    private ServerCall.Listener<SearchRecordsRequest> enter() {
        return gate.interceptCall(call, new Metadata(), (started, headers) -> new ServerCall.Listener<>() {});
    }

    private static final class Call extends ServerCall<SearchRecordsRequest, SearchRecordsResponse> {

        private @Nullable Status status;
        private @Nullable Metadata trailers;

        Status status() {
            return java.util.Objects.requireNonNull(status);
        }

        Metadata trailers() {
            return java.util.Objects.requireNonNull(trailers);
        }

        @Override
        public void close(Status closedWith, Metadata with) {
            status = closedWith;
            trailers = with;
        }

        @Override
        public void request(int numMessages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(SearchRecordsResponse message) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<SearchRecordsRequest, SearchRecordsResponse> getMethodDescriptor() {
            return LitigationServiceGrpc.getSearchRecordsMethod();
        }
    }
}
