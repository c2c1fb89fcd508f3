package io.litigation.sandbox.vendor;

/** What a vendor's first look at a call comes to. */
public sealed interface Examination {

    /**
     * Credentials, parameters or quota are not in order.
     *
     * @param refusal what the vendor says
     */
    record Refused(Reply refusal) implements Examination {}

    /**
     * In order.
     *
     * @param name of the subject, as it came
     * @param idNumber as it came; empty when none did
     */
    record Accepted(String name, String idNumber) implements Examination {

        @Override
        public String toString() {
            return "Accepted[***]";
        }
    }
}
