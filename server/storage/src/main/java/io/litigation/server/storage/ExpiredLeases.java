package io.litigation.server.storage;

import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Lease;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Charge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Leases whose holder did not come back: what it sent may have been charged, and whoever asks next is told so. Done by
 * whoever finds one, and from time to time for all.
 */
final class ExpiredLeases {

    private static final int AT_ONCE = 100;

    private final Database database;
    private final AnswerTable answers;

    ExpiredLeases(Database database, AnswerTable answers) {
        this.database = database;
        this.answers = answers;
    }

    /** Settles some; completes with how many attempts were lost. */
    CompletableFuture<Integer> sweep() {
        return database.write(transaction -> {
            int lost = 0;
            for (QuestionKey question : LeaseTable.expired(transaction, AT_ONCE)) {
                lost += settle(transaction, LeaseTable.lock(transaction, question));
            }
            return lost;
        });
    }

    /** Ends the leases of a question that are expired; how many attempts under them were lost. */
    int settle(Transaction transaction, LeaseTable.Locked question) {
        return question.expired(transaction).stream()
                .mapToInt(row -> settle(transaction, row))
                .sum();
    }

    private int settle(Transaction transaction, LeaseTable.Row row) {
        Lease lease = row.lease();
        List<String> lost = AttemptTable.underWay(transaction, lease);
        for (String id : lost) {
            AttemptTable.settle(
                    transaction,
                    id,
                    new AttemptOutcome(Charge.CHARGE_UNKNOWN, Optional.of(FailureKind.OUTCOME_LOST), "", ""));
            ProviderException failure = ProviderException.of(FailureKind.OUTCOME_LOST, Charge.CHARGE_UNKNOWN)
                    .build();
            answers.putLost(transaction, lease.question(), id, failure, row.until());
        }
        LeaseTable.release(transaction, lease);
        return lost.size();
    }
}
