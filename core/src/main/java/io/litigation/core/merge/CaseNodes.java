package io.litigation.core.merge;

import io.litigation.core.normalize.CaseKeys;
import io.litigation.v1.CaseBasis;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.LitigationRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sorts records into cases by what identifies those: one node for each case key, whatever the spelling and the vendor. Equal
 * serials join nothing.
 */
final class CaseNodes {

    private final Map<String, CaseNode> nodes = new TreeMap<>();
    /** Numbers of all cases that anything names, those without a record of their own among them. */
    private final Map<String, CaseNumber> numbers = new TreeMap<>();

    private final List<SourcedRecord> standalone = new ArrayList<>();

    /** Of records in the order of sources, each once. */
    static CaseNodes of(List<SourcedRecord> sources) {
        CaseNodes nodes = new CaseNodes();
        sources.forEach(nodes::add);
        return nodes;
    }

    Collection<CaseNode> all() {
        return nodes.values();
    }

    Optional<CaseNode> find(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /** The records that name no case by which they could be told. */
    List<SourcedRecord> standalone() {
        return List.copyOf(standalone);
    }

    /** Remembers the number of a case that a record only cites. */
    void cited(String key, CaseNumber number) {
        numbers.putIfAbsent(key, number);
    }

    /** Of all cases that anything names, by key. */
    Map<String, CaseNumber> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    CaseNumber number(String key) {
        return numbers.getOrDefault(key, CaseNumber.getDefaultInstance());
    }

    private void add(SourcedRecord source) {
        LitigationRecord record = source.record();
        Map<String, CaseNumber> keys = new LinkedHashMap<>();
        for (CaseNumber number : record.getCaseNumbersList()) {
            CaseKeys.of(number, record.getCourt().getName()).ifPresent(key -> keys.putIfAbsent(key, number));
        }
        if (keys.isEmpty()) {
            standalone.add(source);
        }
        keys.forEach((key, number) -> {
            cited(key, number);
            CaseNode node = nodes.computeIfAbsent(key, any -> new CaseNode(key, number));
            node.add(source);
            record.getBasesList().forEach(basis -> addBasis(node, basis, source));
        });
    }

    /** The basis's court is the one that issued it, never the enforcing one. */
    private void addBasis(CaseNode node, CaseBasis basis, SourcedRecord source) {
        CaseKeys.of(basis.getCaseNumber(), basis.getIssuingUnit())
                .filter(key -> !key.equals(node.key()))
                .ifPresent(key -> {
                    cited(key, basis.getCaseNumber());
                    node.restsOn(key, source);
                });
        if (basis.getCaseNumber().getKind() == CaseNumber.Kind.KIND_NON_COURT) {
            node.namesAward(basis);
            CaseKeys.ofAward(basis.getCaseNumber(), basis.getIssuingUnit())
                    .ifPresent(award -> node.restsOnAward(award, source));
        }
    }
}
