package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderError;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.RecordCategory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether outcomes make an answer, a complete one, or none. */
final class AnswerJudge {

    private AnswerJudge() {}

    /**
     * Whether an answer is complete: every chosen provider that can serve the subject was asked and said what it has, all
     * of which could be read, and every category that was asked for is covered.
     */
    static boolean isComplete(SearchCommand command, SearchPlan plan, List<Part> parts) {
        return (command.categories().isEmpty() || plan.uncovered().isEmpty())
                && parts.stream().allMatch(AnswerJudge::saysAll);
    }

    private static boolean saysAll(Part part) {
        return switch (part.outcome().getState()) {
            case STATE_RECORDS_FOUND, STATE_NO_RECORDS -> part.unreadable().isEmpty();
            case STATE_NOT_COVERED -> true;
            default -> false;
        };
    }

    /** What can be said before anything is paid. */
    static Optional<SearchException> beforeAsking(SearchCommand command, SearchPlan plan) {
        if (plan.refusal().isPresent()) {
            return plan.refusal();
        }
        if (command.requireComplete()
                && !command.categories().isEmpty()
                && !plan.uncovered().isEmpty()) {
            StatusDetails details = new StatusDetails();
            details.metadata("categories", names(plan.uncovered()));
            return Optional.of(SearchFailures.failure(
                    Code.FAILED_PRECONDITION,
                    "CATEGORY_NOT_COVERED",
                    "A category that is asked for is covered by no chosen provider.",
                    details,
                    false));
        }
        List<ProviderOutcome> unasked = plan.unasked();
        if (plan.questions().isEmpty()) {
            return Optional.of(failure(
                    Code.FAILED_PRECONDITION,
                    "NO_PROVIDER_COULD_BE_ASKED",
                    "No chosen provider could be asked about this subject.",
                    unasked));
        }
        if (command.requireComplete()
                && unasked.stream().anyMatch(outcome -> outcome.getState() == State.STATE_SKIPPED)) {
            return Optional.of(failure(
                    Code.FAILED_PRECONDITION,
                    "ANSWER_INCOMPLETE",
                    "A complete answer is required, and a chosen provider could not be asked.",
                    unasked));
        }
        return Optional.empty();
    }

    /** What can be said when the outcomes are there. */
    static Optional<SearchException> afterAsking(SearchCommand command, SearchPlan plan, List<Part> parts) {
        List<ProviderOutcome> outcomes = Part.outcomes(parts);
        List<ProviderOutcome> asked = outcomes.stream()
                .filter(outcome ->
                        outcome.getState() != State.STATE_SKIPPED && outcome.getState() != State.STATE_NOT_COVERED)
                .toList();
        if (asked.isEmpty()) {
            return Optional.of(failure(
                    Code.RESOURCE_EXHAUSTED,
                    FailureKind.BUDGET_EXHAUSTED.reason(),
                    "Budgets are used up, and nothing that may be used again is stored.",
                    outcomes));
        }
        if (asked.stream().allMatch(outcome -> outcome.getState() == State.STATE_FAILED)) {
            return Optional.of(allFailed(asked));
        }
        if (command.requireComplete() && !isComplete(command, plan, parts)) {
            return Optional.of(failure(
                    Code.ABORTED,
                    "ANSWER_INCOMPLETE",
                    "A complete answer is required, and not every provider gave one.",
                    outcomes,
                    unreadable(parts)));
        }
        return Optional.empty();
    }

    private static SearchException allFailed(List<ProviderOutcome> failed) {
        Set<Code> codes = new TreeSet<>();
        Set<String> reasons = new TreeSet<>();
        failed.forEach(outcome -> {
            codes.add(outcome.getError().getCode());
            reasons.add(outcome.getError().getInfo().getReason());
        });
        return failure(
                codes.size() == 1 ? codes.iterator().next() : Code.ABORTED,
                reasons.size() == 1 ? reasons.iterator().next() : "PROVIDERS_FAILED",
                failed.size() == 1 ? "The provider failed." : "All providers failed.",
                failed);
    }

    /** The ledger did not take the lookup. Whatever was paid is stored, but a blind retry is not to bet on that. */
    static SearchException notWritten(List<ProviderOutcome> outcomes) {
        boolean mayBePaid = outcomes.stream()
                .anyMatch(outcome -> outcome.getSource() != AnswerSource.ANSWER_SOURCE_STORED && mayBeCharged(outcome));
        return SearchFailures.ledgerUnavailable("The search could not be written down.", mayBePaid);
    }

    private static List<RecordCategory> unreadable(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.unreadable().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static SearchException failure(Code code, String reason, String message, List<ProviderOutcome> outcomes) {
        return failure(code, reason, message, outcomes, List.of());
    }

    private static SearchException failure(
            Code code, String reason, String message, List<ProviderOutcome> outcomes, List<RecordCategory> unreadable) {
        StatusDetails details = new StatusDetails();
        if (!unreadable.isEmpty()) {
            details.metadata("unreadable_categories", names(unreadable));
        }
        for (ProviderOutcome outcome : outcomes) {
            ProviderError error = outcome.getError();
            details.metadata(name(outcome), outcome.getState().name() + detail(outcome));
            error.getBadRequest().getFieldViolationsList().forEach(details::violation);
            error.getQuota().getViolationsList().forEach(details::quota);
            if (error.hasRetry()) {
                details.retryAfter(error.getRetry());
            }
        }
        boolean chargeUncertain = outcomes.stream()
                .anyMatch(outcome -> mayBeCharged(outcome)
                        && (outcome.getState() == State.STATE_FAILED || outcome.getState() == State.STATE_PENDING));
        return SearchFailures.failure(code, reason, message, details, chargeUncertain);
    }

    private static String names(List<RecordCategory> categories) {
        return categories.stream().map(RecordCategory::name).collect(Collectors.joining(","));
    }

    /** A key of ErrorInfo's metadata has no slash. */
    private static String name(ProviderOutcome outcome) {
        return outcome.getOffering().isEmpty()
                ? outcome.getProvider()
                : outcome.getProvider() + "_" + outcome.getOffering();
    }

    private static String detail(ProviderOutcome outcome) {
        String reason = outcome.getError().getInfo().getReason();
        return reason.isEmpty() ? "" : " " + reason;
    }

    private static boolean mayBeCharged(ProviderOutcome outcome) {
        return outcome.getCharge() != Charge.CHARGE_NOT_CHARGED && outcome.getCharge() != Charge.CHARGE_UNSPECIFIED;
    }
}
