package io.litigation.core.merge;

import com.google.type.Money;
import io.litigation.v1.CaseAmounts;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.VendorDate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What was claimed in a case, and what is outstanding: one source's word for each, nothing added. A record that names several
 * cases says of none of them how much is its own.
 */
final class Amounts {

    private static final int NANOS = 9;

    private final Statements<Money> claimed = new Statements<>(Amounts::text);
    private final Statements<Money> outstanding = new Statements<>(Amounts::text);
    private boolean shared;

    private Amounts() {}

    static Amounts of(List<SourcedRecord> sources) {
        Amounts amounts = new Amounts();
        sources.forEach(amounts::read);
        return amounts;
    }

    private void read(SourcedRecord source) {
        LitigationRecord record = source.record();
        Optional<VendorDate> asOf = CaseDates.asOf(record);
        switch (record.getDetailCase()) {
            case ENFORCEMENT ->
                read(
                        known(
                                record.getEnforcement().hasClaimedAmount(),
                                record.getEnforcement().getClaimedAmount()),
                        known(
                                record.getEnforcement().hasOutstandingAmount(),
                                record.getEnforcement().getOutstandingAmount()),
                        asOf,
                        source);
            case PUBLIC_EXPOSURE ->
                read(
                        known(
                                record.getPublicExposure().hasClaimedAmount(),
                                record.getPublicExposure().getClaimedAmount()),
                        known(
                                record.getPublicExposure().hasOutstandingAmount(),
                                record.getPublicExposure().getOutstandingAmount()),
                        asOf,
                        source);
            default -> {}
        }
    }

    private void read(Optional<Money> claim, Optional<Money> rest, Optional<VendorDate> asOf, SourcedRecord source) {
        if (namesSeveralCases(source.record())) {
            shared |= claim.isPresent() || rest.isPresent();
            return;
        }
        claim.ifPresent(amount -> claimed.add(amount, asOf, source));
        rest.ifPresent(amount -> outstanding.add(amount, asOf, source));
    }

    Statements<Money> claimed() {
        return claimed;
    }

    Statements<Money> outstanding() {
        return outstanding;
    }

    CaseAmounts message() {
        CaseAmounts.Builder message = CaseAmounts.newBuilder();
        List<SourcedRecord> sources = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        claimed.shown().ifPresent(shown -> {
            message.setClaimed(shown.value());
            sources.addAll(claimed.shownBy());
        });
        outstanding.shown().ifPresent(shown -> {
            message.setOutstanding(shown.value());
            shown.asOf().ifPresent(message::setOutstandingDate);
            sources.addAll(outstanding.shownBy());
        });
        if (shared) {
            reasons.add("A record gives amounts for several cases together; they are not taken for this one's.");
        }
        if (outstanding.isEmpty() && !claimed.isEmpty()) {
            reasons.add("Nobody says what is outstanding: it is unknown, neither the claim nor zero.");
        }
        return message.addAllRecordIds(new TreeSet<>(Ids.of(sources)))
                .setReason(String.join(" ", reasons))
                .build();
    }

    /** A document of a case (之一) is no case of its own. */
    private static boolean namesSeveralCases(LitigationRecord record) {
        return record.getCaseNumbersList().stream()
                        .map(number -> number.getCanonical().isEmpty() ? number.getRaw() : number.getCanonical())
                        .distinct()
                        .count()
                > 1;
    }

    private static Optional<Money> known(boolean said, Money amount) {
        return said ? Optional.of(amount) : Optional.empty();
    }

    static BigDecimal decimal(Money money) {
        return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), NANOS));
    }

    static Money money(String currency, BigDecimal amount) {
        BigDecimal[] parts = amount.divideAndRemainder(BigDecimal.ONE);
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(parts[0].longValueExact())
                .setNanos(parts[1].movePointRight(NANOS).intValueExact())
                .build();
    }

    /** CNY 204300.5 */
    static String text(Money money) {
        BigDecimal plain = decimal(money).stripTrailingZeros();
        return money.getCurrencyCode() + " " + plain.toPlainString();
    }
}
