package io.litigation.core.search;

import io.litigation.core.provider.Offering;
import io.litigation.core.subject.QuestionKey;
import io.litigation.core.subject.Subject;
import io.litigation.v1.PurposeCode;

/**
 * One thing to ask one provider.
 *
 * @param desk where the provider's questions are asked
 * @param subject projected to the fields of the offering: what the provider is told
 * @param about the subject as the search describes it: what the answer is compared with
 */
record Question(
        QuestionDesk desk, Offering offering, Subject subject, Subject about, PurposeCode purpose, QuestionKey key) {

    String provider() {
        return desk.provider().name();
    }

    @Override
    public String toString() {
        return "Question[" + provider() + "/" + offering.name() + "]";
    }
}
