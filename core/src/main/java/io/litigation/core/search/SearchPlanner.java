package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.provider.Offering;
import io.litigation.core.provider.Offering.SubjectFields;
import io.litigation.core.search.SearchPlan.Item;
import io.litigation.core.subject.Identities;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.core.subject.Violations;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderError;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans a search: which offerings can serve the subject, are wanted and allowed; and why the others are left out. */
final class SearchPlanner {

    /** Every category that can be asked for. */
    static final List<RecordCategory> ALL_CATEGORIES = Arrays.stream(RecordCategory.values())
            .filter(category -> category != RecordCategory.RECORD_CATEGORY_UNSPECIFIED
                    && category != RecordCategory.RECORD_CATEGORY_OTHER
                    && category != RecordCategory.UNRECOGNIZED)
            .toList();

    private final Map<String, QuestionDesk> desks;
    private final List<DisabledProvider> disabled;
    private final Identities identities;

    /**
     * A planner.
     *
     * @param desks by name of the provider, in the configured order
     */
    SearchPlanner(Map<String, QuestionDesk> desks, List<DisabledProvider> disabled, Identities identities) {
        this.desks = desks;
        this.disabled = List.copyOf(disabled);
        this.identities = identities;
    }

    SearchPlan plan(SearchCommand command, Caller caller) {
        Optional<SearchException> refusal = CallerPolicy.refusal(command, caller);
        if (refusal.isPresent()) {
            return SearchPlan.refused(refusal.get());
        }
        List<Item> items = new ArrayList<>();
        desks.forEach((name, desk) -> {
            if (command.providers().isEmpty()
                    ? caller.mayAsk(name)
                    : command.providers().contains(name)) {
                desk.provider().offerings().forEach(offering -> items.add(item(command, caller, desk, offering)));
            }
        });
        disabled.stream()
                .filter(provider -> command.providers().contains(provider.name()))
                .map(SearchPlanner::disabled)
                .forEach(items::add);
        Set<RecordCategory> covered = EnumSet.noneOf(RecordCategory.class);
        items.forEach(item -> covered.addAll(item.covers()));
        List<RecordCategory> wanted = command.categories().isEmpty() ? ALL_CATEGORIES : command.categories();
        return new SearchPlan(
                items,
                wanted.stream().filter(category -> !covered.contains(category)).toList(),
                Optional.empty());
    }

    private Item item(SearchCommand command, Caller caller, QuestionDesk desk, Offering offering) {
        Subject subject = command.subject();
        SubjectFields fields = offering.subjects().get(subject.kind());
        if (fields == null) {
            return Item.leaveOut(outcome(desk, offering, ProviderOutcome.State.STATE_NOT_COVERED), Set.of());
        }
        Set<RecordCategory> covers = offering.categories();
        if (!command.categories().isEmpty() && Collections.disjoint(command.categories(), covers)) {
            return Item.leaveOut(outcome(desk, offering, ProviderOutcome.State.STATE_NOT_COVERED), covers);
        }
        List<SubjectField> missing = fields.required().stream()
                .filter(field -> subject.field(field).isEmpty())
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return Item.leaveOut(
                    outcome(desk, offering, ProviderOutcome.State.STATE_SKIPPED).toBuilder()
                            .setError(fieldRequired(missing, subject.kind()))
                            .build(),
                    covers);
        }
        Subject projected = subject.project(declared(fields));
        return Item.ask(
                new Question(
                        desk,
                        offering,
                        projected,
                        subject,
                        command.purpose().getCode(),
                        identities.question(
                                caller.tenant(),
                                desk.provider().name(),
                                offering.name(),
                                desk.provider().account(),
                                desk.simulated(),
                                projected)),
                covers);
    }

    private static Set<SubjectField> declared(SubjectFields fields) {
        Set<SubjectField> declared = EnumSet.noneOf(SubjectField.class);
        declared.addAll(fields.required());
        declared.addAll(fields.optional());
        return declared;
    }

    private static ProviderOutcome outcome(QuestionDesk desk, Offering offering, ProviderOutcome.State state) {
        return ProviderOutcome.newBuilder()
                .setProvider(desk.provider().name())
                .setOffering(offering.name())
                .setState(state)
                .setCharge(Charge.CHARGE_UNSPECIFIED)
                .setPrice(offering.price())
                .setSimulated(desk.simulated())
                .build();
    }

    private static ProviderError fieldRequired(List<SubjectField> missing, SubjectKind kind) {
        Violations violations = new Violations();
        missing.forEach(field ->
                violations.add(field.path(kind), "FIELD_REQUIRED", "This provider cannot be asked without it."));
        return ProviderError.newBuilder()
                .setCode(Code.FAILED_PRECONDITION)
                .setInfo(SearchFailures.errorInfo("FIELD_REQUIRED"))
                .setBadRequest(violations.toBadRequest())
                .build();
    }

    private static Item disabled(DisabledProvider provider) {
        return Item.leaveOut(
                ProviderOutcome.newBuilder()
                        .setProvider(provider.name())
                        .setState(ProviderOutcome.State.STATE_SKIPPED)
                        .setError(ProviderError.newBuilder()
                                .setCode(Code.FAILED_PRECONDITION)
                                .setInfo(SearchFailures.errorInfo("PROVIDER_DISABLED")))
                        .build(),
                Set.of());
    }
}
