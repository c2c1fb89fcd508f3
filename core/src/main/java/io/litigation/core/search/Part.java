package io.litigation.core.search;

import io.litigation.core.search.FanOut.Arrival;
import io.litigation.core.search.FanOut.Ongoing;
import io.litigation.core.search.FanOut.Round;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one offering contributes to an answer.
 *
 * @param covers categories that it has for this kind of subject
 * @param answer empty unless it answered
 * @param given which stored answer it is; empty unless it answered
 */
record Part(Set<RecordCategory> covers, ProviderOutcome outcome, Optional<Answer> answer, Optional<Given> given) {

    /**
     * Which stored answer a question was given.
     *
     * @param lasts whether the same request is to be given it again; what stands in for a failure is not
     */
    record Given(QuestionKey question, String answerId, boolean lasts) {}

    /** All parts of a search, in the order of its plan, as far as they are known now. */
    static List<Part> of(SearchPlan plan, Round round, Duration elapsed) {
        List<Part> parts = new ArrayList<>();
        Iterator<Ongoing> ongoing = round.ongoing().iterator();
        for (SearchPlan.Item item : plan.items()) {
            parts.add(item.question().isPresent() ? of(item, ongoing.next(), elapsed) : unasked(item));
        }
        return parts;
    }

    /**
     * The part of one offering that was asked.
     *
     * @param elapsed since it was asked
     */
    static Part of(SearchPlan.Item item, Ongoing ongoing, Duration elapsed) {
        Question question = ongoing.question();
        if (!ongoing.arrival().isDone()) {
            return new Part(
                    item.covers(),
                    OutcomeWriter.pending(question, ongoing.asked().sent(), elapsed),
                    Optional.empty(),
                    Optional.empty());
        }
        Arrival arrival = ongoing.arrival().join();
        return arrival.result()
                .either(
                        answered -> new Part(
                                item.covers(),
                                OutcomeWriter.answered(question, answered, arrival.waited()),
                                Optional.of(answered.answer()),
                                Optional.of(new Given(
                                        question.key(),
                                        answered.id(),
                                        answered.replaced().isEmpty()))),
                        failed -> new Part(
                                item.covers(),
                                OutcomeWriter.failed(question, failed, arrival.waited()),
                                Optional.empty(),
                                Optional.empty()));
    }

    static Part unasked(SearchPlan.Item item) {
        return new Part(item.covers(), item.unasked().orElseThrow(), Optional.empty(), Optional.empty());
    }

    /** Categories of which something could not be read. */
    Set<RecordCategory> unreadable() {
        return answer.map(Answer::unreadable).orElse(Set.of());
    }

    /** The stored answers that were given. */
    static List<Given> given(List<Part> parts) {
        return parts.stream().flatMap(part -> part.given().stream()).toList();
    }

    static List<ProviderOutcome> outcomes(List<Part> parts) {
        return parts.stream().map(Part::outcome).toList();
    }

    /** Without the outcome's texts, which are the vendor's and may be personal. */
    @Override
    public String toString() {
        return "Part[" + outcome.getProvider() + "/" + outcome.getOffering() + " " + outcome.getState() + "]";
    }
}
