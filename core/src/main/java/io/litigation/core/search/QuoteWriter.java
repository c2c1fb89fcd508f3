package io.litigation.core.search;

import com.google.type.Money;
import io.litigation.v1.OfferingQuote;
import io.litigation.v1.OfferingQuote.Disposition;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what would become of offerings as the quotes that callers see. */
final class QuoteWriter {

    private static final int NANOS_DIGITS = 9;

    private QuoteWriter() {}

    /** Nothing of what a stored answer says: who wants to know it searches. */
    static OfferingQuote quote(Question question, Prospect prospect) {
        OfferingQuote.Builder quote = OfferingQuote.newBuilder()
                .setProvider(question.provider())
                .setOffering(question.offering().name())
                .setPrice(question.offering().price())
                .setSimulated(question.desk().simulated());
        if (prospect instanceof Prospect.Known known) {
            return known.result()
                    .either(
                            answered -> quote.setDisposition(Disposition.DISPOSITION_STORED)
                                    .setFetchTime(OutcomeWriter.timestamp(
                                            answered.answer().raw().receiveTime())),
                            held -> quote.setDisposition(Disposition.DISPOSITION_HELD)
                                    .setError(OutcomeWriter.error(question, held)))
                    .build();
        }
        if (prospect instanceof Prospect.Refused refused) {
            return quote.setDisposition(
                            refused.refusal().exceeded().isEmpty()
                                    ? Disposition.DISPOSITION_UNAVAILABLE
                                    : Disposition.DISPOSITION_SKIPPED)
                    .setError(OutcomeWriter.error(question, refused.refusal()))
                    .build();
        }
        return quote.setDisposition(
                        prospect instanceof Prospect.Shared
                                ? Disposition.DISPOSITION_SHARED
                                : Disposition.DISPOSITION_ASKED)
                .build();
    }

    /** An offering that the plan leaves out. */
    static OfferingQuote unasked(ProviderOutcome outcome) {
        OfferingQuote.Builder quote = OfferingQuote.newBuilder()
                .setProvider(outcome.getProvider())
                .setOffering(outcome.getOffering())
                .setDisposition(
                        outcome.getState() == State.STATE_NOT_COVERED
                                ? Disposition.DISPOSITION_NOT_COVERED
                                : Disposition.DISPOSITION_SKIPPED)
                .setSimulated(outcome.getSimulated());
        if (outcome.hasPrice()) {
            quote.setPrice(outcome.getPrice());
        }
        if (outcome.hasError()) {
            quote.setError(outcome.getError());
        }
        return quote.build();
    }

    /** What would be paid, by currency. */
    static List<Money> totals(List<OfferingQuote> quotes) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        quotes.stream()
                .filter(quote -> quote.getDisposition() == Disposition.DISPOSITION_ASKED)
                .map(OfferingQuote::getPrice)
                .forEach(price -> sums.merge(price.getCurrencyCode(), amount(price), BigDecimal::add));
        List<Money> totals = new ArrayList<>();
        sums.forEach((currency, sum) -> totals.add(money(currency, sum)));
        return totals;
    }

    private static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), NANOS_DIGITS));
    }

    private static Money money(String currency, BigDecimal amount) {
        BigDecimal[] parts = amount.divideAndRemainder(BigDecimal.ONE);
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(parts[0].longValueExact())
                .setNanos(parts[1].movePointRight(NANOS_DIGITS).intValueExact())
                .build();
    }
}
