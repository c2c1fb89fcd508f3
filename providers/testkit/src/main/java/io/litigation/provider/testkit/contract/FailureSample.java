package io.litigation.provider.testkit.contract;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A reply of a vendor's that is a failure, and what it means.
 *
 * @param name what is wrong, in words
 * @param vendorCode the code that the failure carries; empty if it carries none
 * @param delay how much later than it was asked the vendor answers
 * @param code the canonical code of the failure
 */
public record FailureSample(
        String name,
        String vendorCode,
        int status,
        ByteString body,
        Duration delay,
        FailureKind kind,
        Code code,
        Charge charge,
        Retry retry) {

    private static final String STATUS = "HTTP_";
    private static final String PAGE = "<html><body>not now</body></html>";

    /** A reply without a code that is understood. */
    public static FailureSample of(String name, String body, FailureKind kind, Charge charge, Retry retry) {
        return new FailureSample(
                name, "", 200, ByteString.copyFromUtf8(body), Duration.ZERO, kind, kind.code(), charge, retry);
    }

    /**
     * The lines of a table: the vendor's code, canonical code, reason, charge and retry. A code {@code HTTP_503} is a page
     * with that status; {@code 1002+20s} is a code that comes 20 seconds after it was asked, and then on another day in Beijing. What follows a {@code #} is a
     * comment.
     *
     * @param reply makes the body of a reply with a code
     */
    public static List<FailureSample> table(String text, Function<String, String> reply) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line(line, reply))
                .toList();
    }

    private static FailureSample line(String line, Function<String, String> reply) {
        String[] cells = line.split("\\s+", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("not a line of five cells: " + line);
        }
        String code = cells[0].replaceFirst("\\+.*", "");
        Duration delay = Duration.parse(cells[0].contains("+") ? "PT" + cells[0].replaceFirst(".*\\+", "") : "PT0S");
        boolean page = code.startsWith(STATUS);
        return new FailureSample(
                cells[0],
                code,
                page ? Integer.parseInt(code.substring(STATUS.length())) : 200,
                ByteString.copyFromUtf8(page ? PAGE : reply.apply(code)),
                delay,
                kind(cells[2]),
                Code.valueOf(cells[1]),
                Charge.valueOf("CHARGE_" + cells[3]),
                Retry.valueOf(cells[4]));
    }

    private static FailureKind kind(String reason) {
        return Arrays.stream(FailureKind.values())
                .filter(kind -> kind.reason().equals(reason))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no failure has the reason " + reason));
    }

    /** How often a question is asked if the vendor always replies so, and the operator has configured nothing. */
    int attempts(int most) {
        return switch (retry) {
            case NEVER -> 1;
            case WHEN_NOT_CHARGED, ELSEWHERE -> charge == Charge.CHARGE_NOT_CHARGED ? most : 1;
            case DOCUMENTED -> most;
            case ONCE -> 2;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
