package io.litigation.core.answers;

/** Where vendors' answers are kept to be used again. */
public interface AnswerStore {}
