package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.provider.testkit.Failures;
import io.litigation.v1.Charge;
import io.litigation.v1.Note;
import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Replies in plain JSON: what is accepted, and what is not. */
abstract class JsonGroup extends ContractGroup {

    /** Also within a text that is JSON itself. */
    private static final Pattern LAST_ROW = Pattern.compile("\\}(\\s|\\\\n)*]");

    JsonGroup(VendorContract suite) {
        super(suite);
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        assertThat(map(("\uFEFF" + records()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(map(records().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void gb18030IsReadAndNoted() {
        ProviderAnswer utf8 = map(records().getBytes(StandardCharsets.UTF_8));

        ProviderAnswer answer = map(records().getBytes(Charset.forName("GB18030")));

        assertThat(answer.records()).isEqualTo(utf8.records());
        assertThat(answer.notes()).extracting(Note::getReason).contains("CHARSET_NOT_UTF8");
        assertThat(utf8.notes()).extracting(Note::getReason).doesNotContain("CHARSET_NOT_UTF8");
    }

    /** A number in a list of rows is none, and nobody knows what it stands for. */
    @Test
    void aRowThatCannotBeReadIsNotedAndSaidByCategory() {
        String odd = LAST_ROW.matcher(records()).replaceAll("},7]");
        ProviderAnswer whole = map(records().getBytes(StandardCharsets.UTF_8));

        ProviderAnswer answer = map(odd.getBytes(StandardCharsets.UTF_8));

        assertThat(odd).isNotEqualTo(records());
        assertThat(whole.unreadable()).isEmpty();
        assertThat(answer.unreadable()).isNotEmpty();
        assertThat(answer.notes()).extracting(Note::getRaw).contains("7");
        assertThat(answer.records()).hasSameSizeAs(whole.records());
    }

    @Test
    void jsonThatBreaksOffIsMalformed() {
        assertMalformed(records().substring(0, records().length() / 2));
    }

    @Test
    void aKeyThatStandsTwiceIsMalformed() {
        assertMalformed("{\"twice\":1,\"twice\":1," + records().strip().substring(1));
    }

    @Test
    void textAfterTheJsonIsMalformed() {
        assertMalformed(records() + " {}");
    }

    @Test
    void nestingBeyondAHundredIsMalformed() {
        assertMalformed("{\"deep\":" + "[".repeat(101) + "]".repeat(101) + ","
                + records().strip().substring(1));
    }

    @Test
    void jsonWithoutACodeIsMalformed() {
        assertMalformed("{}");
        assertMalformed("[]");
        assertMalformed("null");
        assertMalformed("\"success\"");
    }

    private String records() {
        return question().records().toStringUtf8();
    }

    private ProviderAnswer map(byte[] body) {
        Provider provider = bench().provider();
        vendor().replies(200, "text/html; charset=ISO-8859-1", body);
        RawAnswer answer = Failures.none(bench().fetch(provider, question()));
        return provider.map(answer, Bench.projected(provider, question()));
    }

    private void assertMalformed(String body) {
        vendor().replies(200, "text/html", body.getBytes(StandardCharsets.UTF_8));

        ProviderException failure = bench().failure(bench().fetch(question()));

        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    }
}
