package io.litigation.sandbox.submail;

import io.litigation.sandbox.world.Dossier;
import io.litigation.sandbox.world.Enforcement;
import io.litigation.sandbox.world.Listing;
import io.litigation.sandbox.world.Matter;
import io.litigation.sandbox.world.Matter.Holder;
import io.litigation.sandbox.world.Suit;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of {@code info}; those without a record are left out. */
final class SubmailCategories {

    private final Map<String, List<Map<String, Object>>> categories = new LinkedHashMap<>();

    private SubmailCategories() {}

    static Map<String, List<Map<String, Object>>> of(Dossier dossier) {
        SubmailCategories all = new SubmailCategories();
        dossier.mattersAt(Holder.SUBMAIL).forEach(all::add);
        dossier.suits().forEach(all::add);
        return all.categories;
    }

    private void add(Matter matter) {
        CourtDocuments.of(matter).forEach(document -> add("cpws", document));
        for (Enforcement round : matter.rounds()) {
            add("zxgg", EnforcementNotices.zxgg(matter, round));
            @Nullable Listing listing = round.listing();
            if (listing != null) {
                add("shixin", EnforcementNotices.shixin(matter, round, listing));
            }
            @Nullable LocalDate exposed = round.exposed();
            if (exposed != null) {
                add("bgt", EnforcementNotices.bgt(matter, round, exposed));
            }
        }
    }

    private void add(Suit suit) {
        add("ktgg", SuitNotices.ktgg(suit));
        add("fygg", SuitNotices.fygg(suit));
        add("ajlc", SuitNotices.ajlc(suit));
    }

    private void add(String category, Map<String, Object> record) {
        categories.computeIfAbsent(category, name -> new ArrayList<>()).add(record);
    }
}
