package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.VendorServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that is thrown, logged or shown as text tells a secret, personal data or the vendor's own words. Each test of
 * the contract is listened to and each failure of it looked through; here the vendor tries to make us talk.
 */
abstract class SilenceGroup extends ContractGroup {

    SilenceGroup(VendorContract suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> aReplyThatRepeatsEverythingIsNotRepeated() {
        return each(List.of(200, 302, 400, 401, 403, 404, 429, 500, 503), (bench, status) -> {
            String everything = bench.confidential().all();
            List<String> bodies = List.of(
                    everything,
                    "<html>" + everything + "</html>",
                    "{\"" + json(everything) + "\":1,\"" + json(everything) + "\":1}",
                    suite().refusal(json(everything)));
            Provider provider = bench.provider();
            for (String body : bodies) {
                bench.vendor().replies(status, body);
                assertThat(bench.failure(bench.fetch(provider, question()))).isNotNull();
            }
        });
    }

    /** A vendor's code stands in log and ledger; a text in its place must not. */
    @TestFactory
    Stream<DynamicTest> aTextInPlaceOfACodeIsNotTold() {
        return each(List.of(SubjectField.values()), (bench, field) -> {
            for (VendorQuestion question : suite().questions()) {
                question.subject().field(field).ifPresent(text -> {
                    bench.vendor().replies(suite().refusal(text)).replies(suite().refusal(text));

                    assertThat(bench.failure(bench.fetch(question)).retry()).isEqualTo(Retry.NEVER);
                    bench.listenTo(bench.core(Limits.usual()).refusal(question.subject()));
                });
            }
        });
    }

    @Test
    void aConnectionThatBreaksTellsNothing() {
        vendor().resets();

        bench().failure(bench().fetch(question()));
        bench().failure(bench().fetch(bench().provider(suite().settings(VendorServer.nowhere())), question()));
    }

    @TestFactory
    Stream<DynamicTest> noValueShowsWhatItHolds() {
        return each(suite().questions(), (bench, question) -> {
            bench.vendor().replies(200, "application/json", question.records().toByteArray());
            Provider provider = bench.provider();
            RawAnswer raw = Failures.none(bench.fetch(provider, question));
            ProviderAnswer answer = provider.map(raw, Bench.projected(provider, question));

            bench.listenTo(provider);
            bench.listenTo(provider.account());
            bench.listenTo(provider.offerings());
            bench.listenTo(Bench.request(provider, question));
            bench.listenTo(suite().plugin().configure(bench.settings()));
            bench.listenTo(raw);
            bench.listenTo(answer);
            bench.listenTo(answer.records());
        });
    }

    /** So that silence is not deafness. */
    @Test
    void whatWouldBeToldWouldBeHeard() {
        Confidential confidential = bench().confidential();
        for (String secret : suite().secrets()) {
            assertThat(tells(confidential, "a text with " + secret + " in it")).isTrue();
        }
        assertThat(tells(confidential, suite().opened(question().records()).toStringUtf8()))
                .isTrue();
        assertThat(tells(confidential, question().subject().name())).isTrue();
        assertThat(tells(confidential, "VENDOR_INTERNAL_ERROR")).isFalse();
    }

    private static boolean tells(Confidential confidential, String text) {
        try {
            confidential.assertAbsentFrom("a text", text);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
