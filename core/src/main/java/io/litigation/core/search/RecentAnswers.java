package io.litigation.core.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.subject.QuestionKey;
import io.litigation.core.subject.Subject;

/** Mapped answers, so that no stored one is parsed twice; bounded by weight. */
final class RecentAnswers {

    private static final int OVERHEAD = 1024;

    private final AnswerMapper mapper;
    private final Cache<Id, Answer> answers;

    /**
     * An empty cache in front of a mapper.
     *
     * @param greatestWeight the greatest number of bytes that it keeps
     */
    RecentAnswers(AnswerMapper mapper, long greatestWeight) {
        this.mapper = mapper;
        answers = Caffeine.newBuilder()
                .maximumWeight(greatestWeight)
                .weigher((Id id, Answer answer) -> weight(answer))
                .executor(Runnable::run)
                .build();
    }

    /**
     * The answer itself is part of it: two answers to one question may come at the same moment. So is the whole subject:
     * a search that knows more of it than the provider was told can tell more surely whom a record is about.
     */
    private record Id(QuestionKey question, Subject about, RawAnswer raw) {}

    private static int weight(Answer answer) {
        return (int) Math.min(Integer.MAX_VALUE, OVERHEAD + answer.held());
    }

    /** Whether an answer is at hand, mapped. */
    boolean has(Question question, RawAnswer raw) {
        return answers.getIfPresent(id(question, raw)) != null;
    }

    private static Id id(Question question, RawAnswer raw) {
        return new Id(question.key(), question.about(), raw);
    }

    /**
     * The answer, mapped.
     *
     * @throws io.litigation.core.provider.ProviderException if it cannot be understood
     */
    Answer get(Question question, RawAnswer raw) {
        Id id = id(question, raw);
        Answer known = answers.getIfPresent(id);
        if (known != null) {
            return known;
        }
        Answer mapped = mapper.map(raw, question.about());
        answers.put(id, mapped);
        return mapped;
    }
}
