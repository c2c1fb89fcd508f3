package io.litigation.client;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.QuotaFailure;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.litigation.v1.SearchRecordsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class LitigationExceptionTest {

    private static final Metadata.Key<String> PUSHBACK =
            Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

    private final InProcessGateway gateway = new InProcessGateway(Duration.ofMinutes(1));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void namesEveryBadField() {
        LitigationException failure = searchFailingWith(failure(
                Code.INVALID_ARGUMENT,
                "2 fields are wrong",
                info("REQUEST_INVALID"),
                BadRequest.newBuilder()
                        .addFieldViolations(violation("subject.person.name", "is required"))
                        .addFieldViolations(violation("page_size", "must be at most 1000"))
                        .build()));

        assertThat(failure.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure.reason()).isEqualTo("REQUEST_INVALID");
        assertThat(failure.fieldViolations())
                .extracting(BadRequest.FieldViolation::getField, BadRequest.FieldViolation::getDescription)
                .containsExactly(
                        tuple("subject.person.name", "is required"), tuple("page_size", "must be at most 1000"));
        assertThat(failure)
                .hasMessage("INVALID_ARGUMENT REQUEST_INVALID: 2 fields are wrong [subject.person.name, page_size]")
                .hasCauseInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void tellsWhenToAskAgainAndWhatIsUsedUp() {
        LitigationException failure = searchFailingWith(failure(
                Code.RESOURCE_EXHAUSTED,
                "the day's budget is used up",
                info("BUDGET_EXHAUSTED"),
                RetryInfo.newBuilder()
                        .setRetryDelay(com.google.protobuf.Duration.newBuilder()
                                .setSeconds(60)
                                .setNanos(500_000_000))
                        .build(),
                QuotaFailure.newBuilder()
                        .addViolations(QuotaFailure.Violation.newBuilder().setSubject("caller:scoring"))
                        .build()));

        assertThat(failure.retryDelay()).contains(Duration.ofMillis(60_500));
        assertThat(failure.quotaViolations())
                .extracting(QuotaFailure.Violation::getSubject)
                .containsExactly("caller:scoring");
        assertThat(failure.retryForbidden()).isFalse();
    }

    @Test
    void givesTheKeyToTheServersLog() {
        LitigationException failure = searchFailingWith(failure(
                Code.INTERNAL,
                "internal error",
                info("INTERNAL").toBuilder().putMetadata("incident", "i-1").build()));

        assertThat(failure.metadata()).containsEntry("incident", "i-1");
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "-5, true", "soon, true", "0, false", "1500, false"})
    void readsTheTrailerThatForbidsRetries(String millis, boolean forbidden) {
        Metadata trailers = new Metadata();
        trailers.put(PUSHBACK, millis);

        LitigationException failure = searchFailingWith(Status.ABORTED.asRuntimeException(trailers));

        assertThat(failure.retryForbidden()).isEqualTo(forbidden);
    }

    @Test
    void aFailureWithoutDetailsHasItsCodeOnly() {
        LitigationException failure = searchFailingWith(Status.UNAVAILABLE.asRuntimeException());

        assertThat(failure).hasMessage("UNAVAILABLE");
        assertThat(failure.reason()).isEmpty();
        assertThat(failure.metadata()).isEmpty();
        assertThat(failure.fieldViolations()).isEmpty();
        assertThat(failure.quotaViolations()).isEmpty();
        assertThat(failure.retryDelay()).isEmpty();
        assertThat(failure.retryForbidden()).isFalse();
    }

    @Test
    void aReasonOfAnotherDomainIsNotOurs() {
        LitigationException failure = searchFailingWith(failure(
                Code.UNAVAILABLE,
                "no healthy upstream",
                ErrorInfo.newBuilder()
                        .setDomain("mesh.example")
                        .setReason("NO_UPSTREAM")
                        .build()));

        assertThat(failure.reason()).isEmpty();
    }

    @Test
    void unreadableDetailsLeaveTheCode() {
        Any broken = Any.newBuilder()
                .setTypeUrl("type.googleapis.com/google.rpc.ErrorInfo")
                .setValue(ByteString.copyFrom(new byte[] {(byte) 0xff}))
                .build();
        LitigationException failure =
                LitigationException.from(StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                        .setCode(Code.ABORTED_VALUE)
                        .addDetails(broken)
                        .build()));

        assertThat(failure.code()).isEqualTo(Status.Code.ABORTED);
        assertThat(failure.reason()).isEmpty();
    }

    @Test
    void detailsOfAnotherCodeThanTheCallsAreNotBelieved() {
        StatusRuntimeException inner = failure(Code.INVALID_ARGUMENT, "bad", info("REQUEST_INVALID"));
        StatusRuntimeException replaced = Status.UNAVAILABLE.asRuntimeException(inner.getTrailers());

        LitigationException failure = LitigationException.from(replaced);

        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.reason()).isEmpty();
    }

    @Test
    void readsTheFailureOfAFuture() {
        gateway.service.answer = request -> {
            throw failure(Code.ABORTED, "all providers failed", info("PROVIDERS_FAILED"));
        };

        ExecutionException thrown = catchThrowableOfType(
                ExecutionException.class,
                () -> gateway.client
                        .future()
                        .searchRecords(SearchRecordsRequest.getDefaultInstance())
                        .get());

        assertThat(LitigationException.from(thrown).reason()).isEqualTo("PROVIDERS_FAILED");
    }

    @Test
    void whatIsNoStatusIsUnknown() {
        assertThat(LitigationException.from(new IllegalStateException("x")).code())
                .isEqualTo(Status.Code.UNKNOWN);
    }

    private LitigationException searchFailingWith(StatusRuntimeException status) {
        gateway.service.answer = request -> {
            throw status;
        };
        return catchThrowableOfType(
                LitigationException.class, () -> gateway.client.search(SearchRecordsRequest.getDefaultInstance()));
    }

    private static StatusRuntimeException failure(Code code, String message, Message... details) {
        com.google.rpc.Status.Builder status =
                com.google.rpc.Status.newBuilder().setCode(code.getNumber()).setMessage(message);
        for (Message detail : details) {
            status.addDetails(Any.pack(detail));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    private static ErrorInfo info(String reason) {
        return ErrorInfo.newBuilder().setDomain("litigation").setReason(reason).build();
    }

    private static BadRequest.FieldViolation violation(String field, String description) {
        return BadRequest.FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build();
    }
}
