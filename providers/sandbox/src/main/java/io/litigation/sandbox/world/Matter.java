package io.litigation.sandbox.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One dispute from its basis to the latest round of its enforcement.
 *
 * @param debtor the subject, or a namesake
 * @param creditor who won
 * @param cause 案由
 * @param amount that the basis awards, in 元
 * @param basis what the enforcement rests on
 * @param rounds of enforcement, oldest first; none when it was paid in time
 * @param holders the vendors whose copies have it
 * @param oldCopies the vendors whose copies are from before the last round ended
 */
public record Matter(
        Party debtor,
        String creditor,
        String cause,
        BigDecimal amount,
        Basis basis,
        List<Enforcement> rounds,
        Set<Holder> holders,
        Set<Holder> oldCopies) {

    /** Who has a copy. */
    public enum Holder {
        XINSHU,
        SUBMAIL;

        static final Set<Holder> BOTH = Set.of(XINSHU, SUBMAIL);
    }

    /** 执行状态 of a round, as this vendor's copy has it. */
    public Enforcement.State stateOf(Enforcement round, Holder holder) {
        return oldCopies.contains(holder) ? Enforcement.State.OPEN : round.state();
    }

    /** The same story under other case numbers. */
    public Matter further(int steps) {
        Basis otherBasis = basis instanceof Basis.Judgment judgment
                ? new Basis.Judgment(judgment.number().further(steps), judgment.issued())
                : basis;
        List<Enforcement> otherRounds =
                rounds.stream().map(round -> round.further(steps)).toList();
        return new Matter(debtor, creditor, cause, amount, otherBasis, otherRounds, holders, oldCopies);
    }
}
