package io.litigation.provider.http;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplyTextTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void readsUtf8AndTakesTheByteOrderMarkOff() throws JsonUnreadableException {
        ReplyText text = ReplyText.of(ByteString.copyFrom("\uFEFF{\"测试\":1}", StandardCharsets.UTF_8));

        assertThat(text.text()).isEqualTo("{\"测试\":1}");
        assertThat(text.isUtf8()).isTrue();
    }

    @Test
    void readsGb18030WhereTheBytesAreNotUtf8() throws JsonUnreadableException {
        ReplyText text = ReplyText.of(ByteString.copyFrom("{\"name\":\"测试𠮷\"}", GB18030));

        assertThat(text.text()).isEqualTo("{\"name\":\"测试𠮷\"}");
        assertThat(text.isUtf8()).isFalse();
        assertThat(text.charset()).isEqualTo(GB18030);
    }

    @Test
    void refusesBytesThatAreNeither() {
        assertThatThrownBy(() -> ReplyText.of(ByteString.fromHex("ffff"))).isInstanceOf(JsonUnreadableException.class);
    }

    @Test
    void showsNothingOfTheText() throws JsonUnreadableException {
        assertThat(ReplyText.of(ByteString.copyFrom("秘密", StandardCharsets.UTF_8))
                        .toString())
                .doesNotContain("秘密");
    }
}
