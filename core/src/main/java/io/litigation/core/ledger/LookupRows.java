package io.litigation.core.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest lookups, in memory. They are written on event loops, so nobody waits for anybody; while many write at once it
 * may keep a few more or less.
 */
final class LookupRows {

    private final int most;
    private final Queue<Row> rows = new ConcurrentLinkedQueue<>();
    /** Known without counting the queue. */
    private final AtomicInteger count = new AtomicInteger();

    private final AtomicLong numbers = new AtomicLong();

    LookupRows(int most) {
        this.most = most;
    }

    private record Row(long number, Lookup lookup) {

        boolean matches(LookupQuery query) {
            return lookup.tenant().equals(query.tenant())
                    && query.caller().map(lookup.caller()::equals).orElse(true)
                    && query.from().map(from -> !lookup.time().isBefore(from)).orElse(true)
                    && query.until().map(lookup.time()::isBefore).orElse(true)
                    && query.after().map(after -> number < after).orElse(true);
        }
    }

    void add(Lookup lookup) {
        rows.add(new Row(numbers.incrementAndGet(), lookup));
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            rows.poll();
        }
    }

    List<Lookup> oldestFirst() {
        return rows.stream().map(Row::lookup).toList();
    }

    /** One of a caller's, if it was answered. */
    Optional<Lookup> answered(String tenant, String caller, String lookupId) {
        return rows.stream()
                .map(Row::lookup)
                .filter(lookup -> lookup.lookupId().equals(lookupId) && lookup.isAnswerTo(tenant, caller))
                .findFirst();
    }

    LookupPage page(LookupQuery query) {
        List<Row> newest = new ArrayList<>(rows);
        newest.sort(Comparator.comparingLong(Row::number).reversed());
        List<Row> matching = newest.stream()
                .filter(row -> row.matches(query))
                .limit(query.size() + 1L)
                .toList();
        boolean more = matching.size() > query.size();
        List<Row> page = more ? matching.subList(0, query.size()) : matching;
        return new LookupPage(
                page.stream().map(Row::lookup).toList(),
                more ? Optional.of(page.get(page.size() - 1).number()) : Optional.empty());
    }
}
