package io.litigation.provider.xinshu;

import io.litigation.core.provider.Secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Signs by section 2.3 of the document: the MD5 of private key and date (yyyyMMdd) in Beijing, in hex. A signature that
 * was made before midnight in Beijing and arrives after it is rejected, so one is made for every attempt.
 */
final class XinshuSigner {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Secret privateKey;

    XinshuSigner(Secret privateKey) {
        this.privateKey = privateKey;
    }

    Signature sign(Instant now) {
        LocalDate date = beijingDate(now);
        String signed = privateKey.reveal() + date.format(DateTimeFormatter.BASIC_ISO_DATE);
        return new Signature(md5(signed), date);
    }

    private static LocalDate beijingDate(Instant instant) {
        return LocalDate.ofInstant(instant, BEIJING);
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    /**
     * A signature and the day that it is good for.
     *
     * @param hex 32 hexadecimal digits in lower case
     * @param date the date in Beijing
     */
    record Signature(String hex, LocalDate date) {

        /** True if midnight in Beijing has passed since the signature was made. */
        boolean isOutOfDateAt(Instant instant) {
            return !date.equals(beijingDate(instant));
        }

        @Override
        public String toString() {
            return "Signature[" + date + "]";
        }
    }
}
