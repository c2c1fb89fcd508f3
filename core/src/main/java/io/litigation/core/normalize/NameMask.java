package io.litigation.core.normalize;

import io.litigation.v1.SubjectKind;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names compared, of which the record's may be masked (张某某, 张*, 李XX), and masked for signals. */
final class NameMask {

    /** What came of comparing two names, the best first. */
    enum Comparison {
        EQUAL,
        /** The record's is masked, and what is visible of it agrees. */
        COMPATIBLE,
        DIFFERENT,
        /** There is no name, or nothing of it is visible. */
        ABSENT
    }

    private static final String HIDDEN = "*";
    private static final Pattern HIDDEN_ONES = Pattern.compile("[*]+");
    private static final Pattern HIDING = Pattern.compile("[*×某#?●○■□]");
    /** By which courts tell masked persons apart: 张某甲, 张某1. No part of the name. */
    private static final Pattern LABEL = Pattern.compile("(?<=某)[甲乙丙丁戊己庚辛壬癸0-9A-Z]$");
    /** 张三丰(曾用名:张君宝), 甲有限公司(原名称乙有限公司). */
    private static final Pattern FORMER = Pattern.compile("\\((?:曾用名|原名|又名|别名|化名)称?:?");
    /** X hides a character where it is the only Latin letter beside hanzi. */
    private static final Pattern HANZI_AND_X = Pattern.compile("(?=.*\\p{IsHan})(?:[^\\p{IsLatin}0-9]|X)*");

    private NameMask() {}

    /** Compares the subject's name with a record's, which may list several: the one that fits best counts. */
    static Comparison compare(String subjectName, String recordName) {
        String subject = Names.matchKey(subjectName);
        return Stream.concat(Stream.of(recordName), Names.split(recordName).stream())
                .map(Names::matchKey)
                .flatMap(NameMask::withFormer)
                .map(name -> compareKeys(subject, name))
                .min(Comparator.naturalOrder())
                .orElse(Comparison.ABSENT);
    }

    /** A name for a signal: of a person the first character is visible, of an organisation's long one both ends. */
    static String mask(String name, SubjectKind kind) {
        String key = Names.matchKey(name);
        if (Silence.is(key)) {
            return "";
        }
        int[] characters = key.codePoints().toArray();
        boolean both = kind == SubjectKind.SUBJECT_KIND_ORGANIZATION && characters.length >= 8;
        int first = characters.length < 2 ? 0 : both ? 2 : 1;
        int last = both ? 4 : 0;
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            if (i < first || i >= characters.length - last) {
                masked.appendCodePoint(characters[i]);
            } else {
                masked.append(HIDDEN);
            }
        }
        return masked.toString();
    }

    /** A name, and where it is followed by a former or other one in brackets, both of them. */
    private static Stream<String> withFormer(String key) {
        Matcher former = FORMER.matcher(key);
        return key.endsWith(")") && former.find() && former.start() > 0
                ? Stream.of(key, key.substring(0, former.start()), key.substring(former.end(), key.length() - 1))
                : Stream.of(key);
    }

    private static Comparison compareKeys(String subject, String record) {
        if (Silence.is(record)) {
            return Comparison.ABSENT;
        }
        if (record.equals(subject)) {
            return Comparison.EQUAL;
        }
        String masked = hide(record);
        if (!masked.contains(HIDDEN)) {
            return Comparison.DIFFERENT;
        }
        if (masked.replace(HIDDEN, "").isEmpty()) {
            return Comparison.ABSENT;
        }
        return agree(subject, masked) ? Comparison.COMPATIBLE : Comparison.DIFFERENT;
    }

    private static String hide(String key) {
        String masked = HIDING.matcher(LABEL.matcher(key).replaceFirst("")).replaceAll(HIDDEN);
        return HANZI_AND_X.matcher(masked).matches() ? masked.replace("X", HIDDEN) : masked;
    }

    // Of the same length by position; else in order, since 某某 may stand for any number of characters.
    private static boolean agree(String subject, String masked) {
        int[] full = subject.codePoints().toArray();
        int[] visible = masked.codePoints().toArray();
        return full.length == visible.length ? agreeByPosition(full, visible) : agreeInOrder(subject, masked);
    }

    private static boolean agreeByPosition(int[] full, int[] visible) {
        return IntStream.range(0, full.length).allMatch(i -> visible[i] == HIDDEN.charAt(0) || visible[i] == full[i]);
    }

    private static boolean agreeInOrder(String subject, String masked) {
        String head = masked.substring(0, masked.indexOf(HIDDEN));
        String tail = masked.substring(masked.lastIndexOf(HIDDEN) + 1);
        int end = subject.length() - tail.length();
        if (!subject.startsWith(head) || !subject.endsWith(tail)) {
            return false;
        }
        int from = head.length();
        for (String visible : HIDDEN_ONES.split(masked.substring(head.length(), masked.length() - tail.length()), -1)) {
            int at = subject.indexOf(visible, from);
            from = at + visible.length();
            if (at < 0 || from > end) {
                return false;
            }
        }
        return true;
    }
}
