package io.litigation.core.search;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.rpc.QuotaFailure;
import com.google.rpc.RetryInfo;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.search.QuestionResult.Answered;
import io.litigation.core.search.QuestionResult.Failed;
import io.litigation.core.subject.SubjectField;
import io.litigation.core.subject.Violations;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderError;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.ReplacedFailure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes what became of a question as the outcome that callers see. */
final class OutcomeWriter {

    private static final int LONGEST_MESSAGE = 500;

    private OutcomeWriter() {}

    static ProviderOutcome answered(Question question, Answered answered, java.time.Duration waited) {
        Answer answer = answered.answer();
        ProviderOutcome.Builder outcome = common(question, waited)
                .setState(
                        switch (answer.verdict()) {
                            case RECORDS_FOUND -> State.STATE_RECORDS_FOUND;
                            case NO_RECORDS -> State.STATE_NO_RECORDS;
                            case INDETERMINATE -> State.STATE_INDETERMINATE;
                        })
                .setCharge(answer.raw().charge())
                .setSource(answered.source())
                .setFetchTime(timestamp(answer.raw().receiveTime()))
                .setVendorReference(answer.raw().vendorReference())
                .setVendorCode(answer.raw().vendorCode())
                .setVendorMessage(message(answer.raw().vendorMessage()))
                .setAttemptCount(answered.attempts())
                .setRecordCount(answer.records().size())
                .addAllNotes(OutcomeNotes.fit(answer.notes()));
        answered.age().ifPresent(age -> outcome.setAge(duration(age)));
        answered.replaced().ifPresent(failed -> outcome.setReplacedFailure(replaced(question, failed)));
        return outcome.build();
    }

    private static ReplacedFailure replaced(Question question, Failed failed) {
        return ReplacedFailure.newBuilder()
                .setError(error(question, failed))
                .setCharge(failed.failure().charge())
                .setVendorReference(failed.failure().vendorReference())
                .setVendorCode(failed.failure().vendorCode())
                .build();
    }

    static ProviderOutcome failed(Question question, Failed failed, java.time.Duration waited) {
        ProviderException failure = failed.failure();
        boolean skipped = !failed.exceeded().isEmpty();
        return common(question, waited)
                .setState(skipped ? State.STATE_SKIPPED : State.STATE_FAILED)
                .setError(error(question, failed))
                .setCharge(skipped ? Charge.CHARGE_UNSPECIFIED : failure.charge())
                .setSource(failed.source())
                .setVendorReference(failure.vendorReference())
                .setVendorCode(failure.vendorCode())
                .setVendorMessage(message(failure.vendorMessage()))
                .setAttemptCount(failed.attempts())
                .build();
    }

    static ProviderOutcome pending(Question question, int attempts, java.time.Duration waited) {
        return common(question, waited)
                .setState(State.STATE_PENDING)
                .setCharge(Charge.CHARGE_UNKNOWN)
                .setAttemptCount(attempts)
                .build();
    }

    /** As it may be kept and logged: without the vendor's own texts, which may be personal. */
    static List<ProviderOutcome> forTheRecord(List<ProviderOutcome> outcomes) {
        return outcomes.stream().map(OutcomeWriter::forTheRecord).toList();
    }

    private static ProviderOutcome forTheRecord(ProviderOutcome outcome) {
        ProviderOutcome bare = OutcomeNotes.withoutTexts(outcome);
        return bare.getVendorMessage().isEmpty()
                ? bare
                : bare.toBuilder().clearVendorMessage().build();
    }

    /** As it was before it was written down, if it was answered. */
    static ProviderOutcome withTexts(ProviderOutcome outcome, Answer answer) {
        return outcome.toBuilder()
                .setVendorMessage(message(answer.raw().vendorMessage()))
                .clearNotes()
                .addAllNotes(OutcomeNotes.fit(answer.notes()))
                .build();
    }

    private static ProviderOutcome.Builder common(Question question, java.time.Duration waited) {
        return ProviderOutcome.newBuilder()
                .setProvider(question.provider())
                .setOffering(question.offering().name())
                .setPrice(question.offering().price())
                .setSimulated(question.desk().simulated())
                .setDuration(duration(waited));
    }

    static ProviderError error(Question question, Failed failed) {
        FailureKind kind = failed.failure().kind();
        ProviderError.Builder error =
                ProviderError.newBuilder().setCode(kind.code()).setInfo(SearchFailures.errorInfo(kind.reason()));
        if (kind == FailureKind.LEDGER_UNAVAILABLE) {
            error.setRetry(SearchFailures.LEDGER_IS_BACK);
        }
        failed.retryAfter()
                .ifPresent(after -> error.setRetry(RetryInfo.newBuilder().setRetryDelay(duration(after))));
        rejectedField(kind).ifPresent(field -> {
            Violations violations = new Violations();
            violations.add(field.path(question.subject().kind()), kind.reason(), "The provider rejected this field.");
            error.setBadRequest(violations.toBadRequest());
        });
        failed.exceeded().forEach(budget -> error.getQuotaBuilder().addViolations(BudgetWords.violation(budget)));
        if (kind == FailureKind.QUOTA_EXHAUSTED || kind == FailureKind.BALANCE_EXHAUSTED) {
            error.setQuota(QuotaFailure.newBuilder()
                    .addViolations(QuotaFailure.Violation.newBuilder()
                            .setSubject("provider:" + question.provider())
                            .setDescription("The gateway's account at this vendor is used up.")));
        }
        return error.build();
    }

    private static Optional<SubjectField> rejectedField(FailureKind kind) {
        return switch (kind) {
            case NAME_INVALID -> Optional.of(SubjectField.NAME);
            case ID_NUMBER_INVALID -> Optional.of(SubjectField.ID_NUMBER);
            case MOBILE_INVALID -> Optional.of(SubjectField.MOBILE);
            default -> Optional.empty();
        };
    }

    private static String message(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_MESSAGE) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_MESSAGE));
    }

    static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
