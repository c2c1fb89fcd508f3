package io.litigation.server.storage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What every storage keeps to. A storage's own test says how it is opened, and is done. */
abstract class StorageContract {

    private Backing backing;

    /** An empty one. */
    protected abstract Backing open();

    @BeforeEach
    final void start() {
        backing = open();
    }

    @AfterEach
    final void stop() {
        backing.close();
    }

    @Nested
    class Answers extends AnswerContract {
        @Override
        Backing backing() {
            return backing;
        }
    }

    @Nested
    class Admissions extends AdmissionContract {
        @Override
        Backing backing() {
            return backing;
        }
    }

    @Nested
    class Budgets extends BudgetContract {
        @Override
        Backing backing() {
            return backing;
        }
    }

    @Nested
    class Lookups extends LookupContract {
        @Override
        Backing backing() {
            return backing;
        }
    }

    @Nested
    class RequestIds extends RequestIdContract {
        @Override
        Backing backing() {
            return backing;
        }
    }
}
