package io.litigation.core.merge;

import io.litigation.v1.CaseFile;
import io.litigation.v1.CaseState;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.Matter;
import io.litigation.v1.MatterStage;
import io.litigation.v1.TimelineEvent;
import io.litigation.v1.TimelineEvent.Kind;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the cases of a matter, and the matter. */
final class CaseFiles {

    /** What is least settled first: a matter is as settled as the least settled of its enforcements. */
    private static final List<EnforcementState> LEAST_SETTLED_FIRST = List.of(
            EnforcementState.ENFORCEMENT_STATE_OPEN,
            EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED,
            EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED,
            EnforcementState.ENFORCEMENT_STATE_CLOSED_REASON_UNKNOWN,
            EnforcementState.ENFORCEMENT_STATE_ENDED,
            EnforcementState.ENFORCEMENT_STATE_PERFORMED);

    private final Map<String, List<Link>> links;

    CaseFiles(Collection<Link> links) {
        this.links = links.stream().collect(Collectors.groupingBy(Link::from));
    }

    CaseFile of(CaseNode node, CaseFacts facts, String matterKey) {
        CaseFile.Builder file = CaseFile.newBuilder()
                .setCaseKey(node.key())
                .setMatterKey(matterKey)
                .setStage(node.stage())
                .setBestGrade(Grades.best(node.sources()))
                .setState(facts.state())
                .setAmounts(facts.amounts())
                .addAllRecordIds(Ids.of(node.sources()))
                .addAllTimeline(Timelines.of(node))
                .addAllConflicts(facts.conflicts())
                .addAllOtherBases(node.awards());
        facts.court().ifPresent(file::setCourt);
        links.getOrDefault(node.key(), List.of()).forEach(link -> file.addLinks(link.message()));
        return file.build();
    }

    static Matter matter(CaseGroup group, List<CaseFile> files, List<Debt> debts) {
        List<SourcedRecord> sources =
                group.nodes().stream().flatMap(node -> node.sources().stream()).toList();
        List<TimelineEvent> timeline = files.stream()
                .flatMap(file -> file.getTimelineList().stream())
                .sorted(Timelines.OLDEST_FIRST)
                .toList();
        return Matter.newBuilder()
                .setMatterKey(group.key())
                .addAllCaseKeys(group.nodes().stream().map(CaseNode::key).toList())
                .setStage(stage(debts, timeline))
                .setState(state(files, debts))
                .addAllTimeline(timeline)
                .setBestGrade(Grades.best(sources))
                .addAllRecordIds(Ids.of(sources))
                .build();
    }

    private static CaseState state(List<CaseFile> files, List<Debt> debts) {
        Set<String> newest = debts.stream().map(debt -> debt.newest().key()).collect(Collectors.toSet());
        return files.stream()
                .filter(file -> newest.contains(file.getCaseKey()))
                .min(Comparator.comparingInt((CaseFile file) ->
                                LEAST_SETTLED_FIRST.indexOf(file.getState().getEnforcement()))
                        .thenComparing(CaseFile::getCaseKey))
                .map(CaseFile::getState)
                .orElse(CaseState.getDefaultInstance());
    }

    private static MatterStage stage(List<Debt> debts, List<TimelineEvent> timeline) {
        if (!debts.isEmpty()) {
            return MatterStage.MATTER_STAGE_ENFORCEMENT;
        }
        if (timeline.stream().anyMatch(event -> event.getKind() == Kind.KIND_JUDGED)) {
            return MatterStage.MATTER_STAGE_JUDGED;
        }
        if (timeline.stream().anyMatch(event -> event.getKind() == Kind.KIND_DOCUMENT_ISSUED)) {
            return MatterStage.MATTER_STAGE_DECIDED;
        }
        return timeline.isEmpty() ? MatterStage.MATTER_STAGE_UNSPECIFIED : MatterStage.MATTER_STAGE_PENDING;
    }
}
