package io.litigation.sandbox.world;

import java.time.LocalDate;

/** What an enforcement rests on (执行依据). */
public sealed interface Basis {

    /** Its number in full, well spelled. */
    String text();

    /** When it was issued. */
    LocalDate issued();

    /** Who issued it (做出执行依据单位). */
    String unit();

    /**
     * A court's judgment.
     *
     * @param number its case
     * @param issued the day
     */
    record Judgment(CaseNumber number, LocalDate issued) implements Basis {

        @Override
        public String text() {
            return number.official();
        }

        @Override
        public String unit() {
            return number.court().name();
        }
    }

    /**
     * An arbitration award, which has no court's case number.
     *
     * @param text its own number
     * @param unit the arbitration commission
     * @param issued the day
     */
    record Award(String text, String unit, LocalDate issued) implements Basis {}
}
