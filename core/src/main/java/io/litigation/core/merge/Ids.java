package io.litigation.core.merge;

import java.util.Collection;
import java.util.List;

/** Identifiers of records, and names of providers, each once. */
final class Ids {

    private Ids() {}

    /** In the order of identifiers. */
    static List<String> of(Collection<SourcedRecord> sources) {
        return sources.stream().map(SourcedRecord::id).distinct().sorted().toList();
    }

    /** In the configured order. */
    static List<String> providers(Collection<SourcedRecord> sources) {
        return sources.stream()
                .sorted(SourcedRecord.ORDER)
                .map(SourcedRecord::provider)
                .distinct()
                .toList();
    }
}
