package io.litigation.core.search;

import io.litigation.core.merge.RecordOrder;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What identifies the records of one answer. A vendor may give several the same identity: these are numbered, the oldest
 * first, and not by their rows, whose order no vendor promises.
 */
final class RecordIdentities {

    private RecordIdentities() {}

    /** Of each record, in their order; no two are equal. */
    static List<List<String>> of(List<MappedRecord> records) {
        Map<List<String>, Integer> seen = new HashMap<>();
        List<List<String>> identities =
                new ArrayList<>(records.stream().map(MappedRecord::identity).toList());
        if (identities.stream().distinct().count() == identities.size()) {
            return identities;
        }
        IntStream.range(0, records.size())
                .boxed()
                .sorted(Comparator.comparing(index -> records.get(index).record(), RecordOrder.OLDEST_FIRST))
                .forEach(index -> identities.set(
                        index, numbered(identities.get(index), seen.merge(identities.get(index), 1, Integer::sum))));
        return identities;
    }

    private static List<String> numbered(List<String> identity, int occurrence) {
        if (occurrence == 1) {
            return identity;
        }
        List<String> numbered = new ArrayList<>(identity);
        numbered.add("#" + occurrence);
        return numbered;
    }
}
