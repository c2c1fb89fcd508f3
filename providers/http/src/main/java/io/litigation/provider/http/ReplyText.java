package io.litigation.provider.http;

import com.google.protobuf.ByteString;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a reply: UTF-8, strictly; GB18030 only where the bytes are not UTF-8. What the reply's headers say of its
 * charset does not matter. A byte order mark is taken off.
 *
 * @param charset in which the bytes were read
 */
public record ReplyText(String text, Charset charset) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Reads bytes as text.
     *
     * @throws JsonUnreadableException if they are text in neither charset
     */
    public static ReplyText of(ByteString bytes) throws JsonUnreadableException {
        try {
            return strict(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                return strict(bytes, GB18030);
            } catch (CharacterCodingException neither) {
                throw new JsonUnreadableException("neither UTF-8 nor GB18030");
            }
        }
    }

    /** False if it is worth a note. */
    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    private static ReplyText strict(ByteString bytes, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes.asReadOnlyByteBuffer())
                .toString();
        return new ReplyText(text.startsWith("\uFEFF") ? text.substring(1) : text, charset);
    }

    @Override
    public String toString() {
        return "ReplyText[" + charset + ", characters=" + text.length() + "]";
    }
}
