package io.litigation.core.merge;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.VendorDate;

import java.util.List;
import java.util.Optional;

/** The dates that a case has once: when it was filed, and when its round was terminated. */
final class CaseDates {

    private CaseDates() {}

    /** When the enforcement was filed (立案). */
    static Statements<VendorDate> filed(List<SourcedRecord> sources) {
        Statements<VendorDate> filed = new Statements<>(CaseDates::text);
        for (SourcedRecord source : sources) {
            filed(source.record()).ifPresent(date -> filed.add(date, asOf(source.record()), source));
        }
        return filed;
    }

    /** When the round was terminated (终本). */
    static Statements<VendorDate> terminated(List<SourcedRecord> sources) {
        Statements<VendorDate> terminated = new Statements<>(CaseDates::text);
        for (SourcedRecord source : sources) {
            if (source.record().getEnforcement().hasTerminatedDate()) {
                VendorDate date = source.record().getEnforcement().getTerminatedDate();
                terminated.add(date, Optional.of(date), source);
            }
        }
        return terminated;
    }

    /** When the case was filed, as its progress tells. */
    static Statements<VendorDate> begun(List<SourcedRecord> sources) {
        Statements<VendorDate> begun = new Statements<>(CaseDates::text);
        for (SourcedRecord source : sources) {
            if (source.record().getCaseProgress().hasFiledDate()) {
                begun.add(source.record().getCaseProgress().getFiledDate(), asOf(source.record()), source);
            }
        }
        return begun;
    }

    static Optional<VendorDate> filed(LitigationRecord record) {
        return switch (record.getDetailCase()) {
            case ENFORCEMENT ->
                known(
                        record.getEnforcement().hasFiledDate(),
                        record.getEnforcement().getFiledDate());
            case DISHONEST_LISTING ->
                known(
                        record.getDishonestListing().hasFiledDate(),
                        record.getDishonestListing().getFiledDate());
            case PUBLIC_EXPOSURE ->
                known(
                        record.getPublicExposure().hasFiledDate(),
                        record.getPublicExposure().getFiledDate());
            default -> Optional.empty();
        };
    }

    /** The date of which a record speaks, by the vendor's own word. */
    static Optional<VendorDate> asOf(LitigationRecord record) {
        return switch (record.getDetailCase()) {
            case ENFORCEMENT ->
                known(
                        record.getEnforcement().hasTerminatedDate(),
                        record.getEnforcement().getTerminatedDate());
            case DISHONEST_LISTING ->
                known(
                        record.getDishonestListing().hasListedDate(),
                        record.getDishonestListing().getListedDate());
            case PUBLIC_EXPOSURE ->
                known(
                        record.getPublicExposure().hasExposedDate(),
                        record.getPublicExposure().getExposedDate());
            default -> known(record.hasPublishDate(), record.getPublishDate());
        };
    }

    /** What tells dates apart; the time of day is no part of when a case was filed. */
    static String text(VendorDate date) {
        return Dates.text(date);
    }

    private static Optional<VendorDate> known(boolean said, VendorDate date) {
        return said ? Optional.of(date) : Optional.empty();
    }
}
