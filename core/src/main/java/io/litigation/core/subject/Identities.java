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

    private final IndexKeys keys;

    public Identities(IndexKeys keys) {
        this.keys = keys;
    }

    public Identities(KeyedHash onlyKey) {
        this(IndexKeys.of(onlyKey));
    }

    /**
     * The identity of a question.
     *
     * @param tenant within which its answer is shared
     * @param simulated whether the vendor is: what it answers is never taken for a real one's, be the address the same
     * @param subject projected to the fields of the offering
     */
    public QuestionKey question(
            String tenant,
            String provider,
            String offering,
            VendorAccount account,
            boolean simulated,
            Subject subject) {
        List<String> texts = new ArrayList<>();
        texts.add(tenant);
        texts.add(provider);
        texts.add(offering);
        texts.add(account.address().toString());
        texts.add(account.credential().reveal());
        if (simulated) {
            texts.add("simulated");
        }
        addSubject(texts, subject);
        return new QuestionKey(
                hex(keys.current(), texts),
                keys.others().stream().map(key -> hex(key, texts)).toList());
    }

    private static String hex(KeyedHash key, List<String> texts) {
        return HexFormat.of().formatHex(key.of("question", texts));
    }

    /** The same text for the same subject, under the current key: what stands for it in logs. */
    public String subjectToken(Subject subject) {
        return subjectTokens(subject).get(0);
    }

    /** The subject's tokens under all keys, the current one's first. */
    public List<String> subjectTokens(Subject subject) {
        List<String> texts = new ArrayList<>();
        addSubject(texts, subject);
        return keys.all().map(key -> base32(key, "subject", texts)).toList();
    }

    /** The identifier of a record. It outlives rotations of the keys, since callers compare it with what they have. */
    public String record(String provider, List<String> identity) {
        List<String> texts = new ArrayList<>();
        texts.add(provider);
        texts.addAll(identity);
        return base32(keys.first(), "record", texts);
    }

    /** An identifier that nobody can guess. */
    public String unguessable(String nonce, long number) {
        return base32(keys.current(), "unguessable", List.of(nonce, Long.toString(number)));
    }

    /** Authenticates a text that goes out and comes back, such as a page token. */
    public byte[] seal(String domain, List<String> texts) {
        return seal(keys.current(), domain, texts);
    }

    /** The same under all keys, the current one's first: for what may have been written under another. */
    public List<byte[]> seals(String domain, List<String> texts) {
        return keys.all().map(key -> seal(key, domain, texts)).toList();
    }

    private static byte[] seal(KeyedHash key, String domain, List<String> texts) {
        return Arrays.copyOf(key.of(domain, texts), SHORT);
    }

    private static String base32(KeyedHash key, String domain, List<String> texts) {
        byte[] bytes = seal(key, domain, texts);
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
