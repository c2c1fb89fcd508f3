package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.Provider;
import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.VendorRequest;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A request is signed, stamped or sealed when it is sent, and anew for each attempt. */
abstract class SigningGroup extends ContractGroup {

    /** The next day in Beijing begins; what one attempt knows of another is still good. */
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    SigningGroup(VendorContract suite) {
        super(suite);
    }

    @Test
    void eachAttemptIsSignedAnewThoughTheQuestionIsTheSame() {
        vendor().replies(503, "")
                .replies(200, "application/json", question().records().toByteArray());
        vendor().beforeEachReply(() -> bench().clock().advance(A_WHILE));
        Core core = bench().core(Limits.free("HTTP_503"));

        core.search(question().subject());

        assertThat(core.outcome().getAttemptCount()).isEqualTo(2);
        assertThat(core.settled().get(0).charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertTheSameQuestionSignedAnew();
    }

    @Test
    void aRequestIsSignedWhenItIsSentAndNotBefore() {
        Provider provider = bench().provider();
        byte[] records = question().records().toByteArray();
        vendor().replies(200, "application/json", records).replies(200, "application/json", records);

        Failures.none(bench().fetch(provider, question()));
        bench().clock().advance(A_WHILE);
        Failures.none(bench().fetch(provider, question()));

        assertTheSameQuestionSignedAnew();
    }

    @Test
    void theKeyThatSignsIsNeverSent() {
        vendor().replies(200, "application/json", question().records().toByteArray());

        Failures.none(bench().fetch(question()));

        VendorRequest request = vendor().takeRequest();
        assertThat(request.everything() + suite().sent(request).question())
                .doesNotContain(suite().secrets().get(0));
    }

    private void assertTheSameQuestionSignedAnew() {
        List<SentQuestion> sent = bench().sent();
        assertThat(sent).hasSize(2);
        SentQuestion first = sent.get(0);
        SentQuestion second = sent.get(1);
        assertThat(second.question()).isNotEmpty().isEqualTo(first.question());
        assertThat(second.signature().keySet())
                .isNotEmpty()
                .isEqualTo(first.signature().keySet());
        first.signature()
                .forEach((name, value) -> assertThat(second.signature().get(name))
                        .as("the second %s", name)
                        .isNotEqualTo(value));
    }
}
