package io.litigation.core.search;

import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an answer can't tell, in words for people. */
final class CoverageGaps {

    private CoverageGaps() {}

    static List<String> of(SearchPlan plan, List<Part> parts) {
        List<String> gaps = new ArrayList<>();
        plan.uncovered().forEach(category -> gaps.add("No chosen provider covers " + words(category) + "."));
        for (Part part : parts) {
            ProviderOutcome outcome = part.outcome();
            String who = outcome.getProvider();
            String why = outcome.getError().getInfo().getReason();
            switch (outcome.getState()) {
                case STATE_INDETERMINATE ->
                    gaps.add(who
                            + (part.unreadable().isEmpty()
                                    ? " reports records that it does not publish"
                                    : " shows no record that can be read")
                            + ": this is not \"nothing found\".");
                case STATE_NOT_COVERED -> gaps.add(who + " has nothing of this kind for such a subject.");
                case STATE_SKIPPED -> gaps.add(who + " was not asked (" + why + ").");
                case STATE_PENDING -> gaps.add(who + " had not answered in time; ask again later.");
                case STATE_FAILED -> gaps.add(who + " could not be asked or failed (" + why + ").");
                case STATE_RECORDS_FOUND, STATE_NO_RECORDS, STATE_UNSPECIFIED, UNRECOGNIZED -> {}
            }
            part.unreadable().stream()
                    .sorted()
                    .forEach(category -> gaps.add("Of " + words(category) + ", " + who
                            + " sent something that cannot be read: there may be more records than are shown."));
        }
        return gaps;
    }

    private static String words(RecordCategory category) {
        return switch (category) {
            case RECORD_CATEGORY_CONSUMPTION_RESTRICTION -> "orders restricting consumption (限制消费, 限高)";
            case RECORD_CATEGORY_BANKRUPTCY -> "bankruptcy (破产)";
            case RECORD_CATEGORY_OTHER -> "a category that is not known";
            default ->
                category.name()
                        .substring("RECORD_CATEGORY_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ');
        };
    }
}
