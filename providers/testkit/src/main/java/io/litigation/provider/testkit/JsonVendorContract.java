package io.litigation.provider.testkit;

import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.Note;
import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** What every vendor that answers in plain JSON keeps to besides. */
public abstract class JsonVendorContract extends VendorContract {

    /** The text of a reply with records. */
    protected abstract String recordsText();

    @Override
    protected final byte[] records() {
        return recordsText().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        assertThat(map(("\uFEFF" + recordsText()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(map(records()));
    }

    @Test
    void readsGb18030AndNotesIt() {
        ProviderAnswer utf8 = map(records());

        ProviderAnswer answer = map(recordsText().getBytes(Charset.forName("GB18030")));

        assertThat(answer.records()).isEqualTo(utf8.records());
        assertThat(answer.notes()).extracting(Note::getReason).contains("CHARSET_NOT_UTF8");
        assertThat(utf8.notes()).extracting(Note::getReason).doesNotContain("CHARSET_NOT_UTF8");
    }

    @Test
    void jsonThatBreaksOffIsMalformed() {
        assertMalformed(recordsText().substring(0, recordsText().length() / 2));
    }

    @Test
    void aKeyThatStandsTwiceIsMalformed() {
        assertMalformed("{\"twice\":1,\"twice\":1," + recordsText().strip().substring(1));
    }

    @Test
    void textAfterTheJsonIsMalformed() {
        assertMalformed(recordsText() + " {}");
    }

    @Test
    void nestingBeyondAHundredIsMalformed() {
        assertMalformed("{\"deep\":" + "[".repeat(101) + "]".repeat(101) + ","
                + recordsText().strip().substring(1));
    }

    @Test
    void jsonWithoutACodeIsMalformed() {
        assertMalformed("{}");
        assertMalformed("[]");
        assertMalformed("null");
        assertMalformed("\"success\"");
    }

    private ProviderAnswer map(byte[] body) {
        vendor().replies(200, "text/html; charset=ISO-8859-1", body);
        RawAnswer answer = Failures.none(fetch());
        return provider().map(answer, request().subject());
    }
}
