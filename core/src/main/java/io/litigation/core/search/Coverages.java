package io.litigation.core.search;

import io.litigation.v1.Coverage;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known by category and provider. "Nothing found" is said only where every offering was asked and said so. */
final class Coverages {

    /** What beats what, where a provider has a category in several offerings. */
    private static final List<Coverage.State> STRENGTH = List.of(
            Coverage.State.STATE_HIT,
            Coverage.State.STATE_INDETERMINATE,
            Coverage.State.STATE_FAILED,
            Coverage.State.STATE_PENDING,
            Coverage.State.STATE_SKIPPED,
            Coverage.State.STATE_SEARCHED_EMPTY,
            Coverage.State.STATE_NOT_COVERED);

    private Coverages() {}

    static List<Coverage> of(List<Part> parts, List<RecordCategory> wanted) {
        List<RecordCategory> categories = wanted.isEmpty() ? SearchPlanner.ALL_CATEGORIES : wanted;
        Map<String, List<Known>> providers = new LinkedHashMap<>();
        parts.forEach(part -> providers
                .computeIfAbsent(part.outcome().getProvider(), any -> new ArrayList<>())
                .add(Known.of(part)));
        List<Coverage> coverage = new ArrayList<>();
        for (RecordCategory category : categories) {
            providers.forEach((provider, known) -> coverage.add(Coverage.newBuilder()
                    .setCategory(category)
                    .setProvider(provider)
                    .setState(state(known, category))
                    .build()));
        }
        return coverage;
    }

    /** A part, and the categories of its records. */
    private record Known(Part part, Set<RecordCategory> hits) {

        static Known of(Part part) {
            Set<RecordCategory> hits = EnumSet.noneOf(RecordCategory.class);
            part.answer().ifPresent(answer -> answer.basic().forEach(record -> hits.add(record.getCategory())));
            return new Known(part, hits);
        }
    }

    private static Coverage.State state(List<Known> parts, RecordCategory category) {
        return parts.stream()
                .map(known ->
                        known.hits().contains(category) ? Coverage.State.STATE_HIT : withoutHit(known.part(), category))
                .min(Comparator.comparingInt(STRENGTH::indexOf))
                .orElse(Coverage.State.STATE_NOT_COVERED);
    }

    private static Coverage.State withoutHit(Part part, RecordCategory category) {
        if (part.unreadable().contains(category)) {
            return Coverage.State.STATE_INDETERMINATE;
        }
        if (!part.covers().contains(category)) {
            return Coverage.State.STATE_NOT_COVERED;
        }
        ProviderOutcome.State state = part.outcome().getState();
        return switch (state) {
            case STATE_RECORDS_FOUND, STATE_NO_RECORDS -> Coverage.State.STATE_SEARCHED_EMPTY;
            case STATE_INDETERMINATE -> Coverage.State.STATE_INDETERMINATE;
            case STATE_SKIPPED -> Coverage.State.STATE_SKIPPED;
            case STATE_PENDING -> Coverage.State.STATE_PENDING;
            case STATE_FAILED -> Coverage.State.STATE_FAILED;
            case STATE_NOT_COVERED -> Coverage.State.STATE_NOT_COVERED;
            case STATE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalStateException("an outcome without a state");
        };
    }
}
