package io.litigation.sandbox.xinshu;

import io.litigation.sandbox.world.Dossier;
import io.litigation.sandbox.world.Enforcement;
import io.litigation.sandbox.world.Enforcement.Termination;
import io.litigation.sandbox.world.Listing;
import io.litigation.sandbox.world.Matter;
import io.litigation.sandbox.world.Matter.Holder;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of {@code data[]}: one per round of enforcement, with its listing in the same row. */
final class XinshuRows {

    private XinshuRows() {}

    static List<Map<String, String>> of(Dossier dossier) {
        return dossier.mattersAt(Holder.XINSHU).stream().flatMap(XinshuRows::of).toList();
    }

    static Stream<Map<String, String>> of(Matter matter) {
        return matter.rounds().stream().map(round -> row(matter, round));
    }

    private static Map<String, String> row(Matter matter, Enforcement round) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("entityName", matter.debtor().name());
        row.put("entityId", XinshuSpelling.entityId(matter.debtor()));
        row.put("courtName", round.number().court().name());
        row.put("caseState", XinshuSpelling.caseState(matter.stateOf(round, Holder.XINSHU)));
        row.put("caseCode", XinshuSpelling.apart(round.number()));
        row.put("execMoney", XinshuSpelling.money(round.claimed()));
        row.put("regDate", round.filed().toString());
        row.put("bzxrGistId", XinshuSpelling.apart(matter.basis()));
        row.put("areaName", round.number().court().province());
        @Nullable Termination termination = round.termination();
        if (termination != null) {
            row.put("unexecMoney", XinshuSpelling.money(termination.outstanding()));
            row.put("finalDate", XinshuSpelling.finalDate(round, termination.date()));
        }
        @Nullable Listing listing = round.listing();
        if (listing != null) {
            addListing(row, round, listing);
        } else if (round.number().serial() % 2 == 0) {
            // Empty texts here, absent fields there: the document says nothing about rows without a listing.
            List.of("status", "disruptTypeName", "publishDate", "performance", "duty")
                    .forEach(field -> row.put(field, ""));
        }
        row.put("gistUnit", matter.basis().unit());
        row.put("sxrGistId", XinshuSpelling.together(matter.basis()));
        return row;
    }

    private static void addListing(Map<String, String> row, Enforcement round, Listing listing) {
        row.put("status", listing.delisted() ? "已下架" : "未下架");
        row.put("disruptTypeName", listing.ground());
        row.put("publishDate", XinshuSpelling.publishDate(round, listing.published()));
        row.put("performance", listing.performance());
        row.put("duty", listing.duty());
    }
}
