package io.litigation.sandbox.xinshu;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** {@code MD5(私钥+当前日期)}, the date as yyyyMMdd in Beijing; section 2.3 of the document. */
final class XinshuSignature {

    private static final DateTimeFormatter BEIJING_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private final String privateKey;

    XinshuSignature(String privateKey) {
        this.privateKey = privateKey;
    }

    /** The signature of a moment, in lower case. */
    String at(Instant moment) {
        String signed = privateKey + BEIJING_DATE.format(moment);
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** The document does not tell upper case from lower. */
    boolean matches(String sign, Instant moment) {
        return at(moment).equalsIgnoreCase(sign);
    }
}
