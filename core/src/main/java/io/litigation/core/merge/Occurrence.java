package io.litigation.core.merge;

import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.TimelineEvent.Kind;
import io.litigation.v1.VendorDate;

import java.util.Optional;

/**
 * Something that happened, as one record tells it.
 *
 * @param party whom it concerns; empty if it concerns the case
 * @param role of the party, or of the subject if there is none
 * @param detail what kind of it
 * @param distinct whether the detail tells it from others on the same day
 * @param document number of the document within the case; 0 if not said
 */
record Occurrence(
        Kind kind,
        Optional<Party> party,
        PartyRole role,
        String detail,
        boolean distinct,
        int document,
        Optional<VendorDate> date,
        SourcedRecord source) {

    /** What cannot be the same event differs in this. */
    record Group(Kind kind, String party, String detail) {}

    Group group() {
        return new Group(kind, party.map(Debtors::key).orElse(""), distinct ? detail : "");
    }

    boolean hasTime() {
        return date.isPresent() && Dates.hasTime(date.get());
    }

    String time() {
        return Dates.time(date.orElseThrow());
    }

    /** How much it tells: more first, so that what tells less is added to it. */
    int vagueness() {
        int precision = date.map(VendorDate::getPrecisionValue).orElse(0);
        return -(2 * precision + (document > 0 ? 1 : 0));
    }
}
