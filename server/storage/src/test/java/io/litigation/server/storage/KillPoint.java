package io.litigation.server.storage;

/** Where a process dies on the way of a paid question, and what it has left behind then. */
enum KillPoint {
    BEFORE_INTENT(0, 0),
    /** Nothing is sent, but nobody can know that. */
    AFTER_INTENT(1, 0),
    /** The vendor has a part of the request. */
    MID_SEND(1, 1),
    /** The vendor has all of it, and has not answered. */
    UNANSWERED(1, 1),
    /** The answer is there, and nobody knows of it yet. */
    AFTER_ANSWER(1, 1),
    BEFORE_OUTCOME(1, 1),
    /** Between the outcome and the answer, in the transaction that writes both. */
    BEFORE_STORE(1, 1);

    /** As if killed by signal 9. */
    static final int EXIT_CODE = 137;

    private final int attempts;
    private final int received;

    KillPoint(int attempts, int received) {
        this.attempts = attempts;
        this.received = received;
    }

    /** How many attempts the ledger knows of. */
    int attempts() {
        return attempts;
    }

    /** How often the question reached the vendor. */
    int received() {
        return received;
    }

    /** Dies at once, without hooks, and without closing anything. */
    void dieIf(KillPoint here) {
        if (this == here) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
