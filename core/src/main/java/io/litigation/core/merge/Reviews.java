package io.litigation.core.merge;

import io.litigation.core.normalize.CaseCitations;
import io.litigation.core.normalize.CaseCitations.Citation;
import io.litigation.core.normalize.CaseKeys;
import io.litigation.core.normalize.CourtProvinces;
import io.litigation.v1.CaseLink;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProcedureStage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which case an appeal or retrial is about: the earlier one of the same kind whose number its text cites, and as what it is
 * appealed from. A text also cites others, so a number that nothing says this of counts only if it is the only one,
 * and no evidence.
 */
final class Reviews {

    private static final Set<ProcedureStage> RETRIALS =
            EnumSet.of(ProcedureStage.PROCEDURE_STAGE_RETRIAL_REVIEW, ProcedureStage.PROCEDURE_STAGE_RETRIAL);
    private static final Set<ProcedureStage> BEFORE_APPEAL = EnumSet.of(ProcedureStage.PROCEDURE_STAGE_FIRST_INSTANCE);
    private static final Set<ProcedureStage> BEFORE_RETRIAL = EnumSet.of(
            ProcedureStage.PROCEDURE_STAGE_FIRST_INSTANCE,
            ProcedureStage.PROCEDURE_STAGE_SECOND_INSTANCE,
            ProcedureStage.PROCEDURE_STAGE_RETRIAL_REVIEW);
    private static final String APPEAL_OF_JURISDICTION = "辖终";

    private final CaseNodes nodes;
    /** Keys of older cases by number, also of those that only a basis names. */
    private final Map<String, List<String>> older = new HashMap<>();

    private Reviews(CaseNodes nodes) {
        this.nodes = nodes;
        nodes.numbers().forEach((key, number) -> {
            if (number.getKind() == CaseNumber.Kind.KIND_LEGACY) {
                older.computeIfAbsent(number.getCanonical(), any -> new ArrayList<>())
                        .add(key);
            }
        });
    }

    static List<Link> of(CaseNodes nodes) {
        Reviews reviews = new Reviews(nodes);
        return List.copyOf(nodes.all()).stream()
                .filter(node -> isReview(node.number()))
                .flatMap(node -> reviews.links(node).stream())
                .toList();
    }

    private List<Link> links(CaseNode review) {
        Map<String, Set<String>> reviewed = new TreeMap<>();
        for (SourcedRecord source : review.sources()) {
            for (String key : reviewed(review, source.record())) {
                reviewed.computeIfAbsent(key, any -> new TreeSet<>()).add(source.id());
            }
        }
        List<Link> links = new ArrayList<>();
        reviewed.forEach((key, ids) -> links.add(new Link(CaseLink.Kind.KIND_REVIEWS, review.key(), key, ids)));
        return links;
    }

    private Set<String> reviewed(CaseNode review, LitigationRecord record) {
        List<Citation> citations = new ArrayList<>();
        for (String text : List.of(
                record.getTitle(), record.getBody(), record.getJudgment().getResult())) {
            CaseCitations.in(text).stream()
                    .filter(citation -> mayReview(review.number(), citation.number()))
                    .filter(citation -> !AppealWords.sayOther(citation))
                    .forEach(citations::add);
        }
        Set<String> appealed = keys(citations, AppealWords::sayAppealed);
        if (appealed.isEmpty()) {
            appealed.addAll(keys(citations, AppealWords::sayObjected));
        }
        boolean retrial = RETRIALS.contains(review.number().getStage());
        boolean unsaid = appealed.isEmpty();
        // An appeal may also tell the history of another case; a retrial tells that of its own.
        if (unsaid || retrial) {
            appealed.addAll(keys(citations, AppealWords::tellHistory));
        }
        if (unsaid && retrial) {
            appealed.addAll(keys(citations, AppealWords::tellTriedAnew));
        }
        return appealed.isEmpty() ? only(review, citations) : appealed;
    }

    /** The only number that is cited, unless it proves something or no case goes from its court to this one. */
    private Set<String> only(CaseNode review, List<Citation> citations) {
        Set<String> all = keys(citations, any -> true);
        boolean another = citations.stream()
                .anyMatch(citation ->
                        AppealWords.sayEvidence(citation) || CourtProvinces.differ(review.number(), citation.number()));
        return all.size() == 1 && !another ? all : Set.of();
    }

    private Set<String> keys(List<Citation> citations, Predicate<Citation> which) {
        Set<String> keys = new TreeSet<>();
        citations.stream().filter(which).forEach(citation -> key(citation).ifPresent(keys::add));
        return keys;
    }

    /** An older number is told by the court's name, which stands before it. */
    private Optional<String> key(Citation citation) {
        CaseNumber number = citation.number();
        if (number.getKind() == CaseNumber.Kind.KIND_LEGACY) {
            String before = AppealWords.upToCourt(citation.before());
            return older.getOrDefault(number.getCanonical(), List.of()).stream()
                    .filter(key ->
                            before.endsWith(key.substring(number.getCanonical().length() + 1)))
                    .max(Comparator.comparingInt(String::length));
        }
        Optional<String> key = CaseKeys.of(number, "");
        key.ifPresent(found -> nodes.cited(found, number));
        return key;
    }

    private static boolean isReview(CaseNumber number) {
        return number.getStage() == ProcedureStage.PROCEDURE_STAGE_SECOND_INSTANCE
                || RETRIALS.contains(number.getStage())
                || number.getTypeCode().endsWith(APPEAL_OF_JURISDICTION);
    }

    private static boolean mayReview(CaseNumber review, CaseNumber cited) {
        Set<ProcedureStage> stages = RETRIALS.contains(review.getStage()) ? BEFORE_RETRIAL : BEFORE_APPEAL;
        return stages.contains(cited.getStage())
                && cited.getYear() <= review.getYear()
                && kind(cited).equals(kind(review))
                && !cited.getCanonical().equals(review.getCanonical());
    }

    /** 民, 刑, 行 …: a civil appeal is not of a criminal judgment. */
    private static String kind(CaseNumber number) {
        String type = number.getTypeCode();
        String plain = type.startsWith("知") ? type.substring(1) : type;
        return plain.isEmpty() ? "" : plain.substring(0, 1);
    }
}
