package io.litigation.sandbox.command;

import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest.FieldViolation;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.ProviderError;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;

import java.util.List;
import java.util.stream.Collectors;

import static io.litigation.sandbox.command.Wording.labelled;
import static io.litigation.sandbox.command.Wording.list;
import static io.litigation.sandbox.command.Wording.money;
import static io.litigation.sandbox.command.Wording.name;

/** What became of each offering, and what is known of each category at each provider. */
final class OutcomeTables {

    private static final int DETAIL_WIDTH = 110;

    private OutcomeTables() {}

    static List<String> outcomes(List<ProviderOutcome> outcomes) {
        return new TextTable<ProviderOutcome>()
                .text("provider", 16, ProviderOutcome::getProvider)
                .text("offering", 30, ProviderOutcome::getOffering)
                .text("state", 16, outcome -> name(outcome.getState()))
                .number("records", OutcomeTables::recordCount)
                .text("charge", 16, outcome -> name(outcome.getCharge()))
                .text("source", 8, outcome -> name(outcome.getSource()))
                .number("took", OutcomeTables::took)
                .text("mark", 9, outcome -> outcome.getSimulated() ? "simulated" : "")
                .below(DETAIL_WIDTH, OutcomeTables::detail)
                .lines(outcomes);
    }

    /** One row for each category, one column for each provider. */
    static List<String> coverage(List<Coverage> coverage) {
        TextTable<RecordCategory> table = new TextTable<RecordCategory>().text("category", 23, Wording::name);
        coverage.stream()
                .map(Coverage::getProvider)
                .distinct()
                .forEach(provider -> table.text(provider, 16, category -> state(coverage, category, provider)));
        return table.lines(
                coverage.stream().map(Coverage::getCategory).distinct().sorted().toList());
    }

    private static String state(List<Coverage> coverage, RecordCategory category, String provider) {
        return coverage.stream()
                .filter(known ->
                        known.getCategory() == category && known.getProvider().equals(provider))
                .map(known -> name(known.getState()))
                .collect(Collectors.joining(", "));
    }

    /** Nothing where there is no answer: a zero would read as "nothing found". */
    private static String recordCount(ProviderOutcome outcome) {
        return switch (outcome.getState()) {
            case STATE_RECORDS_FOUND, STATE_NO_RECORDS, STATE_INDETERMINATE ->
                Integer.toString(outcome.getRecordCount());
            default -> "";
        };
    }

    private static String took(ProviderOutcome outcome) {
        return outcome.hasDuration() ? Durations.toMillis(outcome.getDuration()) + " ms" : "";
    }

    private static String detail(ProviderOutcome outcome) {
        return list(
                outcome.hasError() ? of(outcome.getError()) : "",
                labelled("vendor says", (outcome.getVendorCode() + " " + outcome.getVendorMessage()).strip()),
                labelled("reference", outcome.getVendorReference()),
                price(outcome));
    }

    /** Only where something was asked: what was not, costs nothing. */
    private static String price(ProviderOutcome outcome) {
        boolean asked = outcome.getCharge() != Charge.CHARGE_UNSPECIFIED;
        return asked && outcome.hasPrice() ? labelled("price", money(outcome.getPrice())) : "";
    }

    private static String of(ProviderError error) {
        String fields = error.getBadRequest().getFieldViolationsList().stream()
                .map(FieldViolation::getField)
                .collect(Collectors.joining(", "));
        return error.getCode() + " " + list(error.getInfo().getReason(), fields).replaceFirst(", ", ": ");
    }
}
