package io.litigation.server.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Removes what is older than it is to be kept: answers, request identifiers, and rows of the ledger. In small steps, each a
 * transaction of its own, since searches wait for the rows, or for the one writer, meanwhile.
 */
final class Retention {

    /** Rows of a step. */
    static final int AT_ONCE = 1_000;

    private static final String OLD_LOOKUPS =
            " from lookups where recorded_at <= :oldest order by recorded_at, number limit :most)";
    private static final String OLD_ATTEMPTS =
            " from attempts where admitted_at <= :oldest order by admitted_at, attempt_id limit :most)";

    private final Database database;
    private final List<Step> steps;

    Retention(Database database, StorageConfig config) {
        this.database = database;
        Duration answers = config.retention();
        Duration ledger = config.ledgerRetention();
        steps = List.of(
                new Step(RequestTable.STANDS, RequestTable.PURGE),
                // An answer that a request identifier still stands for is kept for it.
                new Step(
                        answers,
                        List.of("delete from answers where number in (select number from answers"
                                + " where stored_at <= :oldest and answer_id not in"
                                + " (select answer_id from request_answers) order by stored_at, number limit :most)")),
                new Step(
                        answers,
                        List.of("delete from leases where until_at = 0 and taken_at <= :oldest and question in"
                                + " (select question from leases where until_at = 0 and taken_at <= :oldest"
                                + " order by taken_at limit :most)")),
                new Step(
                        ledger,
                        List.of(
                                "delete from lookup_answers where lookup_id in (select lookup_id" + OLD_LOOKUPS,
                                "delete from lookups where lookup_id in (select lookup_id" + OLD_LOOKUPS)),
                new Step(
                        ledger,
                        List.of(
                                "delete from reservations where attempt_id in (select attempt_id" + OLD_ATTEMPTS,
                                "delete from attempts where attempt_id in (select attempt_id" + OLD_ATTEMPTS)));
    }

    /**
     * What is done again and again until nothing is left to do.
     *
     * @param age of what is removed
     * @param deletions the last of which removes what the step is about
     */
    private record Step(Duration age, List<String> deletions) {

        boolean isLast(Transaction transaction) {
            // One replica at a time, so that all deletions of a step are about the same rows.
            transaction
                    .queryForUpdate("select name from settings order by name")
                    .mapTo(String.class)
                    .list();
            int removed = 0;
            for (String deletion : deletions) {
                removed = transaction
                        .update(deletion)
                        .bind("oldest", Database.micros(transaction.now().minus(age)))
                        .bind("most", AT_ONCE)
                        .execute();
            }
            return removed < AT_ONCE;
        }
    }

    CompletableFuture<Void> purge() {
        CompletableFuture<Void> purged = CompletableFuture.completedFuture(null);
        for (Step step : steps) {
            purged = purged.thenCompose(done -> untilNothingIsLeft(step));
        }
        return purged;
    }

    private CompletableFuture<Void> untilNothingIsLeft(Step step) {
        return database.write(step::isLast)
                .thenCompose(last -> last ? CompletableFuture.completedFuture(null) : untilNothingIsLeft(step));
    }
}
