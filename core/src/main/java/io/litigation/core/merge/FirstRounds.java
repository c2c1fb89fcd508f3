package io.litigation.core.merge;

import io.litigation.v1.VendorDate;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The first rounds (执) of one debt at one court. Kept in the order of time, so that those before another round are found
 * without looking at the others: there may be thousands.
 */
final class FirstRounds {

    private static final int SEVERAL = 2;

    private final NavigableMap<Integer, List<CaseNode>> byDay = new TreeMap<>();
    private final NavigableMap<Integer, List<CaseNode>> undatedByYear = new TreeMap<>();
    private final NavigableMap<Integer, List<CaseNode>> allByYear = new TreeMap<>();

    void add(CaseNode round) {
        put(allByYear, round.number().getYear(), round);
        round.filed()
                .ifPresentOrElse(
                        day -> put(byDay, RecordOrder.day(day), round),
                        () -> put(undatedByYear, round.number().getYear(), round));
    }

    /**
     * Those that may have been before a round, also where nobody says which of them was: by the days of filing where both
     * are known, else by the years of the numbers. Two of them if there are more: of several it is none.
     */
    List<CaseNode> mayBeBefore(CaseNode round) {
        List<CaseNode> found = new ArrayList<>();
        int year = round.number().getYear();
        round.filed()
                .ifPresentOrElse(
                        day -> {
                            find(byDay, lastBefore(day), found);
                            find(undatedByYear, year, found);
                        },
                        () -> find(allByYear, year, found));
        return found;
    }

    /** A round is not filed on the day on which another one is that it goes on with. */
    private static int lastBefore(VendorDate day) {
        return Dates.isExact(day) ? RecordOrder.day(day) - 1 : Dates.last(day);
    }

    private static void put(NavigableMap<Integer, List<CaseNode>> rounds, int time, CaseNode round) {
        rounds.computeIfAbsent(time, any -> new ArrayList<>()).add(round);
    }

    private static void find(NavigableMap<Integer, List<CaseNode>> rounds, int last, List<CaseNode> found) {
        for (List<CaseNode> ofOneTime : rounds.headMap(last, true).values()) {
            for (CaseNode round : ofOneTime) {
                if (found.size() == SEVERAL) {
                    return;
                }
                found.add(round);
            }
        }
    }
}
