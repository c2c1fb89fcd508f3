package io.litigation.core.merge;

import io.litigation.v1.CaseNumber;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cases of one matter.
 *
 * @param key of the oldest, which need not be among the nodes
 * @param nodes oldest first
 */
record CaseGroup(String key, List<CaseNode> nodes) {

    private static final Comparator<CaseNumber> OLDEST_FIRST = Comparator.comparingInt(CaseNumber::getYear)
            .thenComparing(CaseNumber::getStage)
            .thenComparing(CaseNumber::getCourtCode)
            .thenComparing(CaseNumber::getTypeCode)
            .thenComparing(CaseNumber::getSerial);

    CaseGroup {
        nodes = List.copyOf(nodes);
    }

    /** The matters: all that any link ties. */
    static List<CaseGroup> of(CaseNodes nodes, Collection<Link> links) {
        Bonds bonds = new Bonds();
        links.forEach(link -> bonds.tie(link.from(), link.to()));
        Map<String, List<String>> keys = new TreeMap<>();
        nodes.all()
                .forEach(node -> keys.computeIfAbsent(bonds.representative(node.key()), any -> new ArrayList<>())
                        .add(node.key()));
        links.forEach(link -> {
            if (nodes.find(link.to()).isEmpty()) {
                keys.getOrDefault(bonds.representative(link.to()), new ArrayList<>())
                        .add(link.to());
            }
        });
        return keys.values().stream().map(together -> of(nodes, together)).toList();
    }

    private static CaseGroup of(CaseNodes nodes, List<String> together) {
        List<String> sorted = together.stream()
                .distinct()
                .sorted(Comparator.comparing(nodes::number, OLDEST_FIRST).thenComparing(Comparator.naturalOrder()))
                .toList();
        return new CaseGroup(
                sorted.get(0),
                sorted.stream().flatMap(key -> nodes.find(key).stream()).toList());
    }
}
