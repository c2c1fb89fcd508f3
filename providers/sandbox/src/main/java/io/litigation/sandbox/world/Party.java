package io.litigation.sandbox.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Somebody in the world who is sued. */
public sealed interface Party {

    /** Full name. */
    String name();

    /** Resident id or organisation code, unmasked. */
    String code();

    /**
     * A natural person.
     *
     * @param name full name
     * @param idNumber resident id of 18 characters
     */
    record Person(String name, String idNumber) implements Party {

        @Override
        public String code() {
            return idNumber;
        }

        /** Digit 17 is even. */
        public boolean female() {
            return (idNumber.charAt(16) - '0') % 2 == 0;
        }

        /** Full years on the given day. */
        public int ageOn(LocalDate day) {
            LocalDate born = LocalDate.of(
                    Integer.parseInt(idNumber.substring(6, 10)),
                    Integer.parseInt(idNumber.substring(10, 12)),
                    Integer.parseInt(idNumber.substring(12, 14)));
            return (int) ChronoUnit.YEARS.between(born, day);
        }

        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /**
     * A company.
     *
     * @param name registered name
     * @param organizationCode 9 characters
     */
    record Company(String name, String organizationCode) implements Party {

        @Override
        public String code() {
            return organizationCode;
        }

        @Override
        public String toString() {
            return "Company[***]";
        }
    }
}
