package io.litigation.core.ledger;

import io.litigation.core.subject.QuestionKey;

/**
 * The right to ask a question, which one process has at a time, for longer than all its attempts take.
 *
 * @param fence greater than that of every earlier lease of the question: an attempt under an older one is not admitted
 */
public record Lease(QuestionKey question, long fence) {}
