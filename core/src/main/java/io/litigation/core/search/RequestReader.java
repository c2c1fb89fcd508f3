package io.litigation.core.search;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import io.litigation.core.merge.LeftOut;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectReader;
import io.litigation.core.subject.Violations;
import io.litigation.v1.Purpose;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.StreamRecordsRequest;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads requests: every field, so that all mistakes are reported at once and before anything is asked. */
final class RequestReader {

    private static final int GREATEST_PAGE = 1_000;
    private static final int MOST_PROVIDERS = 32;
    private static final int MOST_CATEGORIES = 16;
    private static final int GREATEST_REFERENCE = 128;
    private static final int GREATEST_TOKEN = 512;
    static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final Set<String> knownProviders;
    private final boolean requirePurpose;
    private final Clock clock;
    private final Supplier<String> newRequestId;

    RequestReader(Set<String> knownProviders, boolean requirePurpose, Clock clock, Supplier<String> newRequestId) {
        this.knownProviders = Set.copyOf(knownProviders);
        this.requirePurpose = requirePurpose;
        this.clock = clock;
        this.newRequestId = newRequestId;
    }

    /** The fields that both kinds of search share, as a request of the unary kind. */
    static SearchRecordsRequest asUnary(StreamRecordsRequest request) {
        SearchRecordsRequest.Builder unary = SearchRecordsRequest.newBuilder()
                .addAllProviders(request.getProvidersList())
                .addAllCategoriesValue(request.getCategoriesValueList())
                .setRequestId(request.getRequestId())
                .setViewValue(request.getViewValue())
                .setRequireComplete(request.getRequireComplete())
                .setMinMatchValue(request.getMinMatchValue())
                .addAllExcludeRecordIds(request.getExcludeRecordIdsList());
        if (request.hasSubject()) {
            unary.setSubject(request.getSubject());
        }
        if (request.hasMaxAge()) {
            unary.setMaxAge(request.getMaxAge());
        }
        if (request.hasStaleIfError()) {
            unary.setStaleIfError(request.getStaleIfError());
        }
        if (request.hasPurpose()) {
            unary.setPurpose(request.getPurpose());
        }
        return unary.build();
    }

    /** What decides the cost of a search, as a request of the unary kind. */
    static SearchRecordsRequest asUnary(QuoteSearchRequest request) {
        SearchRecordsRequest.Builder unary = SearchRecordsRequest.newBuilder()
                .addAllProviders(request.getProvidersList())
                .addAllCategoriesValue(request.getCategoriesValueList())
                .setRequestId(request.getRequestId());
        if (request.hasSubject()) {
            unary.setSubject(request.getSubject());
        }
        if (request.hasMaxAge()) {
            unary.setMaxAge(request.getMaxAge());
        }
        if (request.hasPurpose()) {
            unary.setPurpose(request.getPurpose());
        }
        return unary.build();
    }

    /**
     * Reads a request.
     *
     * @param caller who makes it: its purposes, where it is bound to some, want one
     * @throws SearchException with every mistake
     */
    SearchCommand read(SearchRecordsRequest request, Caller caller) {
        Violations violations = new Violations();
        Optional<Subject> subject = new SubjectReader(violations).read(request.getSubject());
        providers(request.getProvidersList(), caller, violations);
        categories(request.getCategoriesList(), violations);
        Freshness freshness = freshness(request, violations);
        purpose(request.getPurpose(), requirePurpose || !caller.purposes().isEmpty(), violations);
        requestId(request.getRequestId(), violations);
        if (request.getView() == RecordView.UNRECOGNIZED) {
            violations.add("view", "VIEW_UNKNOWN", "Unknown view.");
        }
        LeftOut leftOut = UnwantedRecords.read(request, violations);
        if (request.getPageSize() < 0 || request.getPageSize() > GREATEST_PAGE) {
            violations.add("page_size", "PAGE_SIZE_INVALID", "Must be between 0 and " + GREATEST_PAGE + ".");
        }
        if (request.getPageToken().length() > GREATEST_TOKEN) {
            violations.add("page_token", "PAGE_TOKEN_INVALID", "Not a token of this service.");
        }
        if (!violations.isEmpty()) {
            throw SearchFailures.invalid(violations.toBadRequest());
        }
        return new SearchCommand(
                subject.orElseThrow(),
                request.getProvidersList(),
                request.getCategoriesList(),
                freshness,
                request.getPurpose(),
                request.getRequestId().isEmpty() ? newRequestId.get() : request.getRequestId(),
                !request.getRequestId().isEmpty(),
                request.getView(),
                request.getRequireComplete(),
                leftOut);
    }

