package io.litigation.core.merge;

import io.litigation.v1.CaseFile;
import io.litigation.v1.ListingFigure;
import io.litigation.v1.ListingState;
import io.litigation.v1.PartyListing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Listings by state: what several records tell of the subject in one case is one listing. */
final class ListingFigures {

    private ListingFigures() {}

    static List<ListingFigure> of(Picture picture) {
        List<PartyListing> listings = new ArrayList<>();
        picture.caseFiles().forEach(file -> listings.addAll(own(file)));
        for (SourcedRecord source : picture.standalone()) {
            Listings.of(List.of(source)).stream().limit(1).forEach(listing -> listings.add(listing.message()));
        }
        List<ListingFigure> figures = new ArrayList<>();
        Figures.by(listings, listing -> Optional.of(listing.getState()))
                .forEach((ListingState state, List<PartyListing> of) -> figures.add(figure(state, of)));
        return figures;
    }

    /** The subject's; where no record tells who that is, all. */
    private static List<PartyListing> own(CaseFile file) {
        List<PartyListing> all = file.getState().getListingsList();
        List<PartyListing> own = all.stream().filter(PartyListing::getIsSubject).toList();
        return own.isEmpty() ? all : own;
    }

    private static ListingFigure figure(ListingState state, List<PartyListing> listings) {
        List<String> ids = listings.stream()
                .flatMap(listing -> listing.getRecordIdsList().stream())
                .distinct()
                .sorted()
                .toList();
        return ListingFigure.newBuilder()
                .setState(state)
                .setRecordCount(ids.size())
                .addAllRecordIds(Figures.named(ids))
                .setListingCount(listings.size())
                .build();
    }
}
