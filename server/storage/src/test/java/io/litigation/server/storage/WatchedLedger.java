package io.litigation.server.storage;

import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.subject.QuestionKey;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A ledger that tells when somebody was refused leave to send, and looks again and again whether it may. */
final class WatchedLedger extends ForwardingLedger {

    private final Map<String, CompletableFuture<Boolean>> first = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();

    WatchedLedger(QueryLedger ledger) {
        super(ledger);
    }

    /** Completes with the first admission that somebody asks for: whether it was refused since the question is taken. */
    CompletableFuture<Boolean> turnedAway(String caller) {
        return first.computeIfAbsent(caller, name -> new CompletableFuture<>());
    }

    /** How often it was looked whether a question is still taken, to the end. */
    int looks() {
        return looks.get();
    }

    @Override
    public CompletableFuture<Admission> admit(Intent intent) {
        return super.admit(intent)
                .whenComplete((admission, problem) ->
                        turnedAway(intent.payer().caller()).complete(admission instanceof Admission.Taken));
    }

    @Override
    public CompletableFuture<Boolean> isTaken(QuestionKey question) {
        return super.isTaken(question).whenComplete((taken, problem) -> looks.incrementAndGet());
    }
}
