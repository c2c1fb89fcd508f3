package io.litigation.core.normalize;

import io.litigation.core.subject.Subject;
import io.litigation.v1.MatchAssessment;
import io.litigation.v1.Sex;
import io.litigation.v1.VendorDate;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** How surely a record is about the subject. */
public final class Matching {

    private Matching() {}

    /**
     * What a record says of the party that may be the subject.
     *
     * @param name name as the vendor wrote it, empty if it named nobody
     * @param id identifier as the vendor wrote it, perhaps masked; empty if it gave none
     * @param sex as the vendor says
     * @param age in years, 0 if not said
     * @param vendorRatio the vendor's match ratio as text, empty if it gave none
     * @param courtProvince short name of the court's province, empty if unknown
     * @param dates dates of the record at which the age may have been meant
     * @param asOf when the answer was received
     */
    public record Evidence(
            String name,
            String id,
            Sex sex,
            int age,
            String vendorRatio,
            String courtProvince,
            List<VendorDate> dates,
            @Nullable Instant asOf) {

        public Evidence {
            dates = List.copyOf(dates);
        }

        @Override
        public String toString() {
            return "Evidence[***]";
        }
    }

    /** Assesses the evidence. Signals hold masked values only. */
    public static MatchAssessment assess(Subject subject, Evidence evidence) {
        throw new UnsupportedOperationException(subject.toString() + evidence);
    }
}
