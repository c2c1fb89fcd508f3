package io.litigation.core.search;

import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import io.litigation.core.subject.Violations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a caller may have what it asks for: the purpose, the providers that it names, and the view. */
final class CallerPolicy {

    private CallerPolicy() {}

    /** The refusal of a search, with everything that is not allowed in it; empty if all is. */
    static Optional<SearchException> refusal(SearchCommand command, Caller caller) {
        Violations violations = new Violations();
        if (!caller.mayHave(command.purpose().getCode())) {
            violations.add("purpose.code", "PURPOSE_NOT_ALLOWED", notFor("purpose", caller.purposes()));
        }
        List<String> providers = command.providers();
        for (int i = 0; i < providers.size(); i++) {
            if (!caller.mayAsk(providers.get(i))) {
                violations.add("providers[" + i + "]", "PROVIDER_NOT_ALLOWED", notFor("provider", caller.providers()));
            }
        }
        if (!caller.maySee(command.view())) {
            violations.add("view", "VIEW_NOT_ALLOWED", notFor("view", caller.views()));
        }
        return violations.isEmpty() ? Optional.empty() : Optional.of(refusal(violations));
    }

    private static SearchException refusal(Violations violations) {
        List<FieldViolation> all = violations.toBadRequest().getFieldViolationsList();
        StatusDetails details = new StatusDetails();
        all.forEach(details::violation);
        return SearchFailures.failure(
                Code.PERMISSION_DENIED,
                all.get(0).getReason(),
                "The caller is not allowed: " + SearchFailures.fields(violations.toBadRequest()) + ".",
                details,
                false);
    }

    private static String notFor(String what, Collection<?> allowed) {
        return allowed.stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", ", "This caller may not have this " + what + ". It may have: ", "."));
    }
}
