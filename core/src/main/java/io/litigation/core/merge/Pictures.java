package io.litigation.core.merge;

import io.litigation.v1.CaseFile;
import io.litigation.v1.CaseLink;
import io.litigation.v1.Matter;
import io.litigation.v1.OutstandingDebt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From what all providers answered to one picture. The order of records changes nothing, nor does one that comes twice. */
public final class Pictures {

    private Pictures() {}

    /** Merges records. Those that are about somebody else are left out. */
    public static Picture of(Collection<SourcedRecord> all) {
        List<SourcedRecord> records = all.stream()
                .filter(source -> Grades.isAboutSubject(source.record()))
                .distinct()
                .sorted(SourcedRecord.ORDER)
                .toList();
        CaseNodes nodes = CaseNodes.of(records);
        List<Link> links = links(nodes);
        CaseFiles writer = new CaseFiles(links);
        Debts debts = new Debts(links);
        List<Told> told = new ArrayList<>();
        for (CaseGroup group : CaseGroup.of(nodes, links)) {
            Map<String, CaseFacts> facts = new HashMap<>();
            List<CaseFile> files = new ArrayList<>();
            for (CaseNode node : group.nodes()) {
                CaseFacts of = new CaseFacts(node.sources());
                facts.put(node.key(), of);
                files.add(writer.of(node, of, group.key()));
            }
            List<Debt> owed = debts.of(group, facts);
            told.add(new Told(CaseFiles.matter(group, files, owed), files, owed));
        }
        told.sort(Told.NEWEST_FIRST);
        return new Picture(
                records,
                told.stream().flatMap(matter -> matter.files().stream()).toList(),
                told.stream().map(Told::matter).toList(),
                nodes.standalone(),
                debts(told, nodes.standalone()));
    }

    /** What a record without a case says of a debt cannot be told from what others say of the same one. */
    private static List<OutstandingDebt> debts(List<Told> told, List<SourcedRecord> standalone) {
        List<OutstandingDebt> debts = new ArrayList<>();
        told.forEach(matter -> matter.debts().forEach(debt -> debts.add(debt.message())));
        for (SourcedRecord source : standalone) {
            List<SourcedRecord> alone = List.of(source);
            CaseFacts facts = new CaseFacts(alone);
            facts.outstanding().ifPresent(said -> {
                OutstandingDebt.Builder debt = OutstandingDebt.newBuilder()
                        .setAmount(said.value())
                        .setReason("The record names no case by which it could be told from others.")
                        .addAllRecordIds(Ids.of(alone));
                said.asOf().ifPresent(debt::setDate);
                debts.add(debt.build());
            });
        }
        return debts;
    }

    /** A matter with all that is told of it. */
    private record Told(Matter matter, List<CaseFile> files, List<Debt> debts) {

        static final Comparator<Told> NEWEST_FIRST = Comparator.comparingInt((Told told) -> -told.newest())
                .thenComparing(told -> told.matter().getMatterKey());

        /** When a listing was found to be over is no day on which something happened. */
        private int newest() {
            return matter.getTimelineList().stream()
                    .filter(event -> event.hasDate() && !event.getNotLaterThan())
                    .mapToInt(event -> RecordOrder.day(event.getDate()))
                    .max()
                    .orElse(0);
        }
    }

    private static List<Link> links(CaseNodes nodes) {
        List<Link> links = new ArrayList<>();
        for (CaseNode node : nodes.all()) {
            node.bases().forEach((basis, ids) -> links.add(new Link(CaseLink.Kind.KIND_BASIS, node.key(), basis, ids)));
        }
        links.addAll(Resumptions.of(nodes));
        links.addAll(Reviews.of(nodes));
        return links;
    }
}
