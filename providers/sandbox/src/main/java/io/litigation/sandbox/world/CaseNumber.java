package io.litigation.sandbox.world;

/**
 * A case number (案号). Vendors spell it as they please.
 *
 * @param year of filing
 * @param court that the case is at
 * @param type such as 民初, 执, 执恢
 * @param serial from 1
 */
public record CaseNumber(int year, Court court, String type, int serial) {

    /** As the Supreme People's Court wants it, with half-width brackets. */
    public String official() {
        return "(%d)%s%s%d号".formatted(year, court.code(), type, serial);
    }

    CaseNumber further(int steps) {
        return new CaseNumber(year, court, type, serial + steps);
    }
}
