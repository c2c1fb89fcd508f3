package io.litigation.core.merge;

import com.google.type.Money;
import io.litigation.v1.OutstandingDebt;

import java.util.Optional;

/**
 * One debt of a matter: a round of enforcement with those that resume it.
 *
 * @param newest the round that speaks for it
 * @param obstacle why it is in no sum; empty if nothing speaks against it
 */
record Debt(String matterKey, CaseNode newest, CaseFacts facts, Optional<String> obstacle) {

    OutstandingDebt message() {
        OutstandingDebt.Builder debt = OutstandingDebt.newBuilder()
                .setCaseKey(newest.key())
                .setMatterKey(matterKey)
                .addAllRecordIds(
                        Ids.of(facts.outstanding().isPresent() ? facts.outstandingSaidBy() : newest.sources()));
        reason().ifPresent(debt::setReason);
        facts.outstanding().ifPresent(said -> {
            debt.setAmount(said.value());
            said.asOf().ifPresent(debt::setDate);
        });
        return debt.build();
    }

    Optional<Money> amount() {
        return facts.outstanding().map(Statement::value);
    }

    /** Why it is in no sum. */
    Optional<String> reason() {
        return obstacle.or(() -> amount().isPresent()
                ? Optional.empty()
                : Optional.of("Nobody says what is outstanding in the newest round: unknown."));
    }
}
