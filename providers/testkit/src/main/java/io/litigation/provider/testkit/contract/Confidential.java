package io.litigation.provider.testkit.contract;

import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must never be told: secrets, personal data, signatures, and what a vendor wrote. Each in the spellings in which it
 * travels, and under a name by which a failed test can speak of it.
 */
final class Confidential {

    /** A shorter part of a reply may be a word that anybody uses. */
    private static final int LENGTH_OF_A_QUOTE = 24;

    /** Nothing but space, or part of one long word such as a reference, which is kept and shown. */
    private static final Pattern NO_QUOTE = Pattern.compile("[\\s\\p{Punct}]*[A-Za-z0-9+/=_-]*[\\s\\p{Punct}]*");

    /** A shorter part of a signature is a timestamp. */
    private static final int LENGTH_OF_A_SIGNATURE = 16;

    private final Map<String, String> texts = new LinkedHashMap<>();

    static Confidential of(VendorContract suite) {
        Confidential confidential = new Confidential();
        suite.secrets().forEach(secret -> confidential.add("a secret", secret));
        suite.personal().forEach(text -> confidential.add("personal data of a reply", text));
        for (VendorQuestion question : suite.questions()) {
            confidential.subject(question.subject());
            confidential.reply(question.records().toStringUtf8());
            confidential.reply(suite.opened(question.records()).toStringUtf8());
            confidential.reply(question.none().toStringUtf8());
        }
        return confidential;
    }

    /** What was made to sign these requests, too. */
    Confidential and(Collection<SentQuestion> sent) {
        sent.stream()
                .flatMap(question -> question.signature().values().stream())
                .filter(text -> text.length() >= LENGTH_OF_A_SIGNATURE)
                .forEach(text -> add("a signature", text));
        return this;
    }

    /**
     * Fails if anything of it stands in a text; the failure does not repeat it.
     *
     * @param what what the text is
     */
    void assertAbsentFrom(String what, String text) {
        String found = texts.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .collect(Collectors.joining(" and "));
        if (!found.isEmpty()) {
            throw new AssertionError(what + " tells " + found);
        }
    }

    /** All of it in one text. */
    String all() {
        return String.join(" ", texts.keySet());
    }

    private void subject(Subject subject) {
        for (SubjectField field : SubjectField.values()) {
            subject.field(field).ifPresent(value -> add("the subject's " + field, value));
        }
    }

    private void reply(String text) {
        for (int from = 0; from + LENGTH_OF_A_QUOTE <= text.length(); from += LENGTH_OF_A_QUOTE) {
            String quote = text.substring(from, from + LENGTH_OF_A_QUOTE);
            if (!NO_QUOTE.matcher(quote).matches()) {
                add("what the vendor wrote", quote);
            }
        }
    }

    private void add(String what, String text) {
        texts.put(text, what);
        texts.putIfAbsent(URLEncoder.encode(text, StandardCharsets.UTF_8), what);
        texts.putIfAbsent(escaped(text), what);
    }

    /** As JSON has it in ASCII. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return escaped.toString();
    }
}
