package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.RawAnswer;
import io.litigation.provider.testkit.Failures;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A reply that is an answer. */
abstract class AnswersGroup extends ContractGroup {

    AnswersGroup(VendorContract suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> anAnswerKeepsTheVendorsBytesAndTheTimeOfItsArrival() {
        return each(suite().questions(), (bench, question) -> {
            bench.vendor().replies(200, "text/html", question.records().toByteArray());
            bench.vendor().beforeEachReply(() -> bench.clock().set("2026-03-01T16:00:07Z"));

            RawAnswer answer = Failures.none(bench.fetch(question));

            assertThat(answer.body()).isEqualTo(suite().opened(question.records()));
            assertThat(answer.offering()).isEqualTo(question.offering());
            assertThat(answer.contentType()).isEqualTo("text/html");
            assertThat(answer.receiveTime()).isEqualTo("2026-03-01T16:00:07Z");
            assertThat(answer.vendorCode()).isNotEmpty();
            assertThat(answer.charge()).isIn(Charge.CHARGE_POSSIBLY_CHARGED, Charge.CHARGE_CHARGED);
        });
    }

    @TestFactory
    Stream<DynamicTest> aReplyWithRecordsIsRecords() {
        return each(suite().questions(), (bench, question) -> {
            bench.vendor().replies(200, "application/json", question.records().toByteArray());

            Core core = bench.core(Limits.usual());
            assertThat(core.search(question.subject()).getRecordsList()).isNotEmpty();

            assertThat(core.outcome().getState()).isEqualTo(ProviderOutcome.State.STATE_RECORDS_FOUND);
            assertThat(core.outcome().getCharge()).isIn(Charge.CHARGE_POSSIBLY_CHARGED, Charge.CHARGE_CHARGED);
            assertThat(core.settled()).singleElement().satisfies(settled -> {
                assertThat(settled.failure()).isEmpty();
                assertThat(settled.charge()).isEqualTo(core.outcome().getCharge());
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> aReplyWithoutRecordsIsNoRecordsAndNoFailure() {
        return each(suite().questions(), (bench, question) -> {
            bench.vendor().replies(200, "application/json", question.none().toByteArray());

            Core core = bench.core(Limits.usual());
            assertThat(core.search(question.subject()).getRecordsList()).isEmpty();

            assertThat(core.outcome().getState()).isEqualTo(ProviderOutcome.State.STATE_NO_RECORDS);
            assertThat(core.settled())
                    .singleElement()
                    .satisfies(settled -> assertThat(settled.failure()).isEmpty());
        });
    }

    @TestFactory
    Stream<DynamicTest> aRecordSaysWhoseItIsAndWhatItWas() {
        return each(suite().questions(), (bench, question) -> {
            var provider = bench.provider();
            bench.vendor().replies(200, "application/json", question.records().toByteArray());
            RawAnswer raw = Failures.none(bench.fetch(provider, question));

            ProviderAnswer answer = provider.map(raw, Bench.projected(provider, question));

            assertThat(answer.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
            assertThat(answer.records()).extracting(MappedRecord::identity).doesNotHaveDuplicates();
            assertThat(answer.records()).allSatisfy(mapped -> {
                assertThat(mapped.identity()).isNotEmpty();
                assertThat(mapped.record().getProvider()).isEqualTo(provider.name());
                assertThat(mapped.record().getRecordId()).isEmpty();
                assertThat(mapped.record().getRawJson()).isNotEmpty();
                assertThat(mapped.record().hasMatch()).isTrue();
            });
        });
    }
}
