package io.litigation.server.storage;

import io.litigation.core.ledger.Lease;
import io.litigation.core.subject.QuestionKey;
import org.jdbi.v3.core.mapper.RowMapper;

import java.time.Duration;
import java.util.List;

/**
 * The table of leases: who may ask a question. Fences only grow. A row that is made begins with the time, so that they do
 * over its removal too: who slept that long must not find its own number again at somebody else's lease.
 */
final class LeaseTable {

    private static final String ROWS = "select question, fence, until_at from leases";
    private static final RowMapper<Row> ROW =
            (rows, context) -> new Row(rows.getString("question"), rows.getLong("fence"), rows.getLong("until_at"));

    private LeaseTable() {}

    /** All rows of a question. */
    record Locked(QuestionKey question, List<Row> rows) {

        boolean isHeld(Transaction transaction) {
            return rows.stream().anyMatch(row -> row.isHeld(transaction));
        }

        boolean isHeldBy(Transaction transaction, Lease lease) {
            return rows.stream()
                    .anyMatch(row -> row.isHeld(transaction) && row.lease().equals(lease));
        }

        List<Row> expired(Transaction transaction) {
            return rows.stream().filter(row -> row.isExpired(transaction)).toList();
        }

        /** A new lease of a question that is free, under its own key. */
        Lease next() {
            long fence = rows.stream().mapToLong(Row::fence).max().orElse(0);
            return new Lease(question, fence + 1);
        }
    }

    /**
     * A question's lease.
     *
     * @param until when it ends, in microseconds; 0 if it was given back
     */
    record Row(String question, long fence, long until) {

        boolean isHeld(Transaction transaction) {
            return until > transaction.micros();
        }

        /** Nobody gave it back. */
        boolean isExpired(Transaction transaction) {
            return until != 0 && until <= transaction.micros();
        }

        Lease lease() {
            return new Lease(new QuestionKey(question), fence);
        }
    }

    /**
     * The rows of a question, one for each key that it is known by, made if there are none, and nobody else's until the
     * transaction ends. Always taken in the same order, so that no two transactions wait for each other.
     */
    static Locked lock(Transaction transaction, QuestionKey question) {
        List<String> keys = question.all().stream().sorted().toList();
        List<Row> rows = List.of();
        // One that is purged just now is made again.
        while (rows.size() < keys.size()) {
            keys.forEach(key -> transaction
                    .update("insert into leases (question, fence, until_at, taken_at) values (:question, :now, 0, :now)"
                            + " on conflict (question) do nothing")
                    .bind("question", key)
                    .bind("now", transaction.micros())
                    .execute());
            rows = transaction
                    .queryForUpdate(ROWS + " where question in (<keys>) order by question")
                    .bindList("keys", keys)
                    .map(ROW)
                    .list();
        }
        return new Locked(question, rows);
    }

    /** Whether somebody holds a question's lease, under whichever of its keys. */
    static boolean isHeld(Transaction transaction, QuestionKey question) {
        return transaction
                .query(ROWS + " where question in (<keys>)")
                .bindList("keys", question.all())
                .map(ROW)
                .list()
                .stream()
                .anyMatch(row -> row.isHeld(transaction));
    }

    static void hold(Transaction transaction, Lease lease, Duration time) {
        transaction
                .update("update leases set fence = :fence, until_at = :until, taken_at = :now"
                        + " where question = :question")
                .bind("fence", lease.fence())
                .bind("now", transaction.micros())
                .bind("until", Database.micros(transaction.now().plus(time)))
                .bind("question", lease.question().hex())
                .execute();
    }

    /**
     * Gives a lease back, if it is still that. With an attempt under it of which nobody knows what became it is not given
     * back: it ends by itself, and then it is known that the attempt was lost.
     */
    static void release(Transaction transaction, Lease lease) {
        transaction
                .update("update leases set until_at = 0 where question = :question and fence = :fence"
                        + " and not exists (select 1 from attempts where attempts.question = leases.question"
                        + " and attempts.fence = leases.fence and settled_at is null)")
                .bind("question", lease.question().hex())
                .bind("fence", lease.fence())
                .execute();
    }

    /** Questions whose leases ran out, those that did first, in an order that is the same for all who sweep. */
    static List<QuestionKey> expired(Transaction transaction, int most) {
        return transaction
                .query("select question from leases where until_at <> 0 and until_at <= :now"
                        + " order by until_at limit :most")
                .bind("now", transaction.micros())
                .bind("most", most)
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .map(QuestionKey::new)
                .toList();
    }
}
