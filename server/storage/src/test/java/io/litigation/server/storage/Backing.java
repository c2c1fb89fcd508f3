package io.litigation.server.storage;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.ledger.QueryLedger;

/** What a contract is tested on. */
record Backing(AnswerStore answers, QueryLedger ledger, TestClock clock, Runnable onClose) implements AutoCloseable {

    @Override
    public void close() {
        onClose.run();
    }
}
