package io.litigation.server.storage;

import com.google.rpc.Code;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.GivenAnswers;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupPage;
import io.litigation.core.ledger.LookupQuery;
import io.litigation.core.subject.QuestionKey;
import io.litigation.server.storage.v1.StoredLookup;
import org.jdbi.v3.core.statement.Query;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of lookups and of the subjects that they are about. */
final class LookupTable {

    private static final String TABLE = "lookups";
    private static final int TOKEN_BYTES = 16;

    private final Sealer sealer;
    private final int keyVersion;
    private final SecureRandom random = new SecureRandom();

    LookupTable(Sealer sealer, int keyVersion) {
        this.sealer = sealer;
        this.keyVersion = keyVersion;
    }

    private record Row(long number, Lookup lookup) {}

    /** Writes one down, unless it is there: nobody may have been told that its commit was one. */
    void insert(Transaction transaction, Lookup lookup) {
        int inserted = transaction
                .update("insert into lookups (lookup_id, method, request_id, tenant, caller, subject_token,"
                        + " purpose_code, code, recorded_at, sealed) values (:id, :method, :request, :tenant, :caller,"
                        + " :subject, :purpose, :code, :now, :sealed) on conflict (lookup_id) do nothing")
                .bind("id", lookup.lookupId())
                .bind("method", lookup.method())
                .bind("request", lookup.requestId())
                .bind("tenant", lookup.tenant())
                .bind("caller", lookup.caller())
                .bind("subject", subject(transaction, lookup))
                .bind("purpose", lookup.purpose().getCode().name())
                .bind("code", lookup.code().name())
                .bind("now", transaction.micros())
                .bind("sealed", sealer.seal(StoredMessages.of(lookup), TABLE, lookup.lookupId()))
                .execute();
        if (inserted == 0) {
            return;
        }
        lookup.answers()
                .forEach((question, answer) -> transaction
                        .update("insert into lookup_answers (lookup_id, question, answer_id)"
                                + " values (:id, :question, :answer)")
                        .bind("id", lookup.lookupId())
                        .bind("question", question.hex())
                        .bind("answer", answer)
                        .execute());
        RequestTable.pin(transaction, lookup);
    }

    /**
     * A random text that stands for the subject as long as the row is there that leads from the one to the other. What is
     * about nobody has none.
     */
    private String subject(Transaction transaction, Lookup lookup) {
        if (lookup.subjectToken().isEmpty()) {
            return "";
        }
        return knownSubject(transaction, lookup).orElseGet(() -> newSubject(transaction, lookup));
    }

    /** Whichever of the installation's keys it is known by. */
    private static Optional<String> knownSubject(Transaction transaction, Lookup lookup) {
        List<String> hashes = new ArrayList<>(lookup.otherSubjectTokens());
        hashes.add(lookup.subjectToken());
        return transaction
                .query("select token from subjects where tenant = :tenant and subject_hash in (<hashes>)"
                        + " order by key_version limit 1")
                .bind("tenant", lookup.tenant())
                .bindList("hashes", hashes)
                .mapTo(String.class)
                .findFirst();
    }

    private String newSubject(Transaction transaction, Lookup lookup) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        transaction
                .update("insert into subjects (token, tenant, subject_hash, key_version)"
                        + " values (:token, :tenant, :hash, :version)"
                        + " on conflict (tenant, subject_hash) do nothing")
                .bind("token", HexFormat.of().formatHex(token))
                .bind("tenant", lookup.tenant())
                .bind("hash", lookup.subjectToken())
                .bind("version", (long) keyVersion)
                .execute();
        return knownSubject(transaction, lookup).orElseThrow();
    }

    Optional<GivenAnswers> given(
            Transaction transaction, String tenant, String caller, String lookupId, AnswerTable answers) {
        return transaction
                .query("select request_id, recorded_at, sealed from lookups where lookup_id = :id and tenant = :tenant"
                        + " and caller = :caller and code = :code")
                .bind("id", lookupId)
                .bind("tenant", tenant)
                .bind("caller", caller)
                .bind("code", Code.OK.name())
                .map((columns, context) -> new GivenAnswers(
                        columns.getString("request_id"),
                        StoredMessages.outcomes(
                                sealer.open(columns.getBytes("sealed"), StoredLookup.parser(), TABLE, lookupId)),
                        Map.of(),
                        Duration.of(
                                Math.max(0, transaction.micros() - columns.getLong("recorded_at")), ChronoUnit.MICROS)))
                .findFirst()
                .map(given -> new GivenAnswers(
                        given.requestId(), given.outcomes(), answers(transaction, lookupId, answers), given.age()));
    }

    private static Map<QuestionKey, StoredAnswer.Answered> answers(
            Transaction transaction, String lookupId, AnswerTable answers) {
        Map<QuestionKey, StoredAnswer.Answered> given = new HashMap<>();
        transaction
                .query("select question, answer_id from lookup_answers where lookup_id = :id")
                .bind("id", lookupId)
                .map((rows, context) -> Map.entry(rows.getString("question"), rows.getString("answer_id")))
                .list()
                .forEach(row -> answers.answer(transaction, row.getValue())
                        .ifPresent(answer -> given.put(new QuestionKey(row.getKey()), answer)));
        return given;
    }

    LookupPage page(Transaction transaction, LookupQuery query) {
        // Not "or": SQLite would read all of the tenant's, and sort them.
        String ofCaller = query.caller().isPresent() ? " and caller = :caller" : "";
        Query selected = transaction
                .query("select number, lookup_id, method, request_id, tenant, caller, subject_token, code, recorded_at,"
                        + " sealed from lookups where tenant = :tenant" + ofCaller
                        + " and recorded_at >= :from and recorded_at < :until and number < :after"
                        + " order by number desc limit :size")
                .bind("tenant", query.tenant())
                .bind("from", query.from().map(Database::micros).orElse(0L))
                .bind("until", query.until().map(Database::micros).orElse(Long.MAX_VALUE))
                .bind("after", query.after().orElse(Long.MAX_VALUE))
                .bind("size", query.size() + 1);
        query.caller().ifPresent(caller -> selected.bind("caller", caller));
        List<Row> rows = selected.map((columns, context) -> {
                    String id = columns.getString("lookup_id");
                    StoredLookup stored = sealer.open(columns.getBytes("sealed"), StoredLookup.parser(), TABLE, id);
                    return new Row(
                            columns.getLong("number"),
                            new Lookup(
                                    id,
                                    columns.getString("method"),
                                    columns.getString("request_id"),
                                    columns.getString("tenant"),
                                    columns.getString("caller"),
                                    columns.getString("subject_token"),
                                    StoredMessages.purpose(stored),
                                    Database.instant(columns.getLong("recorded_at")),
                                    Code.valueOf(columns.getString("code")),
                                    StoredMessages.outcomes(stored),
                                    Map.of(),
                                    Set.of()));
                })
                .list();
        boolean more = rows.size() > query.size();
        List<Row> page = more ? rows.subList(0, query.size()) : rows;
        return new LookupPage(
                page.stream().map(Row::lookup).toList(),
                more ? Optional.of(page.get(page.size() - 1).number()) : Optional.empty());
    }
}