    private void providers(List<String> providers, Caller caller, Violations violations) {
        if (providers.size() > MOST_PROVIDERS) {
            violations.add("providers", "TOO_MANY", "At most " + MOST_PROVIDERS + " providers can be named.");
            return;
        }
        Set<String> seen = new HashSet<>();
        // Told once: details have little room.
        String known = " There are: " + names(caller) + ".";
        for (int i = 0; i < providers.size(); i++) {
            String field = "providers[" + i + "]";
            if (!knownProviders.contains(providers.get(i))) {
                violations.add(field, "PROVIDER_UNKNOWN", "No such provider." + known);
                known = "";
            } else if (!seen.add(providers.get(i))) {
                violations.add(field, "REPEATED", "Named twice.");
            }
        }
    }

    /** Nobody hears of providers that are not for it. */
    private String names(Caller caller) {
        return knownProviders.stream()
                .filter(caller::mayAsk)
                .sorted()
                .limit(MOST_PROVIDERS)
                .collect(Collectors.joining(", "));
    }

    private static void categories(List<RecordCategory> categories, Violations violations) {
        if (categories.size() > MOST_CATEGORIES) {
            violations.add("categories", "TOO_MANY", "At most " + MOST_CATEGORIES + " categories can be named.");
            return;
        }
        Set<RecordCategory> seen = new HashSet<>();
        for (int i = 0; i < categories.size(); i++) {
            RecordCategory category = categories.get(i);
            String field = "categories[" + i + "]";
            if (category == RecordCategory.UNRECOGNIZED || category == RecordCategory.RECORD_CATEGORY_UNSPECIFIED) {
                violations.add(field, "CATEGORY_UNKNOWN", "Unknown category.");
            } else if (!seen.add(category)) {
                violations.add(field, "REPEATED", "Named twice.");
            }
        }
    }

    private static Freshness freshness(SearchRecordsRequest request, Violations violations) {
        Optional<java.time.Duration> maxAge = request.hasMaxAge()
                ? duration(request.getMaxAge(), "max_age", "MAX_AGE_INVALID", violations)
                : Optional.empty();
        Optional<java.time.Duration> stale =
                duration(request.getStaleIfError(), "stale_if_error", "STALE_IF_ERROR_INVALID", violations);
        return new Freshness(maxAge, stale.orElse(java.time.Duration.ZERO));
    }

    private static Optional<java.time.Duration> duration(
            Duration value, String field, String reason, Violations violations) {
        if (!Durations.isValid(value) || Durations.isNegative(value)) {
            violations.add(field, reason, "Must be a valid duration, not negative.");
            return Optional.empty();
        }
        return Optional.of(java.time.Duration.ofSeconds(value.getSeconds(), value.getNanos()));
    }

    private void purpose(Purpose purpose, boolean required, Violations violations) {
        if (purpose.getCode() == PurposeCode.UNRECOGNIZED) {
            violations.add("purpose.code", "PURPOSE_UNKNOWN", "Unknown purpose.");
        } else if (required && purpose.getCode() == PurposeCode.PURPOSE_CODE_UNSPECIFIED) {
            violations.add("purpose.code", "PURPOSE_REQUIRED", "Say why the subject is looked up.");
        }
        String reference = purpose.getAuthorizationReference();
        if (reference.codePointCount(0, reference.length()) > GREATEST_REFERENCE) {
            violations.add(
                    "purpose.authorization_reference",
                    "REFERENCE_TOO_LONG",
                    "At most " + GREATEST_REFERENCE + " characters: a reference, not the text.");
        }
        if (purpose.hasAuthorizationExpireTime()) {
            String field = "purpose.authorization_expire_time";
            if (!Timestamps.isValid(purpose.getAuthorizationExpireTime())) {
                violations.add(field, "TIME_INVALID", "Not a valid timestamp.");
            } else if (Timestamps.toMillis(purpose.getAuthorizationExpireTime()) <= clock.millis()) {
                violations.add(field, "AUTHORIZATION_EXPIRED", "The authorisation has expired.");
            }
        }
    }

    private static void requestId(String requestId, Violations violations) {
        if (!requestId.isEmpty() && !REQUEST_ID.matcher(requestId).matches()) {
            violations.add("request_id", "REQUEST_ID_INVALID", "1 to 64 of A-Z a-z 0-9 . _ : - are allowed.");
        }
    }
}
