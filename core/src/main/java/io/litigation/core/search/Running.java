package io.litigation.core.search;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** A search that was found valid and is under way. It ends once: with an answer, a failure, or its caller's leaving. */
final class Running {

    private final SearchCommand command;
    private final SearchPlan plan;
    private final SearchReporting reporting;
    private final Caller caller;
    private final Instant answerTime;
    private final Instant deadline;
    private final Duration leastForTheLedger;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean givenInPart;

    Running(
            SearchCommand command,
            SearchPlan plan,
            SearchReporting reporting,
            Caller caller,
            Instant answerTime,
            Instant deadline,
            Duration leastForTheLedger) {
        this.command = command;
        this.plan = plan;
        this.reporting = reporting;
        this.caller = caller;
        this.answerTime = answerTime;
        this.deadline = deadline;
        this.leastForTheLedger = leastForTheLedger;
    }

    SearchCommand command() {
        return command;
    }

    SearchPlan plan() {
        return plan;
    }

    SearchReporting reporting() {
        return reporting;
    }

    String lookupId() {
        return reporting.lookupId();
    }

    Caller caller() {
        return caller;
    }

    /** When its answer leaves, with what has arrived. */
    Instant answerTime() {
        return answerTime;
    }

    /** When its caller has to be told at the latest. */
    Instant deadline() {
        return deadline;
    }

    /** How long the ledger is waited for even if the time is up by then. */
    Duration leastForTheLedger() {
        return leastForTheLedger;
    }

    /** Parts of its answer leave. */
    void giveInPart() {
        givenInPart = true;
    }

    /** Whether its caller has parts of its answer, so that it must be on record whatever becomes of the rest. */
    boolean isGivenInPart() {
        return givenInPart;
    }

    /** True for the first one who asks: it is to write the search down. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
