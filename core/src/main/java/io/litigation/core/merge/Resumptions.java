package io.litigation.core.merge;

import io.litigation.core.normalize.VendorDates;
import io.litigation.v1.CaseLink;
import io.litigation.v1.VendorDate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which round (执) a resumed one (执恢) goes on with: the only one that rests on the same, is of the same court and debtor,
 * and was filed before. Whatever leaves a second one possible leaves the round without a link.
 */
final class Resumptions {

    /** What two rounds have in common. */
    private record Debt(String ground, String debtor, String court) {}

    private final Map<Debt, FirstRounds> firstRounds = new HashMap<>();

    private Resumptions(CaseNodes nodes) {
        nodes.all().stream()
                .filter(CaseNode::isFirstRound)
                .forEach(node -> debts(node, node.foundByCourts())
                        .forEach(debt -> firstRounds
                                .computeIfAbsent(debt, any -> new FirstRounds())
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
        List<CaseNode> possible = debts(resumed, resumed.soughtCourts())
                .flatMap(debt -> Optional.ofNullable(firstRounds.get(debt)).stream())
                .flatMap(rounds -> rounds.mayBeBefore(resumed).stream())
                .distinct()
                .toList();
        return possible.size() == 1
                ? Optional.of(possible.get(0))
                        .filter(only -> isBefore(only, resumed))
                        .map(only ->
                                new Link(CaseLink.Kind.KIND_RESUMES, resumed.key(), only.key(), saying(resumed, only)))
                : Optional.empty();
    }

    private static Stream<Debt> debts(CaseNode node, Set<String> courts) {
        return node.grounds().stream()
                .flatMap(ground -> node.debtors().stream()
                        .flatMap(debtor -> courts.stream().map(court -> new Debt(ground, debtor, court))));
    }

    /** Of one that may be before another: whether it surely is. */
    private static boolean isBefore(CaseNode one, CaseNode other) {
        Optional<VendorDate> first = one.filed();
        Optional<VendorDate> second = other.filed();
        return (first.isPresent() && second.isPresent())
                ? !VendorDates.agree(first.get(), second.get())
                : one.number().getYear() < other.number().getYear();
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
