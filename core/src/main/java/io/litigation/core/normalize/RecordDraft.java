package io.litigation.core.normalize;

import com.google.type.Money;
import io.litigation.core.subject.Subject;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Party;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.VendorDate;

import java.time.Instant;
import java.util.Optional;

/**
 * A record in the making: a mapper gives it each field's text, and it normalises the value or keeps the text in a note,
 * so that no mapper can lose one. Empty texts are absent.
 */
public final class RecordDraft {

    private final LitigationRecord.Builder record = LitigationRecord.newBuilder();
    private final Instant asOf;

    /**
     * A record of a provider's answer.
     *
     * @param asOf when the answer was received
     */
    public RecordDraft(String provider, RecordCategory category, String vendorCategory, Instant asOf) {
        record.setProvider(provider).setCategory(category).setVendorCategory(vendorCategory);
        this.asOf = asOf;
    }

    /** The record itself, for the fields that need no normalising. */
    public LitigationRecord.Builder record() {
        return record;
    }

    /** When the answer was received. */
    public Instant asOf() {
        return asOf;
    }

    /** Keeps a text with the reason why it is not a value. */
    public void note(String field, String raw, String reason) {
        throw new UnsupportedOperationException(field + raw + reason);
    }

    /** A date that has happened. */
    public Optional<VendorDate> date(String field, String raw) {
        throw new UnsupportedOperationException(field + raw);
    }

    /** A date that may lie ahead. */
    public Optional<VendorDate> dateAhead(String field, String raw) {
        throw new UnsupportedOperationException(field + raw);
    }

    /**
     * A date that the vendor gives in two fields: the same day is one fact; different days are noted, and the first
     * stands.
     */
    public Optional<VendorDate> dateOfTwo(
            String field, String raw, String otherField, String otherRaw, boolean mayLieAhead) {
        throw new UnsupportedOperationException(field + raw + otherField + otherRaw + mayLieAhead);
    }

    /** An amount. */
    public Optional<Money> money(String field, String raw) {
        throw new UnsupportedOperationException(field + raw);
    }

    /** The record's own case numbers. */
    public void caseNumbers(String field, String raw) {
        throw new UnsupportedOperationException(field + raw);
    }

    /** What the enforcement rests on: number and issuing unit, either of which may be empty. */
    public void basis(String field, String raw, String issuingUnit) {
        throw new UnsupportedOperationException(field + raw + issuingUnit);
    }

    /**
     * The court, by name, the vendor's rank and province; level and province come from the code of the record's case
     * numbers where there is one, so call it after {@link #caseNumbers}.
     */
    public void court(String name, String vendorRank, String vendorProvince) {
        throw new UnsupportedOperationException(name + vendorRank + vendorProvince);
    }

    /** Plain text of a text that may be HTML; notes it if there was markup. */
    public String text(String field, String raw) {
        throw new UnsupportedOperationException(field + raw);
    }

    /**
     * Adds a party. The identifier is recognised and a person's is masked; sex and age are read; what can't be read is
     * noted.
     *
     * @param party name, role and whatever else needs no normalising
     */
    public void party(Party.Builder party, String idField, String id, String sex, String age) {
        throw new UnsupportedOperationException(party + idField + id + sex + age);
    }

    /**
     * Compares the parties added so far with the subject, marks the one that fits best as the subject and sets the
     * record's match. Call it last.
     *
     * @param vendorRatio the vendor's match ratio, empty if it gave none
     */
    public void match(Subject subject, String vendorRatio) {
        throw new UnsupportedOperationException(subject + vendorRatio);
    }

    /** The record with its notes. */
    public LitigationRecord build() {
        return record.build();
    }
}
