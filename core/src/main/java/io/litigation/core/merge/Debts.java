package io.litigation.core.merge;

import io.litigation.v1.CaseLink;
import io.litigation.v1.Party;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The debts of a matter. A round and those that resume it are one debt, of which the newest round counts; a resumed round
 * without a link may be one of another, so it stands beside the sum; several enforcements of one basis may each show the
 * whole claim, so they are listed and not added.
 */
final class Debts {

    private static final Comparator<CaseNode> NEWEST_LAST = Comparator.comparingInt((CaseNode node) ->
                    node.filed().map(RecordOrder::day).orElse(node.number().getYear() * 10_000))
            .thenComparing(node -> node.number().getYear())
            .thenComparing(node -> node.number().getSerial())
            .thenComparing(CaseNode::key);

    private final Map<String, String> resumes = new HashMap<>();

    Debts(List<Link> links) {
        links.stream()
                .filter(link -> link.kind() == CaseLink.Kind.KIND_RESUMES)
                .forEach(link -> resumes.put(link.from(), link.to()));
    }

    List<Debt> of(CaseGroup matter, Map<String, CaseFacts> facts) {
        Map<String, List<CaseNode>> rounds = new LinkedHashMap<>();
        for (CaseNode node : matter.nodes()) {
            if (Enforcements.isOne(node)) {
                rounds.computeIfAbsent(resumes.getOrDefault(node.key(), node.key()), any -> new ArrayList<>())
                        .add(node);
            }
        }
        long enforcements =
                rounds.values().stream().filter(of -> !isUnlinked(of)).count();
        List<Debt> debts = new ArrayList<>();
        for (List<CaseNode> of : rounds.values()) {
            CaseNode newest = of.stream().max(NEWEST_LAST).orElseThrow();
            CaseFacts said = facts.get(newest.key());
            if (said != null) {
                debts.add(new Debt(matter.key(), newest, said, obstacle(of, enforcements)));
            }
        }
        return debts;
    }

    private static Optional<String> obstacle(List<CaseNode> rounds, long enforcements) {
        if (rounds.stream().allMatch(Debts::isOwedToSubject)) {
            return Optional.of("The subject is the creditor.");
        }
        if (isUnlinked(rounds)) {
            return Optional.of("A resumed round whose first one is not known may be one of another debt.");
        }
        return enforcements > 1
                ? Optional.of("One of " + enforcements
                        + " enforcements that rest on the same, each of which may show the" + " whole claim.")
                : Optional.empty();
    }

    private static boolean isUnlinked(List<CaseNode> rounds) {
        return rounds.stream().allMatch(CaseNode::isResumedRound);
    }

    private static boolean isOwedToSubject(CaseNode node) {
        List<Party> subjects = node.sources().stream()
                .flatMap(source -> Debtors.subject(source.record()).stream())
                .toList();
        return !subjects.isEmpty() && subjects.stream().allMatch(subject -> Debtors.isCreditor(subject.getRole()));
    }
}
