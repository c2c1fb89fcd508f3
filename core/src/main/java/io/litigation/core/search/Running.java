package io.litigation.core.search;

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
    private final AtomicBoolean ended = new AtomicBoolean();

    Running(
            SearchCommand command,
            SearchPlan plan,
            SearchReporting reporting,
            Caller caller,
            Instant answerTime,
            Instant deadline) {
        this.command = command;
        this.plan = plan;
        this.reporting = reporting;
        this.caller = caller;
        this.answerTime = answerTime;
        this.deadline = deadline;
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

    /** True for the first one who asks: it is to write the search down. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
