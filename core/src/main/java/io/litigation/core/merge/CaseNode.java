package io.litigation.core.merge;

import com.google.common.base.Suppliers;
import io.litigation.core.normalize.CaseKeys;
import io.litigation.v1.CaseBasis;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.Party;
import io.litigation.v1.ProcedureStage;
import io.litigation.v1.VendorDate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A case, and the records that tell of it. */
final class CaseNode {

    private static final String FIRST_ROUND = "执";
    private static final Set<String> RESUMED_ROUNDS = Set.of("执恢", "恢执");
    /** (2014)浦恢执1号: before 2016 the word may stand where the court does. */
    private static final String RESUMED = "恢";

    private final String key;
    private final CaseNumber number;
    private final List<SourcedRecord> sources = new ArrayList<>();
    private final Map<String, Set<String>> bases = new TreeMap<>();
    private final Map<String, Set<String>> awards = new TreeMap<>();
    private final Map<String, CaseBasis> namedAwards = new TreeMap<>();
    private final Set<String> courts = new TreeSet<>();
    private final Set<String> debtors = new TreeSet<>();
    private final Supplier<Optional<VendorDate>> filed;

    CaseNode(String key, CaseNumber number) {
        this.key = key;
        this.number = number;
        filed = Suppliers.memoize(() -> CaseDates.filed(sources).shown().map(Statement::value));
    }

    /** Adds a record; in the order of sources. */
    void add(SourcedRecord source) {
        sources.add(source);
        String court = CaseKeys.court(source.record().getCourt().getName());
        if (!court.isEmpty()) {
            courts.add(court);
        }
        if (Enforcements.isOne(source.record())) {
            for (Party debtor : Debtors.of(source.record())) {
                debtors.add(Debtors.key(debtor));
            }
        }
    }

    /** A record says that the case rests on another one. */
    void restsOn(String basis, SourcedRecord source) {
        bases.computeIfAbsent(basis, any -> new TreeSet<>()).add(source.id());
    }

    /** A record says that the case rests on an award or a deed that can be told from others. */
    void restsOnAward(String award, SourcedRecord source) {
        awards.computeIfAbsent(award, any -> new TreeSet<>()).add(source.id());
    }

    /** A record names an award or a deed, perhaps without who gave it. */
    void namesAward(CaseBasis basis) {
        String name = CaseKeys.ofAward(basis.getCaseNumber(), basis.getIssuingUnit())
                .orElseGet(() -> basis.getCaseNumber().getRaw());
        namedAwards.putIfAbsent(name, basis);
    }

    String key() {
        return key;
    }

    CaseNumber number() {
        return number;
    }

    ProcedureStage stage() {
        return number.getStage();
    }

    List<SourcedRecord> sources() {
        return Collections.unmodifiableList(sources);
    }

    /** Cases that it rests on, and the records that say so. */
    Map<String, Set<String>> bases() {
        return Collections.unmodifiableMap(bases);
    }

    /** Awards and deeds that records name. */
    Collection<CaseBasis> awards() {
        return Collections.unmodifiableCollection(namedAwards.values());
    }

    /** Whatever it rests on, a court's or not. */
    Set<String> grounds() {
        Set<String> grounds = new TreeSet<>(bases.keySet());
        grounds.addAll(awards.keySet());
        return grounds;
    }

    /** The records that say that it rests on something. */
    Set<String> saying(String ground) {
        return bases.getOrDefault(ground, awards.getOrDefault(ground, Set.of()));
    }

    Set<String> debtors() {
        return Collections.unmodifiableSet(debtors);
    }

    boolean isFirstRound() {
        return plainType().equals(FIRST_ROUND) && !number.getCourtCode().endsWith(RESUMED);
    }

    boolean isResumedRound() {
        return RESUMED_ROUNDS.contains(plainType())
                || (plainType().equals(FIRST_ROUND) && number.getCourtCode().endsWith(RESUMED));
    }

    /** By code where both have one of the 2016 rules, else by name. */
    boolean isOfSameCourt(CaseNode other) {
        if (isModern() && other.isModern()) {
            return number.getCourtCode().equals(other.number.getCourtCode());
        }
        return !Collections.disjoint(courts, other.courts);
    }

    /** When it was filed, as the shown source says: to be asked when all records are there. */
    Optional<VendorDate> filed() {
        return filed.get();
    }

    private boolean isModern() {
        return number.getKind() != CaseNumber.Kind.KIND_LEGACY;
    }

    /** Type code without that of a special trial. */
    private String plainType() {
        String type = number.getTypeCode();
        return type.startsWith("知") ? type.substring(1) : type;
    }

    @Override
    public String toString() {
        return "CaseNode[" + key + ", records=" + sources.size() + "]";
    }
}
