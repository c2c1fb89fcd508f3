package io.litigation.provider.http;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.Charge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A reply that is not what the vendor's document says. Its length and the beginning of its hash are all that is told. */
public final class MalformedReply {

    private static final int HASH_BYTES = 8;

    private MalformedReply() {}

    /**
     * The failure.
     *
     * @param charge POSSIBLY_CHARGED if the vendor called it a success, else UNKNOWN
     * @param why what is wrong, quoting nothing
     */
    public static ProviderException.Builder failure(ByteString body, Charge charge, String why) {
        return failure(FailureKind.MALFORMED_RESPONSE, body, charge, why);
    }

    /** The failure of a reply that is not acceptable JSON, or more of it than is read: that is RESPONSE_TOO_LARGE. */
    public static ProviderException.Builder failure(ByteString body, Charge charge, JsonUnreadableException problem) {
        FailureKind kind = problem.isTooMuch() ? FailureKind.RESPONSE_TOO_LARGE : FailureKind.MALFORMED_RESPONSE;
        return failure(kind, body, charge, problem.why());
    }

    private static ProviderException.Builder failure(FailureKind kind, ByteString body, Charge charge, String why) {
        return ProviderException.of(kind, charge)
                .explanation(why + "; " + body.size() + " bytes, SHA-256 " + hash(body));
    }

    private static String hash(ByteString body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(body.asReadOnlyByteBuffer());
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES) + "…";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
