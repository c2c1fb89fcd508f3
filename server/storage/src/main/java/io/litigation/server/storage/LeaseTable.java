package io.litigation.server.storage;

import io.litigation.core.ledger.Lease;
import io.litigation.core.subject.QuestionKey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The table of leases: who may ask a question. Fences only grow. */
final class LeaseTable {

    private LeaseTable() {}

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

    /** The row of a question, made if there is none, and nobody else's until the transaction ends. */
    static Row lock(Transaction transaction, QuestionKey question) {
        transaction
                .update("insert into leases (question, fence, until_at) values (:question, 0, 0)"
                        + " on conflict (question) do nothing")
                .bind("question", question.hex())
                .execute();
        return transaction
                .queryForUpdate("select question, fence, until_at from leases where question = :question")
                .bind("question", question.hex())
                .map((rows, context) ->
                        new Row(rows.getString("question"), rows.getLong("fence"), rows.getLong("until_at")))
                .one();
    }

    static Optional<Row> find(Transaction transaction, QuestionKey question) {
        return transaction
                .query("select question, fence, until_at from leases where question = :question")
                .bind("question", question.hex())
                .map((rows, context) ->
                        new Row(rows.getString("question"), rows.getLong("fence"), rows.getLong("until_at")))
                .findOne();
    }

    /** A new lease of a free question. */
    static Lease take(Transaction transaction, Row free, Duration time) {
        Lease lease = new Lease(new QuestionKey(free.question()), free.fence() + 1);
        hold(transaction, lease, time);
        return lease;
    }

    static void hold(Transaction transaction, Lease lease, Duration time) {
        transaction
                .update("update leases set fence = :fence, until_at = :until where question = :question")
                .bind("fence", lease.fence())
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

    /** Questions whose leases ran out, some of them. */
    static List<QuestionKey> expired(Transaction transaction, int most) {
        return transaction
                .query("select question from leases where until_at <> 0 and until_at <= :now limit :most")
                .bind("now", transaction.micros())
                .bind("most", most)
                .mapTo(String.class)
                .map(QuestionKey::new)
                .list();
    }
}
