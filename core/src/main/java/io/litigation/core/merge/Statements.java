package io.litigation.core.merge;

import com.google.common.collect.Lists;
import io.litigation.core.normalize.VendorDates;
import io.litigation.v1.Conflict;
import io.litigation.v1.ConflictValue;
import io.litigation.v1.VendorDate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that records say of one field of a case. Values that are the same are one value with several sources; one of them is
 * shown, and none is lost.
 */
final class Statements<T> {

    private static final Comparator<Statement<?>> MORE_EXACT_FIRST = Comparator.<Statement<?>>comparingInt(
                    statement -> -((VendorDate) statement.value()).getPrecisionValue())
            .thenComparing(Statement.BEST_FIRST);

    private final Function<T, String> key;
    private final Function<T, String> text;
    private final List<Statement<T>> all = new ArrayList<>();

    /**
     * Of a field.
     *
     * @param text tells values apart, and shows them
     */
    Statements(Function<T, String> text) {
        this(text, text);
    }

    /**
     * Of a field of which the same has several spellings.
     *
     * @param key tells values apart
     * @param text shows them
     */
    Statements(Function<T, String> key, Function<T, String> text) {
        this.key = key;
        this.text = text;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void add(T value, Optional<VendorDate> asOf, SourcedRecord source) {
        all.add(new Statement<>(value, asOf, source));
    }

    List<Statement<T>> all() {
        all.sort(Statement.BEST_FIRST);
        return List.copyOf(all);
    }

    /** The statement that is shown; empty if nobody says anything. */
    Optional<Statement<T>> shown() {
        return all.stream().min(Statement.BEST_FIRST);
    }

    /** All records that say what is shown. */
    List<SourcedRecord> shownBy() {
        return all.isEmpty()
                ? List.of()
                : values().get(0).stream().map(Statement::source).toList();
    }

    /** The values, if there is more than one: the shown one first. */
    Optional<Conflict> conflict(String field, String party) {
        if (all.size() < 2) {
            return Optional.empty();
        }
        List<List<Statement<T>>> values = values();
        if (values.size() < 2) {
            return Optional.empty();
        }
        Conflict.Builder conflict = Conflict.newBuilder().setField(field).setParty(party);
        for (List<Statement<T>> value : values) {
            conflict.addValues(value(value));
        }
        conflict.getValuesBuilder(0)
                .setReason(reason(values.get(0).get(0), values.get(1).get(0)));
        return Optional.of(conflict.build());
    }

    /** Statements of the same value together; the best of each first, and the best value first. */
    List<List<Statement<T>>> values() {
        Map<String, List<Statement<T>>> values = new LinkedHashMap<>();
        for (Statement<T> statement : all()) {
            values.computeIfAbsent(key.apply(statement.value()), any -> new ArrayList<>())
                    .add(statement);
        }
        List<List<Statement<T>>> agreeing = new ArrayList<>();
        List<List<Statement<T>>> inexact = new ArrayList<>();
        for (List<Statement<T>> value : values.values()) {
            boolean exact = !(value.get(0).value() instanceof VendorDate date) || Dates.isExact(date);
            // Two exact dates never agree, and there may be many.
            if (!joined(exact ? inexact : agreeing, value)) {
                agreeing.add(value);
                if (!exact) {
                    inexact.add(value);
                }
            }
        }
        return agreeing;
    }

    /** A date that is less exact than another with which it agrees says nothing else. */
    private static <T> boolean joined(List<List<Statement<T>>> values, List<Statement<T>> value) {
        if (!(value.get(0).value() instanceof VendorDate date)) {
            return false;
        }
        for (List<Statement<T>> other : values) {
            if (VendorDates.agree(date, (VendorDate) other.get(0).value())) {
                other.addAll(value);
                other.sort(MORE_EXACT_FIRST);
                return true;
            }
        }
        return false;
    }

    private ConflictValue value(List<Statement<T>> same) {
        ConflictValue.Builder value = ConflictValue.newBuilder()
                .setValue(text.apply(same.get(0).value()))
                .addAllRecordIds(Ids.of(Lists.transform(same, Statement::source)))
                .addAllProviders(Ids.providers(Lists.transform(same, Statement::source)));
        same.stream()
                .flatMap(statement -> statement.asOf().stream())
                .max(Dates.EARLIEST_FIRST)
                .ifPresent(value::setAsOfDate);
        return value.build();
    }

    private static String reason(Statement<?> shown, Statement<?> next) {
        int day = shown.asOf().map(RecordOrder::day).orElse(0);
        if (day > next.asOf().map(RecordOrder::day).orElse(0)) {
            return "It speaks of the newest date, " + Dates.text(shown.asOf().orElseThrow()) + ".";
        }
        if (shown.source().place() < next.source().place()) {
            return "No date tells which is newer; " + shown.source().provider()
                    + " stands first in the configured order.";
        }
        return shown.source().fetchTime().isAfter(next.source().fetchTime())
                ? "It was fetched last from " + shown.source().provider() + "."
                : "Nothing tells which is newer.";
    }
}
