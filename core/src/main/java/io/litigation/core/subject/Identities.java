package io.litigation.core.subject;

import com.google.common.io.BaseEncoding;
import io.litigation.core.normalize.Names;
import io.litigation.core.provider.VendorAccount;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Names of things by keyed hash: questions, subjects, records. */
public final class Identities {

    /** 16 bytes: collisions are out of the question, and 26 characters of base32 are short enough to read out. */
    private static final int SHORT = 16;

    private final KeyedHash hash;

    public Identities(KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * The identity of a question.
     *
     * @param tenant within which its answer is shared
     * @param subject projected to the fields of the offering
     */
    public QuestionKey question(
            String tenant, String provider, String offering, VendorAccount account, Subject subject) {
        List<String> texts = new ArrayList<>();
        texts.add(tenant);
        texts.add(provider);
        texts.add(offering);
        texts.add(account.address().toString());
        texts.add(account.credential().reveal());
        addSubject(texts, subject);
        return new QuestionKey(HexFormat.of().formatHex(hash.of("question", texts)));
    }

    /** The same text for the same subject: what stands for it in logs. */
    public String subjectToken(Subject subject) {
        List<String> texts = new ArrayList<>();
        addSubject(texts, subject);
        return base32("subject", texts);
    }

    /** The identifier of a record. */
    public String record(String provider, List<String> identity) {
        List<String> texts = new ArrayList<>();
        texts.add(provider);
        texts.addAll(identity);
        return base32("record", texts);
    }

    /** An identifier that nobody can guess. */
    public String unguessable(String nonce, long number) {
        return base32("unguessable", List.of(nonce, Long.toString(number)));
    }

    /** Authenticates a text that goes out and comes back, such as a page token. */
    public byte[] seal(String domain, List<String> texts) {
        return Arrays.copyOf(hash.of(domain, texts), SHORT);
    }

    private String base32(String domain, List<String> texts) {
        byte[] bytes = Arrays.copyOf(hash.of(domain, texts), SHORT);
        return BaseEncoding.base32().omitPadding().encode(bytes).toLowerCase(Locale.ROOT);
    }

    private static void addSubject(List<String> texts, Subject subject) {
        texts.add(subject.kind().name());
        for (SubjectField field : SubjectField.values()) {
            String value = subject.field(field).orElse("");
            texts.add(field == SubjectField.NAME ? Names.matchKey(value) : value);
        }
    }
}
