package io.litigation.core.merge;

import com.google.type.Money;
import io.litigation.core.normalize.CaseKeys;
import io.litigation.v1.CaseAmounts;
import io.litigation.v1.CaseState;
import io.litigation.v1.Conflict;
import io.litigation.v1.Court;
import io.litigation.v1.PartyListing;
import io.litigation.v1.VendorDate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a case stands, its amounts, and where its sources contradict each other. */
final class CaseFacts {

    private final List<SourcedRecord> sources;
    private final Statements<EnforcementStates.Word> states;
    private final Amounts amounts;
    private final List<Listings> listings;

    CaseFacts(List<SourcedRecord> sources) {
        this.sources = sources;
        states = EnforcementStates.of(sources);
        amounts = Amounts.of(sources);
        listings = Listings.of(sources);
    }

    CaseAmounts amounts() {
        return amounts.message();
    }

    /** What is outstanding, and who says so. */
    Optional<Statement<Money>> outstanding() {
        return amounts.outstanding().shown();
    }

    List<SourcedRecord> outstandingSaidBy() {
        return amounts.outstanding().shownBy();
    }

    CaseState state() {
        CaseState.Builder state = CaseState.newBuilder();
        List<String> reasons = new ArrayList<>();
        List<SourcedRecord> saying = new ArrayList<>();
        states.shown().ifPresent(shown -> {
            state.setEnforcement(shown.value().state());
            reasons.add(EnforcementStates.reason(shown));
            saying.addAll(states.shownBy());
        });
        listings.stream().filter(Listings::isSubject).findFirst().ifPresent(own -> {
            PartyListing listing = own.message();
            state.setListing(listing.getState()).setPerformance(listing.getPerformance());
            if (listing.hasStateAsOfTime()) {
                state.setListingAsOfTime(listing.getStateAsOfTime());
            }
            reasons.add(own.reason());
            saying.addAll(own.shownBy());
        });
        listings.forEach(listing -> state.addListings(listing.message()));
        return state.setReason(String.join(" ", reasons))
                .addAllRecordIds(Ids.of(saying))
                .build();
    }

    Optional<Court> court() {
        return courts().shown().map(Statement::value);
    }

    List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        add(conflicts, "court.name", courts());
        add(conflicts, "enforcement.filed_date", CaseDates.filed(sources));
        add(conflicts, "enforcement.state", states);
        add(conflicts, "enforcement.terminated_date", CaseDates.terminated(sources));
        add(conflicts, "enforcement.claimed_amount", amounts.claimed());
        add(conflicts, "enforcement.outstanding_amount", amounts.outstanding());
        add(conflicts, "case_progress.filed_date", CaseDates.begun(sources));
        add(conflicts, "case_progress.vendor_status", statuses());
        listings.forEach(listing -> conflicts.addAll(listing.conflicts()));
        return conflicts;
    }

    private static void add(List<Conflict> conflicts, String field, Statements<?> statements) {
        statements.conflict(field, "").ifPresent(conflicts::add);
    }

    private Statements<Court> courts() {
        Statements<Court> courts = new Statements<>(court -> CaseKeys.court(court.getName()), Court::getName);
        for (SourcedRecord source : sources) {
            Court court = source.record().getCourt();
            if (!CaseKeys.court(court.getName()).isEmpty()) {
                courts.add(court, Optional.empty(), source);
            }
        }
        return courts;
    }

    private Statements<String> statuses() {
        Statements<String> statuses = new Statements<>(status -> status);
        for (SourcedRecord source : sources) {
            String status = source.record().getCaseProgress().getVendorStatus();
            Optional<VendorDate> asOf = CaseDates.asOf(source.record());
            if (!status.isBlank()) {
                statuses.add(status, asOf, source);
            }
        }
        return statuses;
    }
}
