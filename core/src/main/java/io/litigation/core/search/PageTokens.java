package io.litigation.core.search;

import com.google.common.io.BaseEncoding;
import io.litigation.core.subject.Identities;
import io.litigation.core.subject.Violations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tokens that go out with a page and come back for the next one: a position behind its seal. They are good in every
 * process that has the same key.
 */
final class PageTokens {

    private static final int SEAL = 16;

    private final Identities identities;
    private final String domain;

    /**
     * Tokens of one kind.
     *
     * @param domain which kind: tokens of different kinds are never good for each other
     */
    PageTokens(Identities identities, String domain) {
        this.identities = identities;
        this.domain = domain;
    }

    /**
     * A token.
     *
     * @param bound what the next request must have in common with this one
     */
    String token(String position, List<String> bound) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(seal(position, bound), SEAL + text.length);
        System.arraycopy(text, 0, token, SEAL, text.length);
        return BaseEncoding.base64Url().omitPadding().encode(token);
    }

    /**
     * The position of a token.
     *
     * @throws SearchException PAGE_TOKEN_INVALID, unless it was given out, and for the same
     */
    String position(String token, List<String> bound) {
        byte[] bytes;
        try {
            bytes = BaseEncoding.base64Url().omitPadding().decode(token);
        } catch (IllegalArgumentException e) {
            throw invalid("Not a token of this service.");
        }
        // Several texts decode to the same bytes; only the one that was given out is taken.
        if (bytes.length <= SEAL
                || !BaseEncoding.base64Url().omitPadding().encode(bytes).equals(token)) {
            throw invalid("Not a token of this service.");
        }
        String position = new String(bytes, SEAL, bytes.length - SEAL, StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(seal(position, bound), Arrays.copyOf(bytes, SEAL))) {
            throw invalid("Not a token of this service, or of another request's.");
        }
        return position;
    }

    private byte[] seal(String position, List<String> bound) {
        List<String> texts = new ArrayList<>();
        texts.add(position);
        texts.addAll(bound);
        return identities.seal(domain, texts);
    }

    static SearchException invalid(String description) {
        Violations violations = new Violations();
        violations.add("page_token", "PAGE_TOKEN_INVALID", description);
        return SearchFailures.invalid("PAGE_TOKEN_INVALID", "The page token is not valid.", violations.toBadRequest());
    }
}
