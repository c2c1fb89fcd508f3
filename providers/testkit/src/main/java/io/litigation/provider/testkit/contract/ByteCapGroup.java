package io.litigation.provider.testkit.contract;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.provider.testkit.Failures;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

/** A reply is read up to a size, and no further. */
abstract class ByteCapGroup extends ContractGroup {

    private static final int LEAST_CAP = 1_024;
    private static final int A_LOT = 16 << 20;

    ByteCapGroup(VendorContract suite) {
        super(suite);
    }

    @Test
    void aReplyThatIsAsLargeAsItMayBeIsRead() {
        byte[] body = question().records().toByteArray();
        int cap = Math.max(LEAST_CAP, body.length + 1);
        vendor().repliesInChunks(padded(body, cap));

        RawAnswer answer = Failures.none(bench().fetch(capped(cap), question()));

        assertThat(answer.receiveTime()).isEqualTo(bench().clock().instant());
    }

    @Test
    void aLargerOneIsNotWhenItSaysSoBeforehand() {
        int cap = Math.max(LEAST_CAP, question().records().size());
        vendor().replies(200, "application/json", padded(question().records().toByteArray(), cap + 1));

        assertTooLarge(cap);
    }

    @Test
    void aLargerOneIsNotWhenItDoesNotSaySo() {
        int cap = Math.max(LEAST_CAP, question().records().size());
        vendor().repliesInChunks(padded(question().records().toByteArray(), cap + 1));

        assertTooLarge(cap);
    }

    @Test
    void aReplyThatWasCompressedIsRead() {
        vendor().repliesCompressed(question().records().toByteArray());

        RawAnswer answer = Failures.none(bench().fetch(question()));

        assertThat(vendor().takeRequest().headers()).contains("Accept-Encoding: gzip");
        assertThat(answer.body()).isEqualTo(suite().opened(question().records()));
    }

    @Test
    void aSmallReplyThatUnfoldsToALargeOneIsNot() {
        vendor().repliesCompressed(padded(question().records().toByteArray(), A_LOT));

        assertTooLarge(1 << 20);
    }

    @Test
    void bytesThatOnlyPretendToBeCompressedAreAFailure() {
        vendor().repliesAsIfCompressed(
                        ByteString.copyFromUtf8("not compressed at all").toByteArray());

        ProviderException failure = bench().failure(bench().fetch(question()));

        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    }

    private void assertTooLarge(int cap) {
        ProviderException failure = bench().failure(bench().fetch(capped(cap), question()));

        assertThat(failure.kind()).isEqualTo(FailureKind.RESPONSE_TOO_LARGE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    }

    private Provider capped(int bytes) {
        return bench().provider(bench().settings().with("max-response-bytes", Integer.toString(bytes)));
    }

    /** With white space behind, which changes nothing. */
    private static byte[] padded(byte[] body, int length) {
        byte[] padded = Arrays.copyOf(body, length);
        Arrays.fill(padded, body.length, length, (byte) ' ');
        return padded;
    }
}
