package io.litigation.core.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.litigation.core.merge.LeftOut;
import io.litigation.core.merge.Picture;
import io.litigation.core.merge.Pictures;
import io.litigation.core.merge.SourcedRecord;
import io.litigation.core.merge.Summaries;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.LitigationSummary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures of answers that were merged lately, so that the same answers are not merged twice, and none on an event loop.
 * Bounded by weight.
 */
final class KnownPictures {

    private static final int OVERHEAD = 1024;
    /** What a record adds to its case file and to the matter, about. */
    private static final int OF_A_RECORD = 1024;

    private final Cache<Id, Known> pictures;

    KnownPictures(long greatestWeight) {
        pictures = Caffeine.newBuilder()
                .maximumWeight(greatestWeight)
                .weigher(KnownPictures::weight)
                .executor(Runnable::run)
                .build();
    }

    /** With the answers that it is of: as long as it is kept, so are they. */
    private static int weight(Id id, Known known) {
        long answers = id.answers.stream().mapToLong(Answer::held).sum();
        long picture = (long) OF_A_RECORD * known.picture().records().size();
        return (int) Math.min(Integer.MAX_VALUE, OVERHEAD + answers + picture);
    }

    /**
     * A picture, and what is the same of its summary at any time.
     */
    record Known(Picture picture, LitigationSummary summary) {}

    /** Answers by what they are, not by what they hold: that would take as long as merging. */
    private static final class Id {

        private final List<Answer> answers;
        private final LeftOut leftOut;

        Id(List<Answer> answers, LeftOut leftOut) {
            this.answers = answers;
            this.leftOut = leftOut;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            if (!(other instanceof Id id) || !leftOut.equals(id.leftOut) || answers.size() != id.answers.size()) {
                return false;
            }
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i) != id.answers.get(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = leftOut.hashCode();
            for (Answer answer : answers) {
                hash = 31 * hash + System.identityHashCode(answer);
            }
            return hash;
        }
    }

    /** Whether nothing has to be merged: the picture is there, or there are no records. */
    boolean has(List<Part> parts, LeftOut leftOut) {
        boolean empty = parts.stream()
                .flatMap(part -> part.answer().stream())
                .allMatch(answer -> answer.records().isEmpty());
        return empty || pictures.getIfPresent(id(parts, leftOut)) != null;
    }

    Known of(List<Part> parts, LeftOut leftOut) {
        return pictures.get(id(parts, leftOut), any -> merge(parts, leftOut));
    }

    private static Id id(List<Part> parts, LeftOut leftOut) {
        return new Id(parts.stream().flatMap(part -> part.answer().stream()).toList(), leftOut);
    }

    private static Known merge(List<Part> parts, LeftOut leftOut) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<SourcedRecord> wanted = new ArrayList<>();
        List<LitigationRecord> all = new ArrayList<>();
        for (Part part : parts) {
            int place = places.computeIfAbsent(part.outcome().getProvider(), any -> places.size());
            part.answer()
                    .ifPresent(answer -> answer.records().forEach(record -> {
                        all.add(record);
                        if (leftOut.reason(record).isEmpty()) {
                            wanted.add(new SourcedRecord(
                                    record, place, answer.raw().receiveTime()));
                        }
                    }));
        }
        Picture picture = Pictures.of(wanted);
        return new Known(picture, Summaries.of(all, picture, leftOut));
    }
}
