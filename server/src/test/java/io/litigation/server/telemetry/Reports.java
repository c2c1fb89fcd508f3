package io.litigation.server.telemetry;

import com.google.protobuf.Duration;
import com.google.rpc.Code;
import io.litigation.core.search.SearchReport;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.Note;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.SubjectKind;

import java.util.List;

/** A report for the tests of log and metrics. */
final class Reports {

    private Reports() {}

    static SearchReport of(String requestId) {
        ProviderOutcome outcome = ProviderOutcome.newBuilder()
                .setProvider("vendor")
                .setOffering("search")
                .setState(ProviderOutcome.State.STATE_RECORDS_FOUND)
                .setCharge(Charge.CHARGE_POSSIBLY_CHARGED)
                .setSource(AnswerSource.ANSWER_SOURCE_VENDOR)
                .setRecordCount(3)
                .setDuration(Duration.newBuilder().setNanos(42_000_000))
                .setVendorMessage("张三 has 3 records")
                .setVendorReference("ref-1")
                .addNotes(Note.newBuilder().setField("riskOf张三").setReason("UNKNOWN_FIELD"))
                .build();
        return new SearchReport(
                "SearchRecords",
                "lookup-1",
                requestId,
                "anonymous",
                SubjectKind.SUBJECT_KIND_PERSON,
                "token-1",
                PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL,
                Code.OK,
                "",
                true,
                3,
                List.of(outcome),
                java.time.Duration.ofMillis(50),
                false);
    }
}
