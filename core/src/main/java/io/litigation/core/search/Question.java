package io.litigation.core.search;

import io.litigation.core.provider.Offering;
import io.litigation.core.subject.QuestionKey;
import io.litigation.core.subject.Subject;
import io.litigation.v1.PurposeCode;

/**
 * One thing to ask one provider.
 *
 * @param desk where the provider's questions are asked
 * @param subject projected to the fields of the offering
 */
record Question(QuestionDesk desk, Offering offering, Subject subject, PurposeCode purpose, QuestionKey key) {

    String provider() {
        return desk.provider().name();
    }

    @Override
    public String toString() {
        return "Question[" + provider() + "/" + offering.name() + "]";
    }
}
