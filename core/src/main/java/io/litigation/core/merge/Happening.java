package io.litigation.core.merge;

import io.litigation.v1.PartyRole;
import io.litigation.v1.TimelineEvent;
import io.litigation.v1.TimelineEvent.Kind;
import io.litigation.v1.VendorDate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One event, and all that tell of it; the first tells most. */
final class Happening {

    private final List<Occurrence> told = new ArrayList<>();
    private int document;

    Happening(Occurrence first) {
        add(first);
    }

    void add(Occurrence occurrence) {
        told.add(occurrence);
        document = Math.max(document, occurrence.document());
    }

    /** Whether it may be what another record tells of, which is of the same kind, party and day: no two times, no two documents. */
    boolean mayBe(Occurrence other) {
        boolean sameTime =
                !other.hasTime() || !first().hasTime() || first().time().equals(other.time());
        boolean sameDocument = document == 0 || other.document() == 0 || document == other.document();
        return sameTime && sameDocument;
    }

    TimelineEvent message(String caseKey) {
        List<SourcedRecord> sources = told.stream().map(Occurrence::source).toList();
        TimelineEvent.Builder event = TimelineEvent.newBuilder()
                .setKind(first().kind())
                .setNotLaterThan(first().kind() == Kind.KIND_DELISTED)
                .setDetail(detail())
                .setCaseKey(caseKey)
                .setRole(role())
                .addAllRecordIds(Ids.of(sources))
                .addAllProviders(Ids.providers(sources));
        first().party().ifPresent(party -> event.setParty(party.getName()).setIsSubject(party.getIsSubject()));
        date().ifPresent(event::setDate);
        return event.build();
    }

    private Occurrence first() {
        return told.get(0);
    }

    /** What was over by two moments was over by the first of them. */
    private Optional<VendorDate> date() {
        return first().kind() == Kind.KIND_DELISTED
                ? told.stream().flatMap(each -> each.date().stream()).min(Dates.EARLIEST_FIRST)
                : first().date();
    }

    private String detail() {
        return told.stream()
                .map(Occurrence::detail)
                .filter(detail -> !detail.isEmpty())
                .findFirst()
                .orElse("");
    }

    private PartyRole role() {
        return told.stream()
                .map(Occurrence::role)
                .filter(role -> role != PartyRole.PARTY_ROLE_UNSPECIFIED)
                .findFirst()
                .orElse(PartyRole.PARTY_ROLE_UNSPECIFIED);
    }
}
