package io.litigation.server.storage;

import com.google.type.Money;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.Lease;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Charge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The table of attempts: intents, and what became of them. */
final class AttemptTable {

    private static final long NANOS = 1_000_000_000L;

    private AttemptTable() {}

    static void insert(Transaction transaction, String id, Lease lease, Intent intent) {
        transaction
                .update("insert into attempts (attempt_id, lookup_id, tenant, caller, question, fence, provider,"
                        + " offering, number, currency, price_nanos, admitted_at) values (:id, :lookup, :tenant,"
                        + " :caller, :question, :fence, :provider, :offering, :number, :currency, :price, :now)")
                .bind("id", id)
                .bind("lookup", intent.lookupId())
                .bind("tenant", intent.payer().tenant())
                .bind("caller", intent.payer().caller())
                .bind("question", intent.question().hex())
                .bind("fence", lease.fence())
                .bind("provider", intent.provider())
                .bind("offering", intent.offering())
                .bind("number", (long) intent.attempt())
                .bind("currency", intent.price().getCurrencyCode())
                .bind("price", nanos(intent.price()))
                .bind("now", transaction.micros())
                .execute();
    }

    /**
     * Writes an outcome; the last word counts, unless it knows less than a person does.
     *
     * @return whether what was reserved for the attempt is to be given back: it is surely not charged, and that is news
     */
    static boolean settle(Transaction transaction, String id, AttemptOutcome outcome) {
        if (outcome.charge() == Charge.CHARGE_UNKNOWN && isRuled(transaction, id)) {
            return false;
        }
        Optional<String> before = charge(transaction, id);
        transaction
                .update("update attempts set settled_at = :now, charge = :charge, failure = :failure,"
                        + " vendor_code = :code, vendor_reference = :reference where attempt_id = :id")
                .bind("now", transaction.micros())
                .bind("charge", outcome.charge().name())
                .bind("failure", outcome.failure().map(Enum::name).orElse(null))
                .bind("code", storable(outcome.vendorCode()))
                .bind("reference", storable(outcome.vendorReference()))
                .bind("id", id)
                .execute();
        return outcome.charge() == Charge.CHARGE_NOT_CHARGED
                && !before.equals(Optional.of(Charge.CHARGE_NOT_CHARGED.name()));
    }

    /** PostgreSQL refuses the character NUL, and what a vendor sends must not keep an outcome from being written. */
    private static String storable(String vendors) {
        return vendors.replace('\0', '\uFFFD');
    }

    /** Attempts under a lease that were never settled, not even by somebody who is at it now. */
    static List<String> underWay(Transaction transaction, Lease lease) {
        return transaction
                .queryForUpdate("select attempt_id from attempts where question = :question and fence = :fence"
                        + " and settled_at is null")
                .bind("question", lease.question().hex())
                .bind("fence", lease.fence())
                .mapTo(String.class)
                .list();
    }

    /**
     * What is known of an attempt.
     *
     * @param lease that it was made under
     * @param charge empty as long as it is under way
     */
    record Known(Lease lease, Optional<Charge> charge) {}

    static Optional<QuestionKey> question(Transaction transaction, String id) {
        return transaction
                .query("select question from attempts where attempt_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .map(QuestionKey::new)
                .findOne();
    }

    static Known known(Transaction transaction, String id) {
        return transaction
                .queryForUpdate("select question, fence, charge from attempts where attempt_id = :id")
                .bind("id", id)
                .map((rows, context) -> new Known(
                        new Lease(new QuestionKey(rows.getString("question")), rows.getLong("fence")),
                        Optional.ofNullable(rows.getString("charge")).map(Charge::valueOf)))
                .one();
    }

    /** Writes down what a person knows of an attempt's charge; how it ended stays. */
    static void rule(Transaction transaction, String id, Charge charge) {
        transaction
                .update("update attempts set charge = :charge, ruled_at = :now where attempt_id = :id")
                .bind("charge", charge.name())
                .bind("now", transaction.micros())
                .bind("id", id)
                .execute();
    }

    /** Whether a person has said what an attempt cost. Nobody does before the transaction ends. */
    static boolean isRuled(Transaction transaction, String id) {
        return transaction
                .queryForUpdate("select ruled_at is not null from attempts where attempt_id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /** The oldest attempts of unknown charge. */
    static List<UnknownAttempt> unknown(Transaction transaction, int most) {
        return transaction
                .query("select attempt_id, admitted_at, provider, offering, tenant, caller, failure, vendor_reference"
                        + " from attempts where charge = :unknown order by admitted_at, attempt_id limit :most")
                .bind("unknown", Charge.CHARGE_UNKNOWN.name())
                .bind("most", most)
                .map((rows, context) -> new UnknownAttempt(
                        rows.getString("attempt_id"),
                        Database.instant(rows.getLong("admitted_at")),
                        rows.getString("provider"),
                        rows.getString("offering"),
                        rows.getString("tenant") + "/" + rows.getString("caller"),
                        Objects.requireNonNullElse(rows.getString("failure"), ""),
                        Objects.requireNonNullElse(rows.getString("vendor_reference"), "")))
                .list();
    }

    /** How many attempts at a question are of unknown charge. */
    static int unknownAt(Transaction transaction, QuestionKey question) {
        return transaction
                .query("select count(*) from attempts where question = :question and charge = :unknown")
                .bind("question", question.hex())
                .bind("unknown", Charge.CHARGE_UNKNOWN.name())
                .mapTo(Integer.class)
                .one();
    }

    /** What an attempt's price was, and when it was reserved. */
    record Reserved(String currency, long priceNanos, Instant time) {}

    static Optional<Reserved> reserved(Transaction transaction, String id) {
        return transaction
                .query("select currency, price_nanos, admitted_at from attempts where attempt_id = :id")
                .bind("id", id)
                .map((rows, context) -> new Reserved(
                        rows.getString("currency"),
                        rows.getLong("price_nanos"),
                        Database.instant(rows.getLong("admitted_at"))))
                .findOne();
    }

    private static Optional<String> charge(Transaction transaction, String id) {
        return transaction
                .queryForUpdate("select charge from attempts where attempt_id = :id")
                .bind("id", id)
                .map((rows, context) -> Optional.ofNullable(rows.getString("charge")))
                .findOne()
                .flatMap(charge -> charge);
    }

    static long nanos(Money money) {
        return Math.addExact(Math.multiplyExact(money.getUnits(), NANOS), money.getNanos());
    }
}
