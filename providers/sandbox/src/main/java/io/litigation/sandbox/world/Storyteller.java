package io.litigation.sandbox.world;

import io.litigation.sandbox.world.Enforcement.State;
import io.litigation.sandbox.world.Enforcement.Termination;
import io.litigation.sandbox.world.Matter.Holder;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Draws disputes as they go: judgment, enforcement some months later, often 终本 within the year, a listing among the
 * dishonest debtors in between, sometimes a resumption years later.
 */
final class Storyteller {

    private static final LocalDate FIRST_JUDGMENT = LocalDate.of(2016, 3, 1);
    private static final LocalDate LAST_JUDGMENT = LocalDate.of(2022, 12, 31);

    private Storyteller() {}

    static Matter matter(Dice dice, Party debtor) {
        Court court = dice.oneOf(Courts.ALL, "court");
        LocalDate judged = dice.day(FIRST_JUDGMENT, LAST_JUDGMENT, "judged");
        String creditor = dice.oneOf(Cast.CREDITORS, "creditor");
        BigDecimal amount =
                BigDecimal.valueOf(dice.between(120, 32_000, "amount")).multiply(BigDecimal.valueOf(100));
        CaseNumber judgment =
                new CaseNumber(judged.getYear(), court, "民初", dice.between(101, 39_999, "judgment serial"));
        return new Matter(
                debtor,
                creditor,
                dice.oneOf(Cast.CAUSES, "cause"),
                amount,
                new Basis.Judgment(judgment, judged),
                rounds(dice, debtor, creditor, court, judged, amount),
                holders(dice),
                dice.inPercent(20, "old copy") ? Set.of(Holder.SUBMAIL) : Set.of());
    }

    static Suit suit(Dice dice, Party defendant, LocalDate today) {
        Court court = dice.oneOf(Courts.ALL, "suit court");
        LocalDate hearing = today.withDayOfMonth(15).plusMonths(2);
        LocalDate filed = hearing.minusMonths(4).plusDays(dice.below(20, "suit filed"));
        return new Suit(
                new CaseNumber(filed.getYear(), court, "民初", dice.between(101, 39_999, "suit serial")),
                defendant,
                dice.oneOf(Cast.CREDITORS, "suit plaintiff"),
                dice.oneOf(Cast.CAUSES, "suit cause"),
                filed,
                filed.plusDays(25),
                hearing.atTime(LocalTime.of(dice.between(9, 15, "suit hour"), 30)));
    }

    private static Set<Holder> holders(Dice dice) {
        int draw = dice.below(100, "holders");
        return draw < 70 ? Holder.BOTH : Set.of(draw < 85 ? Holder.XINSHU : Holder.SUBMAIL);
    }

    private static List<Enforcement> rounds(
            Dice dice, Party debtor, String creditor, Court court, LocalDate judged, BigDecimal amount) {
        LocalDate filed = dice.day(judged.plusDays(40), judged.plusDays(200), "filed");
        BigDecimal claimed = amount.add(BigDecimal.valueOf(dice.below(9_000, "interest")));
        CaseNumber number = new CaseNumber(filed.getYear(), court, "执", dice.between(11, 19_999, "serial"));
        State state = dice.oneOf(List.of(State.ROUND_TERMINATED, State.ROUND_TERMINATED, State.CLOSED), "state");
        @Nullable
        Termination termination = state == State.ROUND_TERMINATED
                ? new Termination(
                        dice.day(filed.plusDays(90), filed.plusDays(180), "terminated"), outstanding(dice, claimed))
                : null;
        @Nullable
        Listing listing = dice.inPercent(60, "listed")
                ? listing(dice, debtor, creditor, filed.plusDays(dice.between(45, 85, "published")), amount)
                : null;
        @Nullable LocalDate exposed = dice.inPercent(30, "exposed") ? filed.plusDays(70) : null;
        List<Enforcement> rounds = new ArrayList<>();
        rounds.add(new Enforcement(number, filed, claimed, state, termination, listing, exposed));
        if (termination != null && dice.inPercent(35, "resumed")) {
            LocalDate resumed = termination.date().plusDays(dice.between(200, 700, "resumed on"));
            CaseNumber next = new CaseNumber(resumed.getYear(), court, "执恢", dice.between(5, 1_999, "next serial"));
            rounds.add(new Enforcement(next, resumed, termination.outstanding(), State.OPEN, null, null, null));
        }
        return rounds;
    }

    private static BigDecimal outstanding(Dice dice, BigDecimal claimed) {
        return claimed.multiply(BigDecimal.valueOf(dice.between(40, 100, "outstanding")))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.DOWN)
                .stripTrailingZeros();
    }

    private static Listing listing(Dice dice, Party debtor, String creditor, LocalDate published, BigDecimal amount) {
        return new Listing(
                published,
                dice.inPercent(30, "delisted"),
                dice.oneOf(Cast.GROUNDS, "ground"),
                dice.oneOf(Cast.PERFORMANCES, "performance"),
                Cast.duty(debtor.name(), creditor, String.format(Locale.ROOT, "%,d", amount.toBigInteger())));
    }
}
