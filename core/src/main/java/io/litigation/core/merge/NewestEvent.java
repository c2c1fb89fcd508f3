package io.litigation.core.merge;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Matter;
import io.litigation.v1.TimelineEvent;
import io.litigation.v1.TimelineEvent.Kind;
import io.litigation.v1.VendorDate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The newest event that is not in the future. That a listing was over when its vendor was asked is no event of that day.
 *
 * @param recordIds of all that tell of that day
 */
record NewestEvent(VendorDate date, List<String> recordIds) {

    private record Dated(VendorDate date, List<String> recordIds) {}

    NewestEvent {
        recordIds = List.copyOf(recordIds);
    }

    /**
     * Of a picture.
     *
     * @param today as {@link RecordOrder#day}
     */
    static Optional<NewestEvent> of(Picture picture, int today) {
        List<Dated> happened = new ArrayList<>();
        for (Matter matter : picture.matters()) {
            for (TimelineEvent event : matter.getTimelineList()) {
                if (event.hasDate() && !event.getNotLaterThan()) {
                    happened.add(new Dated(event.getDate(), event.getRecordIdsList()));
                }
            }
        }
        picture.standalone().forEach(source -> happened.addAll(ofRecord(source)));
        happened.removeIf(dated -> dated.date().getDate().getYear() == 0 || RecordOrder.day(dated.date()) > today);
        return happened.stream()
                .map(Dated::date)
                .max(Comparator.comparingInt(RecordOrder::day)
                        .thenComparing(Dates::time)
                        .thenComparing(VendorDate::getRaw))
                .map(newest -> new NewestEvent(newest, onDay(happened, newest)));
    }

    private static List<Dated> ofRecord(SourcedRecord source) {
        LitigationRecord record = source.record();
        List<Dated> dated = new ArrayList<>();
        if (record.hasEventDate()) {
            dated.add(new Dated(record.getEventDate(), List.of(source.id())));
        }
        for (Occurrence occurrence : Occurrences.of(source, CaseNumber.getDefaultInstance())) {
            if (occurrence.kind() != Kind.KIND_DELISTED) {
                occurrence.date().ifPresent(date -> dated.add(new Dated(date, List.of(source.id()))));
            }
        }
        return dated;
    }

    private static List<String> onDay(List<Dated> happened, VendorDate newest) {
        return happened.stream()
                .filter(dated -> RecordOrder.day(dated.date()) == RecordOrder.day(newest))
                .flatMap(dated -> dated.recordIds().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
