package io.litigation.core.merge;

import io.litigation.v1.MatchGrade;
import io.litigation.v1.Matter;
import io.litigation.v1.OutstandingDebt;
import io.litigation.v1.OutstandingFigure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is outstanding by currency: the sum over debts that are surely not the same, in words. */
final class Outstandings {

    private Outstandings() {}

    static List<OutstandingFigure> of(Picture picture) {
        Set<String> byNameOnly = picture.matters().stream()
                .filter(matter -> matter.getBestGrade() == MatchGrade.MATCH_GRADE_NAME_ONLY)
                .map(Matter::getMatterKey)
                .collect(Collectors.toSet());
        List<OutstandingDebt> uncounted = uncounted(picture);
        List<OutstandingFigure> figures = new ArrayList<>();
        Figures.by(counted(picture), debt -> Optional.of(debt.getAmount().getCurrencyCode()))
                .forEach((currency, debts) -> figures.add(figure(currency, debts, byNameOnly, uncounted)));
        return figures;
    }

    /** The debts that may be added. */
    static List<OutstandingDebt> counted(Picture picture) {
        return picture.debts().stream()
                .filter(debt -> debt.getReason().isEmpty())
                .toList();
    }

    /** The debts that stand beside the sums, or of which nobody says what is outstanding. */
    static List<OutstandingDebt> uncounted(Picture picture) {
        return picture.debts().stream()
                .filter(debt -> !debt.getReason().isEmpty())
                .toList();
    }

    private static OutstandingFigure figure(
            String currency, List<OutstandingDebt> debts, Set<String> byNameOnly, List<OutstandingDebt> uncounted) {
        BigDecimal sum =
                debts.stream().map(debt -> Amounts.decimal(debt.getAmount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<OutstandingDebt> namesakes = debts.stream()
                .filter(debt -> byNameOnly.contains(debt.getMatterKey()))
                .toList();
        return OutstandingFigure.newBuilder()
                .setAmount(Amounts.money(currency, sum))
                .setComputation(computation(currency, debts, namesakes, uncounted))
                .addAllRecordIds(Figures.distinct(
                        debts.stream().map(OutstandingDebt::getRecordIdsList).toList()))
                .addAllDebts(Figures.named(debts))
                .build();
    }

    private static String computation(
            String currency,
            List<OutstandingDebt> debts,
            List<OutstandingDebt> namesakes,
            List<OutstandingDebt> uncounted) {
        StringBuilder words = new StringBuilder();
        words.append(debts.size() == 1 ? "What one debt" : "The sum of what " + debts.size() + " debts")
                .append(debts.size() == 1 ? " leaves" : " leave")
                .append(" outstanding, each by its newest round and by one source, as of different dates; the cases'"
                        + " amounts, not the subject's share.");
        if (!namesakes.isEmpty()) {
            BigDecimal part = namesakes.stream()
                    .map(debt -> Amounts.decimal(debt.getAmount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            words.append(" Of it, ")
                    .append(Amounts.text(Amounts.money(currency, part)))
                    .append(" rests on nothing but a name, perhaps a namesake's.");
        }
        long unknown = uncounted.stream().filter(debt -> !debt.hasAmount()).count();
        long beside = uncounted.size() - unknown;
        if (beside > 0) {
            words.append(" Not added: ")
                    .append(beside)
                    .append(beside == 1 ? " amount" : " amounts")
                    .append(" of other debts, in whatever currency.");
        }
        if (unknown > 0) {
            words.append(" Unknown: what is outstanding of ")
                    .append(unknown)
                    .append(unknown == 1 ? " debt." : " debts.");
        }
        return words.toString();
    }
}
