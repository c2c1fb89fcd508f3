package io.litigation.core.merge;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.TimelineEvent;
import io.litigation.v1.TimelineEvent.Kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What happened in a case: what several records tell of the same party and day is one event. What tells less (a month only,
 * no date at all) is added to the one event that it can be, if there is exactly one, and else stands for itself.
 */
final class Timelines {

    /** Oldest first; what has no date last. */
    static final Comparator<TimelineEvent> OLDEST_FIRST = Comparator.comparing(
                    (TimelineEvent event) -> event.hasDate() ? 0 : 1)
            .thenComparing(TimelineEvent::getDate, Dates.EARLIEST_FIRST)
            .thenComparing(TimelineEvent::getKind)
            .thenComparing(TimelineEvent::getCaseKey)
            .thenComparing(TimelineEvent::getParty)
            .thenComparing(TimelineEvent::getDetail)
            .thenComparing(event -> String.join(" ", event.getRecordIdsList()));

    private final Map<Occurrence.Group, NavigableMap<Integer, List<Happening>>> events = new LinkedHashMap<>();

    private Timelines() {}

    static List<TimelineEvent> of(CaseNode node) {
        List<Occurrence> all = new ArrayList<>();
        for (SourcedRecord source : node.sources()) {
            all.addAll(Occurrences.of(source, number(source, node)));
        }
        all.sort(Comparator.comparingInt(Occurrence::vagueness).thenComparing(Occurrence::source, SourcedRecord.ORDER));
        Timelines timelines = new Timelines();
        all.forEach(timelines::add);
        return timelines.events.values().stream()
                .flatMap(days -> days.values().stream())
                .flatMap(Collection::stream)
                .map(event -> event.message(node.key()))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static CaseNumber number(SourcedRecord source, CaseNode node) {
        return source.record().getCaseNumbersList().stream()
                .filter(number -> number.getCanonical().equals(node.number().getCanonical()))
                .findFirst()
                .orElse(node.number());
    }

    private void add(Occurrence occurrence) {
        NavigableMap<Integer, List<Happening>> days =
                events.computeIfAbsent(occurrence.group(), any -> new TreeMap<>());
        List<Happening> possible = possible(days, occurrence);
        if (possible.size() == 1) {
            possible.get(0).add(occurrence);
        } else {
            days.computeIfAbsent(day(occurrence), any -> new ArrayList<>()).add(new Happening(occurrence));
        }
    }

    /** The events that it may be, as far as two of them. */
    private static List<Happening> possible(NavigableMap<Integer, List<Happening>> days, Occurrence occurrence) {
        List<Happening> possible = new ArrayList<>();
        for (List<Happening> onDay : near(days, occurrence).values()) {
            for (Happening event : onDay) {
                if (event.mayBe(occurrence)) {
                    possible.add(event);
                }
                if (possible.size() > 1) {
                    return possible;
                }
            }
        }
        return possible;
    }

    /** Those of the same day, or within the month or year that it names, or all if it names none. */
    private static NavigableMap<Integer, List<Happening>> near(
            NavigableMap<Integer, List<Happening>> days, Occurrence occurrence) {
        if (occurrence.date().isEmpty() || occurrence.kind() == Kind.KIND_DELISTED) {
            return days;
        }
        int day = day(occurrence);
        if (Dates.isExact(occurrence.date().get())) {
            return days.subMap(day, true, day, true);
        }
        int last = day % 10_000 == 0 ? day + 9_999 : day + 99;
        return days.subMap(day, true, last, true);
    }

    private static int day(Occurrence occurrence) {
        return occurrence.date().map(RecordOrder::day).orElse(0);
    }
}
