package io.litigation.core.merge;

import io.litigation.v1.Conflict;
import io.litigation.v1.DishonestListing;
import io.litigation.v1.ListingState;
import io.litigation.v1.Party;
import io.litigation.v1.PartyListing;
import io.litigation.v1.Performance;
import io.litigation.v1.VendorDate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A debtor's listing in a case, as several records tell it. Who does not say a state overrides nobody who does. */
final class Listings {

    private final Party debtor;
    private final List<SourcedRecord> sources = new ArrayList<>();
    private final Statements<ListingState> states = new Statements<>(Listings::text);
    private final Statements<Performance> performances = new Statements<>(Listings::text);
    private final Statements<VendorDate> listed = new Statements<>(Dates::text);

    private Listings(Party debtor) {
        this.debtor = debtor;
    }

    /** Debtor by debtor, the subject first. */
    static List<Listings> of(List<SourcedRecord> sources) {
        Map<String, Listings> listings = new TreeMap<>();
        for (SourcedRecord source : sources) {
            if (source.record().hasDishonestListing()) {
                List<Party> debtors = Debtors.of(source.record());
                for (Party debtor : debtors.isEmpty() ? List.of(Party.getDefaultInstance()) : debtors) {
                    listings.computeIfAbsent(Debtors.key(debtor), any -> new Listings(debtor))
                            .add(source);
                }
            }
        }
        return List.copyOf(listings.values());
    }

    private void add(SourcedRecord source) {
        DishonestListing detail = source.record().getDishonestListing();
        Optional<VendorDate> date = detail.hasListedDate() ? Optional.of(detail.getListedDate()) : Optional.empty();
        sources.add(source);
        date.ifPresent(day -> listed.add(day, date, source));
        if (detail.getState() != ListingState.LISTING_STATE_UNSPECIFIED) {
            states.add(detail.getState(), date, source);
        }
        if (detail.getPerformance() != Performance.PERFORMANCE_UNSPECIFIED) {
            performances.add(detail.getPerformance(), date, source);
        }
    }

    boolean isSubject() {
        return debtor.getIsSubject();
    }

    PartyListing message() {
        PartyListing.Builder message = PartyListing.newBuilder()
                .setParty(debtor.getName())
                .setIsSubject(debtor.getIsSubject())
                .addAllRecordIds(Ids.of(sources));
        states.shown().ifPresent(shown -> {
            DishonestListing detail = shown.source().record().getDishonestListing();
            message.setState(shown.value());
            if (detail.hasStateAsOfTime()) {
                message.setStateAsOfTime(detail.getStateAsOfTime());
            }
        });
        performances.shown().ifPresent(shown -> message.setPerformance(shown.value()));
        listed.shown().ifPresent(shown -> message.setListedDate(shown.value()));
        return message.build();
    }

    /** Why the state is said; empty if nobody says one. */
    String reason() {
        return states.shown()
                .map(shown -> {
                    String word = shown.source().record().getDishonestListing().getVendorState();
                    String said = shown.source().provider() + " says " + word + " of the listing";
                    return shown.value() == ListingState.LISTING_STATE_DELISTED
                            ? said + ", which does not mean paid."
                            : said + ".";
                })
                .orElse("Nobody says whether the listing is in force.");
    }

    List<SourcedRecord> shownBy() {
        List<SourcedRecord> shown = new ArrayList<>(states.shownBy());
        shown.addAll(performances.shownBy());
        return shown.isEmpty() ? Collections.unmodifiableList(sources) : shown;
    }

    List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        states.conflict("dishonest_listing.state", debtor.getName()).ifPresent(conflicts::add);
        performances.conflict("dishonest_listing.performance", debtor.getName()).ifPresent(conflicts::add);
        if (providersDisagreeOnDay()) {
            listed.conflict("dishonest_listing.listed_date", debtor.getName()).ifPresent(conflicts::add);
        }
        return conflicts;
    }

    /** One provider may tell of two listings, one after the other; two that have no day in common contradict each other. */
    private boolean providersDisagreeOnDay() {
        Set<String> common = new HashSet<>();
        Set<String> providers = new HashSet<>();
        listed.values().forEach(value -> {
            Set<String> saying = new HashSet<>(
                    Ids.providers(value.stream().map(Statement::source).toList()));
            if (saying.size() > 1) {
                common.addAll(saying);
            }
            providers.addAll(saying);
        });
        return providers.size() > 1 && !common.containsAll(providers);
    }

    private static String text(ListingState state) {
        return state.name().substring("LISTING_STATE_".length());
    }

    private static String text(Performance performance) {
        return performance.name().substring("PERFORMANCE_".length());
    }
}
