package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.QueryLedger;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A ledger whose process dies at a point. */
final class DyingLedger extends ForwardingLedger {

    private final KillPoint point;

    DyingLedger(QueryLedger ledger, KillPoint point) {
        super(ledger);
        this.point = point;
    }

    @Override
    public CompletableFuture<Admission> admit(Intent intent) {
        point.dieIf(KillPoint.BEFORE_INTENT);
        return super.admit(intent).thenApply(admission -> {
            point.dieIf(KillPoint.AFTER_INTENT);
            return admission;
        });
    }

    @Override
    public CompletableFuture<Void> settle(
            Admission.Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
        point.dieIf(KillPoint.BEFORE_OUTCOME);
        return super.settle(admission, outcome, keep);
    }
}
