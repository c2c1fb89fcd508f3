package io.litigation.core.search;

import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a search will ask, and what it will not.
 *
 * @param items one per offering of each chosen provider, in the configured order
 * @param uncovered categories (those asked for, else all) that no chosen provider has for this kind of subject
 * @param refusal why nothing of it is done: the caller may not have it. There is nothing to ask then, not even for a
 *     reader of the plan who does not look here
 */
record SearchPlan(List<Item> items, List<RecordCategory> uncovered, Optional<SearchException> refusal) {

    SearchPlan {
        items = List.copyOf(items);
        uncovered = List.copyOf(uncovered);
    }

    static SearchPlan refused(SearchException refusal) {
        return new SearchPlan(List.of(), List.of(), Optional.of(refusal));
    }

    List<Question> questions() {
        return items.stream().flatMap(item -> item.question().stream()).toList();
    }

    List<ProviderOutcome> unasked() {
        return items.stream().flatMap(item -> item.unasked().stream()).toList();
    }

    /**
     * One offering: a question, or the outcome that says why it is not asked.
     *
     * @param covers categories that it has for this kind of subject
     */
    record Item(
            String provider,
            Set<RecordCategory> covers,
            Optional<Question> question,
            Optional<ProviderOutcome> unasked) {

        String offering() {
            return question.map(asked -> asked.offering().name())
                    .or(() -> unasked.map(ProviderOutcome::getOffering))
                    .orElseThrow();
        }

        static Item ask(Question question, Set<RecordCategory> covers) {
            return new Item(question.provider(), covers, Optional.of(question), Optional.empty());
        }

        static Item leaveOut(ProviderOutcome outcome, Set<RecordCategory> covers) {
            return new Item(outcome.getProvider(), covers, Optional.empty(), Optional.of(outcome));
        }
    }
}
