package io.litigation.core.subject;

/**
 * Identity of a question: keyed hash of tenant, offering, account, address and exactly the subject fields that the offering
 * receives. Two spellings of one name are one question; so are two callers with different mobiles at a vendor that never
 * gets the mobile.
 *
 * @param hex 64 hexadecimal digits
 */
public record QuestionKey(String hex) {}
