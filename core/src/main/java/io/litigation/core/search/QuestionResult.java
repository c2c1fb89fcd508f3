package io.litigation.core.search;

import io.litigation.core.ledger.Budget;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.RecordView;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What became of a question: an answer or a failure, never one passed off as the other. */
sealed interface QuestionResult {

    AnswerSource source();

    int attempts();

    /** The same, as somebody sees it who only shared it: nothing was sent for that search. */
    QuestionResult shared();

    /** Whether it failed in a way. */
    boolean isFailure(FailureKind kind);

    /** Size of the records, in bytes. */
    long size();

    /** Does one thing with an answer and another with a failure. */
    <T> T either(Function<Answered, T> ifAnswered, Function<Failed, T> ifFailed);

    /**
     * An answer.
     *
     * @param id identifier of the stored answer
     * @param attempts number of attempts that were sent for this search; 0 if it was stored or shared
     * @param age how old it is, if it was stored
     * @param replaced the failure that it stands in for
     */
    record Answered(
            String id,
            Answer answer,
            AnswerSource source,
            int attempts,
            Optional<Duration> age,
            Optional<Failed> replaced)
            implements QuestionResult {

        /** What the vendor just answered. */
        static Answered fresh(String id, Answer answer, int attempts) {
            return new Answered(
                    id, answer, AnswerSource.ANSWER_SOURCE_VENDOR, attempts, Optional.empty(), Optional.empty());
        }

        /** What it answered earlier. */
        static Answered stored(String id, Answer answer, Duration age) {
            return new Answered(id, answer, AnswerSource.ANSWER_SOURCE_STORED, 0, Optional.of(age), Optional.empty());
        }

        /** The same in place of a failure. */
        Answered inPlaceOf(Failed failed) {
            return new Answered(id, answer, source, failed.attempts(), age, Optional.of(failed));
        }

        /** The same, read for somebody else. */
        Answered with(Answer other) {
            return new Answered(id, other, source, attempts, age, replaced);
        }

        @Override
        public Answered shared() {
            return new Answered(id, answer, AnswerSource.ANSWER_SOURCE_SHARED, 0, Optional.empty(), Optional.empty());
        }

        @Override
        public boolean isFailure(FailureKind kind) {
            return false;
        }

        @Override
        public long size() {
            return answer.size();
        }

        @Override
        public <T> T either(Function<Answered, T> ifAnswered, Function<Failed, T> ifFailed) {
            return ifAnswered.apply(this);
        }
    }

    /**
     * A failure.
     *
     * @param retryAfter when asking again makes sense, if that is known
     * @param exceeded the budgets that forbade it
     */
    record Failed(
            ProviderException failure,
            AnswerSource source,
            int attempts,
            Optional<Duration> retryAfter,
            List<Budget> exceeded)
            implements QuestionResult {

        public Failed {
            exceeded = List.copyOf(exceeded);
        }

        @Override
        public Failed shared() {
            return new Failed(failure, AnswerSource.ANSWER_SOURCE_SHARED, 0, retryAfter, exceeded);
        }

        @Override
        public boolean isFailure(FailureKind kind) {
            return failure.kind() == kind;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public <T> T either(Function<Answered, T> ifAnswered, Function<Failed, T> ifFailed) {
            return ifFailed.apply(this);
        }
    }

    /**
     * An answer, mapped.
     *
     * @param raw as it came
     * @param records with their identifiers, complete
     * @param basic the same records as RECORD_VIEW_BASIC shows them
     * @param unreadable categories of which something could not be read
     * @param size of the records, in bytes
     */
    record Answer(
            RawAnswer raw,
            Verdict verdict,
            List<LitigationRecord> records,
            List<LitigationRecord> basic,
            List<Note> notes,
            Set<RecordCategory> unreadable,
            long size) {

        public Answer {
            records = List.copyOf(records);
            basic = List.copyOf(basic);
            notes = List.copyOf(notes);
            unreadable = Set.copyOf(unreadable);
        }

        /** About how many bytes it holds: the records in two views, and the vendor's own beside them. */
        long held() {
            return 2 * size + raw.body().size();
        }

        List<LitigationRecord> records(RecordView view) {
            return switch (view) {
                case RECORD_VIEW_RAW -> records;
                case RECORD_VIEW_FULL -> records.stream().map(RecordViews::full).toList();
                case RECORD_VIEW_BASIC, RECORD_VIEW_UNSPECIFIED, UNRECOGNIZED -> basic;
            };
        }

        @Override
        public String toString() {
            return "Answer[" + verdict + ", records=" + records.size() + "]";
        }
    }
}
