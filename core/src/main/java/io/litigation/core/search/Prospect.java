package io.litigation.core.search;

/** What would become of a question if it were asked now. */
sealed interface Prospect {

    /** It would be answered with what is stored: an answer, or a failure that still stands. */
    record Known(QuestionResult result) implements Prospect {}

    /** Somebody is asking it already, here or in another process. */
    record Shared() implements Prospect {}

    /** It would be refused before anything is sent. */
    record Refused(QuestionResult.Failed refusal) implements Prospect {}

    /** The vendor would be asked. */
    record ToBeAsked() implements Prospect {}
}
