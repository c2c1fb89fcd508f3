package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.subject.QuestionKey;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of callers' request identifiers, and of the answers that are pinned to them. */
final class RequestTable {

    static final Duration STANDS = Duration.ofHours(QueryLedger.REQUEST_ID_HOURS);
    private static final String OF_ID = " where tenant = :tenant and caller = :caller and request_id = :request";

    private static final String OLD =
            " where (tenant, caller, request_id) in (select tenant, caller, request_id from requests"
                    + " where claimed_at <= :oldest order by claimed_at, tenant, caller, request_id limit :most)";

    /** Removes the oldest of those that stand no longer, with what is pinned to them. */
    static final List<String> PURGE = List.of("delete from request_answers" + OLD, "delete from requests" + OLD);

    private RequestTable() {}

    private record First(String digest, long claimedAt) {}

    record Id(String tenant, String caller, String requestId) {}

    /**
     * How long ago the identifier was first used for the same request; empty if it stands for another.
     *
     * @param digests the request's, under each key, the current one's first
     */
    static Optional<Duration> claim(Transaction transaction, Id id, List<String> digests) {
        long oldest = oldest(transaction);
        for (String table : new String[] {"request_answers", "requests"}) {
            String sql =
                    "delete from " + table + OF_ID + " and exists (select 1 from requests r where r.tenant = :tenant"
                            + " and r.caller = :caller and r.request_id = :request and r.claimed_at <= :oldest)";
            transaction
                    .update(sql)
                    .bind("tenant", id.tenant())
                    .bind("caller", id.caller())
                    .bind("request", id.requestId())
                    .bind("oldest", oldest)
                    .execute();
        }
        transaction
                .update("insert into requests (tenant, caller, request_id, digest, claimed_at)"
                        + " values (:tenant, :caller, :request, :digest, :now)"
                        + " on conflict (tenant, caller, request_id) do nothing")
                .bind("tenant", id.tenant())
                .bind("caller", id.caller())
                .bind("request", id.requestId())
                .bind("digest", digests.get(0))
                .bind("now", transaction.micros())
                .execute();
        First first = transaction
                .query("select digest, claimed_at from requests" + OF_ID)
                .bind("tenant", id.tenant())
                .bind("caller", id.caller())
                .bind("request", id.requestId())
                .map((rows, context) -> new First(rows.getString("digest"), rows.getLong("claimed_at")))
                .one();
        // Who laid claim to it may have begun later.
        long age = Math.max(0, transaction.micros() - first.claimedAt());
        return digests.contains(first.digest()) ? Optional.of(Duration.of(age, ChronoUnit.MICROS)) : Optional.empty();
    }

    static Map<QuestionKey, StoredAnswer.Answered> pinned(Transaction transaction, Id id, AnswerTable answers) {
        Map<QuestionKey, StoredAnswer.Answered> pinned = new HashMap<>();
        transaction
                .query("select question, answer_id from request_answers" + OF_ID)
                .bind("tenant", id.tenant())
                .bind("caller", id.caller())
                .bind("request", id.requestId())
                .map((rows, context) -> Map.entry(rows.getString("question"), rows.getString("answer_id")))
                .list()
                .forEach(pin -> answers.answer(transaction, pin.getValue())
                        .ifPresent(answer -> pinned.put(new QuestionKey(pin.getKey()), answer)));
        return pinned;
    }

    /**
     * The first answer that a question was given stays, as long as its identifier stands. Always in the same order: another
     * replica may do the same.
     */
    static void pin(Transaction transaction, Lookup lookup) {
        lookup.pinned().stream()
                .sorted(Comparator.comparing(QuestionKey::hex))
                .forEach(question -> transaction
                        .update("insert into request_answers (tenant, caller, request_id, question, answer_id)"
                                + " select tenant, caller, request_id, :question, :answer from requests" + OF_ID
                                + " on conflict (tenant, caller, request_id, question) do nothing")
                        .bind("tenant", lookup.tenant())
                        .bind("caller", lookup.caller())
                        .bind("request", lookup.requestId())
                        .bind("question", question.hex())
                        .bind("answer", lookup.answers().get(question))
                        .execute());
    }

    private static long oldest(Transaction transaction) {
        return Database.micros(transaction.now().minus(STANDS));
    }
}
