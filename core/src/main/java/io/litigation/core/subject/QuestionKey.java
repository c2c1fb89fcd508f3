package io.litigation.core.subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Identity of a question: keyed hash of tenant, offering, account, address and exactly the subject fields that the offering
 * receives. Two spellings of one name are one question; so are two callers with different mobiles at a vendor that never
 * gets the mobile.
 *
 * @param hex 64 hexadecimal digits
 * @param others the same question's under the installation's other index keys. They say nothing more of it: keys are equal
 *     by {@code hex} alone
 */
public record QuestionKey(String hex, List<String> others) {
    public QuestionKey {
        others = List.copyOf(others);
    }

    /** A key that has no others. */
    public QuestionKey(String hex) {
        this(hex, List.of());
    }

    /** All that the question is known by, its own first. */
    public List<String> all() {
        List<String> all = new ArrayList<>(others.size() + 1);
        all.add(hex);
        all.addAll(others);
        return all;
    }

    /** What a map has of the question, whichever of its keys it stands under. */
    public <V> Optional<V> in(Map<QuestionKey, V> map) {
        return map.isEmpty()
                ? Optional.empty()
                : all().stream()
                        .map(key -> map.get(new QuestionKey(key)))
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuestionKey key && key.hex.equals(hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return "QuestionKey[" + hex + "]";
    }
}
