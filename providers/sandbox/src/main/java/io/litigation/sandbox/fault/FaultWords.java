package io.litigation.sandbox.fault;

import io.litigation.sandbox.wire.Delivery.Ending;
import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The magic words. A name may hold several, anywhere:
 * {@code [信数|赛邮]故障<kind>[<n>次]}, for example {@code 信数故障停滞赛邮故障502两次申屠砚舟}.
 */
public final class FaultWords {

    private static final int DEFAULT_MIB = 8;
    private static final long MIB = 1L << 20;
    private static final String NUMERALS = "一二三四五六七八九十";

    private static final Pattern WORD = Pattern.compile("(?<vendor>信数|赛邮)?故障(?:"
            + "延迟(?<delay>\\d{1,6})"
            + "|码(?<code>\\d{4}|\\d{2})"
            + "|(?<status>[345]\\d{2})(?<now>立即重试)?"
            + "|巨大(?<mib>\\d{1,4})?"
            + "|(?<kind>重置|停滞|中途停滞|截断|畸形|网页|类型|GBK|BOM)"
            + ")(?:(?<times>[" + NUMERALS + "两])次)?");

    private FaultWords() {}

    /**
     * The faults that a name asks of one vendor, in their order.
     *
     * @param name the subject's name as it came
     * @param vendorWord the vendor's own word, 信数 or 赛邮; a fault without a vendor's word is for all
     * @param path where the call went
     */
    public static List<TimedFault> in(String name, String vendorWord, String path) {
        List<TimedFault> faults = new ArrayList<>();
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            @Nullable String vendor = word.group("vendor");
            if (vendor == null || vendor.equals(vendorWord)) {
                faults.add(new TimedFault(fault(word, vendor != null, path), word.group(), times(word)));
            }
        }
        return faults;
    }

    /** The name without its magic words; may be empty. */
    public static String without(String name) {
        return WORD.matcher(name).replaceAll("").strip();
    }

    private static Fault fault(Matcher word, boolean forced, String path) {
        if (word.group("delay") != null) {
            return new Fault.Delay(Duration.ofMillis(Long.parseLong(word.group("delay"))));
        }
        if (word.group("code") != null) {
            return new Fault.Code(word.group("code"), forced);
        }
        if (word.group("status") != null) {
            return new Fault.Status(Integer.parseInt(word.group("status")), path, word.group("now") != null);
        }
        @Nullable String kind = word.group("kind");
        if (kind == null) {
            @Nullable String mib = word.group("mib");
            return new Fault.Huge(MIB * (mib == null ? DEFAULT_MIB : Integer.parseInt(mib)));
        }
        return switch (kind) {
            case "重置" -> new Fault.Broken(Ending.RESET);
            case "停滞" -> new Fault.Broken(Ending.STALL);
            case "中途停滞" -> new Fault.Broken(Ending.STALL_HALFWAY);
            case "截断" -> new Fault.Broken(Ending.TRUNCATE);
            case "畸形" -> new Fault.Malformed();
            case "网页" -> new Fault.Page();
            case "类型" -> new Fault.DeclaredAsHtml();
            case "GBK" -> new Fault.Encoded(Charset.forName("GB18030"));
            case "BOM" -> new Fault.ByteOrderMark();
            default -> throw new IllegalStateException("a word of the pattern without a fault");
        };
    }

    private static int times(Matcher word) {
        @Nullable String times = word.group("times");
        if (times == null) {
            return TimedFault.ALWAYS;
        }
        return times.equals("两") ? 2 : NUMERALS.indexOf(times) + 1;
    }
}
