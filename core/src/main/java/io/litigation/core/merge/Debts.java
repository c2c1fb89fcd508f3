package io.litigation.core.merge;

import io.litigation.v1.CaseLink;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;

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
 * whole claim, so they are listed and not added. That basis may be a judgment, which makes them one matter, or an award or a
 * deed, which does not.
 */
final class Debts {

    /** Before the key of a matter, which may be the key of a basis too. */
    private static final String MATTER = "matter ";

    private static final Comparator<CaseNode> NEWEST_LAST = Comparator.comparingInt((CaseNode node) ->
                    node.filed().map(RecordOrder::day).orElse(node.number().getYear() * 10_000))
            .thenComparing(node -> node.number().getYear())
            .thenComparing(node -> node.number().getSerial())
            .thenComparing(CaseNode::key);

    private final Map<String, String> resumes = new HashMap<>();
    private final Bonds bonds = new Bonds();
    private final Map<String, Integer> enforcements = new HashMap<>();

    Debts(List<Link> links, List<CaseGroup> matters) {
        links.stream()
                .filter(link -> link.kind() == CaseLink.Kind.KIND_RESUMES)
                .forEach(link -> resumes.put(link.from(), link.to()));
        for (CaseGroup matter : matters) {
            matter.nodes().stream()
                    .filter(Enforcements::isOne)
                    .flatMap(node -> node.grounds().stream())
                    .forEach(ground -> bonds.tie(MATTER + matter.key(), ground));
        }
        for (CaseGroup matter : matters) {
            long linked = rounds(matter).values().stream()
                    .filter(rounds -> !isUnlinked(rounds))
                    .count();
            enforcements.merge(together(matter), (int) linked, Integer::sum);
        }
    }

    List<Debt> of(CaseGroup matter, Map<String, CaseFacts> facts) {
        int sharing = enforcements.getOrDefault(together(matter), 0);
        List<Debt> debts = new ArrayList<>();
        for (List<CaseNode> of : rounds(matter).values()) {
            CaseNode newest = of.stream().max(NEWEST_LAST).orElseThrow();
            CaseFacts said = facts.get(newest.key());
            if (said != null) {
                debts.add(new Debt(matter.key(), newest, said, obstacle(of, said, sharing)));
            }
        }
        return debts;
    }

    /** Rounds of one debt together, by the first one. */
    private Map<String, List<CaseNode>> rounds(CaseGroup matter) {
        Map<String, List<CaseNode>> rounds = new LinkedHashMap<>();
        for (CaseNode node : matter.nodes()) {
            if (Enforcements.isOne(node)) {
                rounds.computeIfAbsent(resumes.getOrDefault(node.key(), node.key()), any -> new ArrayList<>())
                        .add(node);
            }
        }
        return rounds;
    }

    /** The same for matters of which enforcements rest on the same award or deed. */
    private String together(CaseGroup matter) {
        return bonds.representative(MATTER + matter.key());
    }

    private static Optional<String> obstacle(List<CaseNode> rounds, CaseFacts said, int enforcements) {
        if (rounds.stream().allMatch(Debts::isOwedToSubject)) {
            return Optional.of("The subject is the creditor.");
        }
        if (isUnlinked(rounds)) {
            return Optional.of("A resumed round whose first one is not known may be one of another debt.");
        }
        if (said.isPerformed()) {
            return Optional.of("It is said to be performed (执行完毕).");
        }
        return enforcements > 1
                ? Optional.of("One of " + enforcements
                        + " enforcements that rest on the same, each of which may show the" + " whole claim.")
                : Optional.empty();
    }

    private static boolean isUnlinked(List<CaseNode> rounds) {
        return rounds.stream().allMatch(CaseNode::isResumedRound);
    }

    /** As those records say that tell the subject's role: documents and the progress of a case do not. */
    private static boolean isOwedToSubject(CaseNode node) {
        List<PartyRole> roles = node.sources().stream()
                .flatMap(source -> Debtors.subject(source.record()).stream())
                .map(Party::getRole)
                .filter(role -> role != PartyRole.PARTY_ROLE_UNSPECIFIED)
                .toList();
        return !roles.isEmpty() && roles.stream().allMatch(Debtors::isCreditor);
    }
}
