package io.litigation.core.search;

import io.litigation.v1.Note;
import io.litigation.v1.ProviderOutcome;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The notes of an outcome, few enough for every page and for the summary of a stream. That something could not be read
 * matters more than what it was: long texts go first, and of each field and reason one note stays as long as it can.
 */
final class OutcomeNotes {

    static final int GREATEST = 16 << 10;

    private static final String OMITTED = "OMITTED_FOR_SIZE";
    /** For the notes that say what is left out. */
    private static final int ROOM_FOR_OMISSIONS = 1 << 10;
    /** A text below it is worth more than the place that it takes. */
    private static final int LONG = 256;

    private OutcomeNotes() {}

    /** The same notes, if there is room for them; else notes that say what is left out are the last ones. */
    static List<Note> fit(List<Note> notes) {
        if (size(notes) <= GREATEST) {
            return notes;
        }
        List<Note> shorter = new ArrayList<>(notes);
        int over = size(notes) - (GREATEST - ROOM_FOR_OMISSIONS);
        int texts = 0;
        int bytes = 0;
        for (int i : longestFirst(notes)) {
            int length = encoded(notes.get(i).getRaw());
            if (over <= 0 || length < LONG) {
                break;
            }
            shorter.set(i, notes.get(i).toBuilder().clearRaw().build());
            over -= length;
            texts++;
            bytes += length;
        }
        List<Note> kept = mostTelling(shorter);
        int missing = notes.size() - kept.size();
        if (texts > 0) {
            kept.add(omission("notes.raw", texts + " texts, " + bytes + " bytes"));
        }
        if (missing > 0) {
            kept.add(omission("notes", missing + " notes"));
        }
        return kept;
    }

    /** An outcome whose notes say no more than what they are about, and why: nothing of the vendor's texts. */
    static ProviderOutcome withoutTexts(ProviderOutcome outcome) {
        if (outcome.getNotesCount() == 0) {
            return outcome;
        }
        ProviderOutcome.Builder bare = outcome.toBuilder();
        bare.getNotesBuilderList().stream()
                .filter(note -> !note.getReason().equals(OMITTED))
                .forEach(Note.Builder::clearRaw);
        return bare.build();
    }

    private static List<Integer> longestFirst(List<Note> notes) {
        return IntStream.range(0, notes.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> -encoded(notes.get(i).getRaw())))
                .toList();
    }

    /** As many as there is room for, in their order; the first of its field and reason before one that is not. */
    private static List<Note> mostTelling(List<Note> notes) {
        Set<Note> kinds = new HashSet<>();
        List<Integer> first = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            boolean isNew = kinds.add(notes.get(i).toBuilder().clearRaw().build());
            (isNew ? first : others).add(i);
        }
        List<Integer> kept = new ArrayList<>();
        int left = GREATEST - ROOM_FOR_OMISSIONS;
        for (int i : Stream.of(first, others).flatMap(List::stream).toList()) {
            int size = framed(notes.get(i));
            if (size <= left) {
                kept.add(i);
                left -= size;
            }
        }
        return new ArrayList<>(kept.stream().sorted().map(notes::get).toList());
    }

    private static int size(List<Note> notes) {
        return notes.stream().mapToInt(OutcomeNotes::framed).sum();
    }

    private static int framed(Note note) {
        return note.getSerializedSize() + Integer.BYTES;
    }

    private static int encoded(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Note omission(String field, String what) {
        return Note.newBuilder().setField(field).setRaw(what).setReason(OMITTED).build();
    }
}
