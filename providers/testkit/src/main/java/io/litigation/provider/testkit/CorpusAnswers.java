package io.litigation.provider.testkit;

import io.litigation.core.provider.Offering;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.Coverage;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordCategory;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Asks a provider as the gateway does, and tells what came of it as the gateway would. */
final class CorpusAnswers {

    private static final int LONGEST_MESSAGE = 500;

    private final Provider provider;
    private final Offering offering;

    CorpusAnswers(Provider provider, String offering) {
        this.provider = provider;
        this.offering = provider.offerings().stream()
                .filter(sold -> sold.name().equals(offering))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What came of a question.
     *
     * @param records complete, with their raw rows
     * @param unreadable what can be said of the categories of which something could not be read
     */
    record Asked(ProviderOutcome outcome, List<LitigationRecord> records, List<Coverage> unreadable) {

        Asked {
            records = List.copyOf(records);
            unreadable = List.copyOf(unreadable);
        }

        String text() {
            return CorpusText.of(List.of(outcome), records) + CorpusText.of(unreadable);
        }

        @Override
        public String toString() {
            return "Asked[" + outcome.getState() + ", records=" + records.size() + "]";
        }
    }

    /** Asks about a subject, once. Maps the answer twice, and it is an error if that differs. */
    Asked ask(Subject about) {
        Subject subject = about.project(declared(about));
        ProviderRequest request =
                new ProviderRequest(offering.name(), subject, PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
        return Failures.none(provider.fetch(request, RecordingPaidCalls.once())
                .thenApply(raw -> answered(raw, about))
                .exceptionally(problem -> failed(failureIn(problem))));
    }

    private Set<SubjectField> declared(Subject subject) {
        Offering.SubjectFields fields = offering.subjects().get(subject.kind());
        if (fields == null) {
            throw new IllegalArgumentException(offering.name() + " is not for " + subject.kind());
        }
        return Arrays.stream(SubjectField.values()).filter(fields::declares).collect(Collectors.toSet());
    }

    private Asked answered(RawAnswer raw, Subject subject) {
        ProviderAnswer answer;
        try {
            answer = provider.map(raw, subject);
        } catch (ProviderException e) {
            return failed(ProviderException.of(e.kind(), raw.charge())
                    .vendorCode(raw.vendorCode())
                    .vendorMessage(raw.vendorMessage())
                    .vendorReference(raw.vendorReference())
                    .build());
        }
        if (!answer.equals(provider.map(raw, subject))) {
            throw new AssertionError("the same answer was mapped twice, with different results");
        }
        ProviderOutcome outcome = ProviderOutcome.newBuilder()
                .setState(
                        switch (answer.verdict()) {
                            case RECORDS_FOUND -> State.STATE_RECORDS_FOUND;
                            case NO_RECORDS -> State.STATE_NO_RECORDS;
                            case INDETERMINATE -> State.STATE_INDETERMINATE;
                        })
                .setCharge(raw.charge())
                .setVendorReference(raw.vendorReference())
                .setVendorCode(raw.vendorCode())
                .setVendorMessage(message(raw.vendorMessage()))
                .setRecordCount(answer.records().size())
                .addAllNotes(answer.notes())
                .build();
        List<LitigationRecord> records =
                answer.records().stream().map(MappedRecord::record).toList();
        return new Asked(
                outcome,
                records,
                answer.unreadable().stream()
                        .sorted()
                        .map(category -> coverage(category, records))
                        .toList());
    }

    private static Coverage coverage(RecordCategory category, List<LitigationRecord> records) {
        boolean hit = records.stream().anyMatch(record -> record.getCategory() == category);
        return Coverage.newBuilder()
                .setCategory(category)
                .setState(hit ? Coverage.State.STATE_HIT : Coverage.State.STATE_INDETERMINATE)
                .build();
    }

    private static Asked failed(ProviderException failure) {
        ProviderOutcome.Builder outcome = ProviderOutcome.newBuilder()
                .setState(State.STATE_FAILED)
                .setCharge(failure.charge())
                .setVendorReference(failure.vendorReference())
                .setVendorCode(failure.vendorCode())
                .setVendorMessage(message(failure.vendorMessage()));
        outcome.getErrorBuilder().setCode(failure.kind().code());
        outcome.getErrorBuilder().getInfoBuilder().setReason(failure.kind().reason());
        return new Asked(outcome.build(), List.of(), List.of());
    }

    private static ProviderException failureIn(Throwable problem) {
        Throwable plain =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        if (plain instanceof ProviderException failure) {
            return failure;
        }
        throw new AssertionError("failed with something else", plain);
    }

    private static String message(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_MESSAGE;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_MESSAGE));
    }
}
