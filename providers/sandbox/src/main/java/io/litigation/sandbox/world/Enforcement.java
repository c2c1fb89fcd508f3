package io.litigation.sandbox.world;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One round of an enforcement, 执 or 执恢.
 *
 * @param number its case
 * @param filed 立案时间
 * @param claimed 执行标的, in 元
 * @param state where it stands
 * @param termination of this round (终本), if it was terminated
 * @param listing of the debtor in this round
 * @param exposed when the court exposed the debtor (曝光台)
 */
public record Enforcement(
        CaseNumber number,
        LocalDate filed,
        BigDecimal claimed,
        State state,
        @Nullable Termination termination,
        @Nullable Listing listing,
        @Nullable LocalDate exposed) {

    /** 执行状态. */
    public enum State {
        /** 执行中. */
        OPEN,
        /** 已终本: this round ended, the debt lives on. */
        ROUND_TERMINATED,
        /** 已结案. */
        CLOSED
    }

    /**
     * The end of a round.
     *
     * @param date 终本日期
     * @param outstanding 未履行金额, in 元
     */
    public record Termination(LocalDate date, BigDecimal outstanding) {}

    Enforcement further(int steps) {
        return new Enforcement(number.further(steps), filed, claimed, state, termination, listing, exposed);
    }
}
