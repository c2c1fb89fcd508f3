package io.litigation.server.rpc;

import com.google.protobuf.Any;
import com.google.rpc.DebugInfo;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class StatusDetailsTest {

    private static final Any INFO = Any.pack(
            ErrorInfo.newBuilder().setReason("R").setDomain("litigation").build());
    private static final Any RETRY = Any.pack(RetryInfo.getDefaultInstance());
    private static final Any HUGE =
            Any.pack(DebugInfo.newBuilder().setDetail("x".repeat(5_000)).build());

    @Test
    void leavesAloneWhatFits() {
        Status status = Status.newBuilder()
                .setMessage("m")
                .addDetails(RETRY)
                .addDetails(INFO)
                .build();
        assertThat(StatusDetails.fit(status)).isSameAs(status);
    }

    @Test
    void keepsTheReasonFirstAndDropsWhatDoesNotFit() {
        Status status = Status.newBuilder()
                .setMessage("m")
                .addDetails(HUGE)
                .addDetails(RETRY)
                .addDetails(INFO)
                .build();
        assertThat(StatusDetails.fit(status).getDetailsList()).containsExactly(INFO, RETRY);
    }

    @Test
    void shortensALongMessageWithoutCuttingACharacter() {
        String message = "x".repeat(StatusDetails.GREATEST_MESSAGE - 2) + "𠮷𠮷";
        String fitted = StatusDetails.fit(
                        Status.newBuilder().setMessage(message).build())
                .getMessage();
        assertThat(fitted).isEqualTo("x".repeat(StatusDetails.GREATEST_MESSAGE - 2) + "…");
    }
}
