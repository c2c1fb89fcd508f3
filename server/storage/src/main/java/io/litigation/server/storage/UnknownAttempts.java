package io.litigation.server.storage;

import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Charge;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The attempts of which it is not known whether they were billed, for a person who has the vendor's bill. Needs no keys,
 * since nothing that is sealed is looked at. On PostgreSQL it works beside running gateways: they read of a question's
 * failure in the database whenever they are asked it, so that they see at once what is settled here.
 */
public final class UnknownAttempts implements AutoCloseable {

    private final OpenDatabase open;

    private UnknownAttempts(OpenDatabase open) {
        this.open = open;
    }

    /** What came of {@link #settle}. */
    public sealed interface Ruling {

        /**
         * It is written down.
         *
         * @param othersUnknown how many more attempts at the same question are of unknown charge: as long as there are
         *     some, their failures stand
         */
        record Settled(int othersUnknown) implements Ruling {}

        /** There is no such attempt. */
        record NotThere() implements Ruling {}

        /** It is still under way, or another attempt is that may follow it: what becomes of the question is not known yet. */
        record UnderWay() implements Ruling {}

        /**
         * It is not of unknown charge.
         *
         * @param charge what is known
         */
        record Known(Charge charge) implements Ruling {}
    }

    /**
     * Opens a database that is there and has today's schema.
     *
     * @throws StorageException if it cannot be used, such as an SQLite file that a gateway has open
     */
    public static UnknownAttempts open(StorageConfig config) {
        return open(config, DatabaseTime.of(Clock.systemUTC()));
    }

    static UnknownAttempts open(StorageConfig config, DatabaseTime time) {
        if (config.dialect().equals(Optional.of(Dialect.SQLITE)) && !config.isThere()) {
            throw new StorageException("there is no database");
        }
        return new UnknownAttempts(OpenDatabase.open(config.withoutMigration(), Clocks.of(time)));
    }

    /**
     * The oldest of them.
     *
     * @param most at most so many
     */
    public List<UnknownAttempt> list(int most) {
        return open.database().atOnce(transaction -> AttemptTable.unknown(transaction, most));
    }

    /**
     * Writes down what the bill says. What was not billed is given back to its budgets. The failure that the attempt left
     * no longer stands; unless another attempt is still unknown, the question may be asked again.
     */
    public Ruling settle(String attemptId, boolean charged) {
        return open.database().atOnce(transaction -> settle(transaction, attemptId, charged));
    }

    private static Ruling settle(Transaction transaction, String id, boolean charged) {
        Optional<QuestionKey> question = AttemptTable.question(transaction, id);
        if (question.isEmpty()) {
            return new Ruling.NotThere();
        }
        // In the order in which admissions lock: the question, then the attempt.
        LeaseTable.Locked locked = LeaseTable.lock(transaction, question.get());
        AttemptTable.Known attempt = AttemptTable.known(transaction, id);
        if (attempt.charge().isEmpty() || locked.isHeldBy(transaction, attempt.lease())) {
            return new Ruling.UnderWay();
        }
        if (attempt.charge().get() != Charge.CHARGE_UNKNOWN) {
            return new Ruling.Known(attempt.charge().get());
        }
        AttemptTable.rule(transaction, id, charged ? Charge.CHARGE_CHARGED : Charge.CHARGE_NOT_CHARGED);
        if (!charged) {
            AttemptTable.reserved(transaction, id)
                    .ifPresent(reserved -> SpendingTable.giveBack(transaction, id, reserved));
        }
        AnswerTable.forgetFailures(transaction, attempt.lease());
        return new Ruling.Settled(AttemptTable.unknownAt(transaction, question.get()));
    }

    @Override
    public void close() {
        open.close();
    }
}
