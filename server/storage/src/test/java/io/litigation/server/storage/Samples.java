package io.litigation.server.storage;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import com.google.type.Money;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.Lease;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.Payer;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.Purpose;
import io.litigation.v1.PurposeCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What tests write and read. */
final class Samples {

    static final QuestionKey QUESTION = new QuestionKey("0a".repeat(32));
    static final QuestionKey OTHER_QUESTION = new QuestionKey("0b".repeat(32));
    static final Duration LEASE = Duration.ofSeconds(50);
    static final Money HALF_A_YUAN =
            Money.newBuilder().setCurrencyCode("CNY").setNanos(500_000_000).build();
    static final AttemptOutcome ANSWERED =
            new AttemptOutcome(Charge.CHARGE_POSSIBLY_CHARGED, Optional.empty(), "0000", "ref");
    static final AttemptOutcome FREE =
            new AttemptOutcome(Charge.CHARGE_NOT_CHARGED, Optional.of(FailureKind.CREDENTIAL_REJECTED), "1000", "");
    static final AttemptOutcome UNKNOWN =
            new AttemptOutcome(Charge.CHARGE_UNKNOWN, Optional.of(FailureKind.TIMED_OUT), "", "");

    private Samples() {}

    static Intent intent(QuestionKey question) {
        return intent(question, Optional.empty(), Optional.empty(), List.of());
    }

    static Intent intent(QuestionKey question, Optional<String> seen, Optional<Lease> lease, List<Budget> budgets) {
        return new Intent(
                "lookup",
                new Payer("desk", "default", List.of()),
                question,
                "alpha",
                "cases",
                1,
                HALF_A_YUAN,
                budgets,
                seen,
                lease,
                LEASE);
    }

    static StoredAnswer.Answered answered(String id, String body, Instant time) {
        RawAnswer raw = new RawAnswer(
                "cases",
                ByteString.copyFromUtf8(body),
                "application/json",
                "ref-" + id,
                "0000",
                "成功",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                time);
        return new StoredAnswer.Answered(id, raw, 3, time);
    }

    static ProviderException failure() {
        return ProviderException.of(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN)
                .vendorCode("HTTP_502")
                .vendorMessage("忙")
                .vendorReference("ref")
                .build();
    }

    static Budget calls(Budget.Scope scope, String name, Budget.Period period, long calls) {
        return new Budget(scope, name, period, OptionalLong.of(calls), Optional.empty());
    }

    static Budget yuan(String name, Budget.Period period, long yuan) {
        Money amount = Money.newBuilder().setCurrencyCode("CNY").setUnits(yuan).build();
        return new Budget(Budget.Scope.CALLER, name, period, OptionalLong.empty(), Optional.of(amount));
    }

    static Lookup lookup(String id, String caller, Instant time, Map<QuestionKey, String> answers, boolean pinned) {
        return new Lookup(
                id,
                "SearchRecords",
                "order-1",
                "default",
                caller,
                "hash-of-the-subject",
                Purpose.newBuilder()
                        .setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL)
                        .setAuthorizationReference("合同 7")
                        .build(),
                time,
                Code.OK,
                List.of(ProviderOutcome.newBuilder()
                        .setProvider("alpha")
                        .setOffering("cases")
                        .setState(ProviderOutcome.State.STATE_NO_RECORDS)
                        .setCharge(Charge.CHARGE_POSSIBLY_CHARGED)
                        .build()),
                answers,
                pinned ? answers.keySet() : Set.of());
    }

    /** A lookup that is about nobody: the ledger itself was read. */
    static Lookup listing(String id, String caller, Instant time) {
        return new Lookup(
                id,
                "ListLookups",
                "",
                "default",
                caller,
                "",
                Purpose.getDefaultInstance(),
                time,
                Code.OK,
                List.of(),
                Map.of(),
                Set.of());
    }
}
