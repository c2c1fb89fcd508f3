package io.litigation.server.storage;

import io.litigation.core.answers.InMemoryAnswerStore;
import io.litigation.core.ledger.InMemoryQueryLedger;

class InMemoryStorageTest extends StorageContract {

    @Override
    protected Backing open() {
        TestClock clock = new TestClock();
        InMemoryAnswerStore answers = new InMemoryAnswerStore(1 << 20);
        return new Backing(answers, new InMemoryQueryLedger(clock, 10_000, answers), clock, () -> {});
    }
}
