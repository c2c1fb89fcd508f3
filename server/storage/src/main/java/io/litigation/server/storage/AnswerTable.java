package io.litigation.server.storage;

import com.google.protobuf.ByteString;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Lease;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.subject.QuestionKey;
import io.litigation.server.storage.v1.StoredFailure;
import io.litigation.server.storage.v1.StoredReply;
import io.litigation.v1.Charge;
import org.jdbi.v3.core.statement.Query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The table of answers: rows are added, and replaced by their own kind only; the newest of a question counts. */
final class AnswerTable {

    private static final String TABLE = "answers";
    private static final String COLUMNS =
            "select answer_id, is_failure, mapper_version, stored_at, sealed from answers ";

    /** What is written late does not come before what was answered since. */
    private static final String NEWEST_FIRST = " order by stored_at desc, number desc limit 1";

    /** Whichever of the installation's keys it is stored under. What is too old is as good as removed. */
    private static final String KEPT = "where question in (<keys>) and stored_at > :oldest";

    private static final String NEWEST = KEPT + NEWEST_FIRST;

    private final Sealer sealer;
    private final Duration retention;

    /**
     * The table.
     *
     * @param retention how long what is in it is used
     */
    AnswerTable(Sealer sealer, Duration retention) {
        this.sealer = sealer;
        this.retention = retention;
    }

    private record Row(String id, boolean isFailure, int mapperVersion, long storedAt, ByteString sealed) {}

    Optional<StoredAnswer> newest(Transaction transaction, QuestionKey question) {
        return newest(transaction, NEWEST, question)
                .map(row -> row.isFailure() ? failed(transaction, question, row) : answered(transaction, row));
    }

    /** As {@link StoredAnswer#version}. */
    Optional<String> newestVersion(Transaction transaction, QuestionKey question) {
        return transaction
                .query("select case is_failure when 1 then :failed else '' end || answer_id from answers " + NEWEST)
                .bind("failed", StoredAnswer.FAILED)
                .bindList("keys", question.all())
                .bind("oldest", oldest(transaction))
                .mapTo(String.class)
                .findFirst();
    }

    Optional<StoredAnswer.Answered> answer(Transaction transaction, String id) {
        return row(query(transaction, "where answer_id in (<keys>) and is_failure = 0", List.of(id)))
                .map(row -> answered(transaction, row));
    }

    /**
     * Stores it. A failure of unknown charge is not stored if a person has settled its attempt: that took it away.
     *
     * @return what is stored
     */
    Optional<StoredAnswer> put(Transaction transaction, QuestionKey question, StoredAnswer answer) {
        Optional<StoredAnswer.Failed> failed = answer.failure();
        if (failed.filter(failure -> failure.cause().charge() == Charge.CHARGE_UNKNOWN)
                        .isPresent()
                && AttemptTable.isRuled(transaction, answer.id())) {
            return Optional.empty();
        }
        byte[] sealed = failed.isPresent()
                ? sealer.seal(StoredMessages.of(failed.get().cause()), TABLE, answer.id())
                : sealer.seal(StoredMessages.of(answer.answer().orElseThrow().raw()), TABLE, answer.id());
        // A row takes a new number with new contents: of several of one moment it is the newest.
        transaction
                .update("delete from answers where answer_id = :id")
                .bind("id", answer.id())
                .execute();
        insert(
                transaction,
                question,
                new Row(
                        answer.id(),
                        failed.isPresent(),
                        answer.answer()
                                .filter(any -> failed.isEmpty())
                                .map(StoredAnswer.Answered::mapperVersion)
                                .orElse(0),
                        transaction.kept(answer.time()),
                        ByteString.copyFrom(sealed)),
                "");
        return Optional.of(answer);
    }

    /** What became of an attempt that nobody told the end of. If its answer is there nevertheless, that stays. */
    void putLost(Transaction transaction, QuestionKey question, String id, ProviderException failure, long at) {
        ByteString sealed = ByteString.copyFrom(sealer.seal(StoredMessages.of(failure), TABLE, id));
        insert(transaction, question, new Row(id, true, 0, at, sealed), "on conflict (answer_id) do nothing");
    }

    /** Takes away the failure that stood for an attempt. */
    static void forgetFailure(Transaction transaction, String id) {
        transaction
                .update("delete from answers where answer_id = :id and is_failure = 1")
                .bind("id", id)
                .execute();
    }

    /**
     * Takes away the failures that attempts under a lease left, as far as a person has looked: theirs, and those of
     * attempts that surely cost nothing but came after one of unknown charge, and carry it.
     */
    static void forgetFailures(Transaction transaction, Lease lease) {
        transaction
                .update("delete from answers where question = :question and is_failure = 1 and answer_id in"
                        + " (select attempt_id from attempts where question = :question and fence = :fence"
                        + " and (ruled_at is not null or charge = :free))")
                .bind("question", lease.question().hex())
                .bind("fence", lease.fence())
                .bind("free", Charge.CHARGE_NOT_CHARGED.name())
                .execute();
    }

    private static void insert(Transaction transaction, QuestionKey question, Row row, String orElse) {
        transaction
                .update("insert into answers (answer_id, question, is_failure, mapper_version, stored_at, sealed)"
                        + " values (:id, :question, :failure, :version, :at, :sealed) " + orElse)
                .bind("id", row.id())
                .bind("question", question.hex())
                .bind("failure", row.isFailure() ? 1L : 0L)
                .bind("version", (long) row.mapperVersion())
                .bind("at", row.storedAt())
                .bind("sealed", row.sealed().toByteArray())
                .execute();
    }

    private long oldest(Transaction transaction) {
        return Database.micros(transaction.now().minus(retention));
    }

    private Optional<Row> newest(Transaction transaction, String where, QuestionKey question) {
        return row(query(transaction, where, question.all()).bind("oldest", oldest(transaction)));
    }

    private static Query query(Transaction transaction, String where, List<String> keys) {
        return transaction.query(COLUMNS + where).bindList("keys", keys);
    }

    private static Optional<Row> row(Query query) {
        return query.map((rows, context) -> new Row(
                        rows.getString("answer_id"),
                        rows.getLong("is_failure") == 1,
                        rows.getInt("mapper_version"),
                        rows.getLong("stored_at"),
                        ByteString.copyFrom(rows.getBytes("sealed"))))
                .findFirst();
    }

    private StoredAnswer.Answered answered(Transaction transaction, Row row) {
        StoredReply reply = sealer.open(row.sealed().toByteArray(), StoredReply.parser(), TABLE, row.id());
        return new StoredAnswer.Answered(
                row.id(), StoredMessages.rawAnswer(reply), row.mapperVersion(), transaction.told(row.storedAt()));
    }

    private StoredAnswer failed(Transaction transaction, QuestionKey question, Row row) {
        StoredFailure failure = sealer.open(row.sealed().toByteArray(), StoredFailure.parser(), TABLE, row.id());
        Optional<StoredAnswer.Answered> before = newest(
                        transaction, KEPT + " and is_failure = 0" + NEWEST_FIRST, question)
                .map(earlier -> answered(transaction, earlier));
        return new StoredAnswer.Failed(
                row.id(), StoredMessages.failure(failure), transaction.told(row.storedAt()), before);
    }
}
