package io.litigation.server.storage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Removes what is older than it is to be kept: answers, request identifiers, and rows of the ledger. */
final class Retention {

    private final Database database;
    private final StorageConfig config;

    Retention(Database database, StorageConfig config) {
        this.database = database;
        this.config = config;
    }

    CompletableFuture<Void> purge() {
        return database.write(transaction -> {
                    RequestTable.purge(transaction);
                    // An answer that a request identifier still stands for is kept for it.
                    olderThan(
                            transaction,
                            config.retention(),
                            "delete from answers where stored_at <= :oldest and answer_id not in"
                                    + " (select answer_id from request_answers)");
                    olderThan(
                            transaction,
                            config.retention(),
                            "delete from leases where until_at = 0 and not exists"
                                    + " (select 1 from attempts a where a.question = leases.question"
                                    + " and a.admitted_at > :oldest)");
                    Duration ledger = config.ledgerRetention();
                    olderThan(
                            transaction,
                            ledger,
                            "delete from lookup_answers where lookup_id in"
                                    + " (select lookup_id from lookups where recorded_at <= :oldest)");
                    olderThan(transaction, ledger, "delete from lookups where recorded_at <= :oldest");
                    olderThan(
                            transaction,
                            ledger,
                            "delete from reservations where attempt_id in"
                                    + " (select attempt_id from attempts where admitted_at <= :oldest)");
                    olderThan(transaction, ledger, "delete from attempts where admitted_at <= :oldest");
                    return transaction;
                })
                .thenAccept(done -> {});
    }

    private static void olderThan(Transaction transaction, Duration age, String sql) {
        transaction
                .update(sql)
                .bind("oldest", Database.micros(transaction.now().minus(age)))
                .execute();
    }
}
