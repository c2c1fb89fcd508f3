package io.litigation.core.merge;

import io.litigation.core.normalize.VendorDates;
import io.litigation.v1.CaseLink;
import io.litigation.v1.VendorDate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which round (执) a resumed one (执恢) goes on with: the only one that rests on the same, is of the same court and debtor,
 * and was filed before. Whatever leaves a second one possible leaves the round without a link.
 */
final class Resumptions {

    /** What two rounds have in common. */
    private record Debt(String ground, String debtor) {}

    private final Map<Debt, List<CaseNode>> firstRounds = new HashMap<>();

    private Resumptions(CaseNodes nodes) {
        nodes.all().stream()
                .filter(CaseNode::isFirstRound)
                .forEach(node -> debts(node)
                        .forEach(debt -> firstRounds
                                .computeIfAbsent(debt, any -> new ArrayList<>())
                                .add(node)));
    }

    static List<Link> of(CaseNodes nodes) {
        Resumptions resumptions = new Resumptions(nodes);
        return nodes.all().stream()
                .filter(CaseNode::isResumedRound)
                .flatMap(node -> resumptions.link(node).stream())
                .toList();
    }

    private Optional<Link> link(CaseNode resumed) {
        Set<CaseNode> possible = new LinkedHashSet<>();
        for (Debt debt : debts(resumed)) {
            for (CaseNode candidate : firstRounds.getOrDefault(debt, List.of())) {
                if (candidate.isOfSameCourt(resumed) && mayBeBefore(candidate, resumed)) {
                    possible.add(candidate);
                }
                if (possible.size() > 1) {
                    return Optional.empty();
                }
            }
        }
        return possible.stream()
                .filter(only -> isBefore(only, resumed))
                .findFirst()
                .map(only -> new Link(CaseLink.Kind.KIND_RESUMES, resumed.key(), only.key(), saying(resumed, only)));
    }

    private static List<Debt> debts(CaseNode node) {
        List<Debt> debts = new ArrayList<>();
        for (String ground : node.grounds()) {
            node.debtors().forEach(debtor -> debts.add(new Debt(ground, debtor)));
        }
        return debts;
    }

    private static boolean isBefore(CaseNode one, CaseNode other) {
        return compare(one, other) < 0;
    }

    /** Also where nobody says which of them was before. */
    private static boolean mayBeBefore(CaseNode one, CaseNode other) {
        return compare(one, other) <= 0;
    }

    /** By the days of filing, as far as they are known, else by the years of the numbers; 0 if they do not tell. */
    private static int compare(CaseNode one, CaseNode other) {
        Optional<VendorDate> first = one.filed();
        Optional<VendorDate> second = other.filed();
        if (first.isPresent() && second.isPresent()) {
            return VendorDates.agree(first.get(), second.get())
                    ? sameDay(first.get(), second.get())
                    : day(first, second);
        }
        return Integer.compare(one.number().getYear(), other.number().getYear());
    }

    /** A round is not filed on the day on which another one is that it goes on with. */
    private static int sameDay(VendorDate one, VendorDate other) {
        boolean exact = Dates.isExact(one) && Dates.isExact(other);
        return exact ? 1 : 0;
    }

    private static int day(Optional<VendorDate> first, Optional<VendorDate> second) {
        return Integer.compare(RecordOrder.day(first.orElseThrow()), RecordOrder.day(second.orElseThrow()));
    }

    private static Set<String> saying(CaseNode resumed, CaseNode first) {
        Set<String> common = resumed.grounds();
        common.retainAll(first.grounds());
        Set<String> ids = new TreeSet<>();
        for (CaseNode node : List.of(resumed, first)) {
            common.forEach(ground -> ids.addAll(node.saying(ground)));
        }
        return ids;
    }
}
