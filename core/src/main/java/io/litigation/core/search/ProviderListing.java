package io.litigation.core.search;

import io.litigation.core.provider.Offering;
import io.litigation.core.subject.SubjectField;
import io.litigation.core.subject.Violations;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.ListProvidersResponse;
import io.litigation.v1.Provider;
import io.litigation.v1.SubjectKind;
import io.litigation.v1.SubjectRequirement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Lists the providers by name. A page token is the name of the last provider of the page before. */
final class ProviderListing implements ProviderCatalogue {

    private static final int GREATEST_PAGE = 100;
    private static final int DEFAULT_PAGE = 50;

    private final Map<String, Supplier<Provider>> providers = new TreeMap<>();

    ProviderListing(Collection<QuestionDesk> desks, List<DisabledProvider> disabled) {
        desks.forEach(desk -> providers.put(desk.provider().name(), () -> describe(desk)));
        disabled.forEach(provider -> providers.put(provider.name(), () -> describe(provider)));
    }

    @Override
    public ListProvidersResponse listProviders(ListProvidersRequest request, Caller caller) {
        Violations violations = new Violations();
        if (request.getPageSize() < 0 || request.getPageSize() > GREATEST_PAGE) {
            violations.add("page_size", "PAGE_SIZE_INVALID", "Must be between 0 and " + GREATEST_PAGE + ".");
        }
        String after = request.getPageToken();
        if (!after.isEmpty() && !(providers.containsKey(after) && caller.mayAsk(after))) {
            violations.add("page_token", "PAGE_TOKEN_INVALID", "Not a token of this service.");
        }
        if (!violations.isEmpty()) {
            throw SearchFailures.invalid(violations.toBadRequest());
        }
        int size = request.getPageSize() == 0 ? DEFAULT_PAGE : request.getPageSize();
        List<Map.Entry<String, Supplier<Provider>>> rest = providers.entrySet().stream()
                .filter(entry -> caller.mayAsk(entry.getKey()))
                .filter(entry -> entry.getKey().compareTo(after) > 0)
                .toList();
        ListProvidersResponse.Builder page = ListProvidersResponse.newBuilder();
        rest.stream()
                .limit(size)
                .forEach(entry -> page.addProviders(entry.getValue().get()));
        if (rest.size() > size) {
            page.setNextPageToken(rest.get(size - 1).getKey());
        }
        return page.build();
    }

    private static Provider describe(QuestionDesk desk) {
        Provider.Builder provider = Provider.newBuilder()
                .setName(desk.provider().name())
                .setDisplayName(desk.provider().displayName())
                .setHealth(desk.breaker().health())
                .setBreakerState(desk.breaker().state())
                .setSimulated(desk.simulated());
        desk.provider().offerings().forEach(offering -> provider.addOfferings(describe(offering)));
        return provider.build();
    }

    private static Provider describe(DisabledProvider disabled) {
        return Provider.newBuilder()
                .setName(disabled.name())
                .setDisplayName(disabled.displayName())
                .setHealth(Provider.Health.HEALTH_DISABLED)
                .build();
    }

    private static io.litigation.v1.Offering describe(Offering offering) {
        io.litigation.v1.Offering.Builder description = io.litigation.v1.Offering.newBuilder()
                .setName(offering.name())
                .addAllCategories(offering.categories().stream().sorted().toList())
                .setPrice(offering.price());
        new TreeMap<>(offering.subjects())
                .forEach((kind, fields) -> description.addSubjects(SubjectRequirement.newBuilder()
                        .setKind(kind)
                        .addAllRequiredFields(paths(fields.required(), kind))
                        .addAllOptionalFields(paths(fields.optional(), kind))));
        return description.build();
    }

    private static List<String> paths(Set<SubjectField> fields, SubjectKind kind) {
        return fields.stream().sorted().map(field -> field.path(kind)).toList();
    }
}
