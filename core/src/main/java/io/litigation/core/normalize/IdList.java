package io.litigation.core.normalize;

import java.util.List;
import java.util.regex.Pattern;

/** A record's identifier that may be several, one for each party that it lists. */
final class IdList {

    private static final Pattern SEPARATOR = Pattern.compile("[,，;；、]");

    private IdList() {}

    /**
     * Compares each of them: the subject's may be any. Only if every one is another's, the record contradicts.
     */
    static IdMask.Comparison compare(SubjectIdentity identity, String raw) {
        List<IdMask.Comparison> all = SEPARATOR
                .splitAsStream(raw)
                .filter(one -> !one.isBlank())
                .map(identity::compare)
                .toList();
        return all.stream()
                .filter(IdMask.Equal.class::isInstance)
                .findFirst()
                .or(() ->
                        all.stream().filter(IdMask.Consistent.class::isInstance).findFirst())
                .orElseGet(() -> !all.isEmpty() && all.stream().allMatch(IdMask.Contradicting.class::isInstance)
                        ? new IdMask.Contradicting()
                        : new IdMask.NotComparable());
    }
}
