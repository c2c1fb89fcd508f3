package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.Court;

import java.util.Optional;

/** Where the courts of two numbers lie, as far as the codes of the 2016 rules tell it. */
public final class CourtProvinces {

    private CourtProvinces() {}

    /**
     * Whether the codes say that two courts lie in different provinces, and none of them is one whose cases come from several:
     * the Supreme People's Court, or one for railways, waters and the like.
     */
    public static boolean differ(CaseNumber one, CaseNumber other) {
        Optional<CourtCode> first = bound(one);
        Optional<CourtCode> second = bound(other);
        return first.isPresent()
                && second.isPresent()
                && !first.get().prefix().equals(second.get().prefix());
    }

    /** The code of a court that hears the cases of its own province only. */
    private static Optional<CourtCode> bound(CaseNumber number) {
        return CourtCode.parse(number.getCourtCode())
                .filter(code -> code.province().isPresent())
                .filter(code -> code.specialty() == Court.Specialty.SPECIALTY_UNSPECIFIED);
    }
}
