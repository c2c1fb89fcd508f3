package io.litigation.core.provider;

import com.google.protobuf.ByteString;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.subject.PersonSubject;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordCategory;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nothing personal and no secret in a text that might be logged. */
class SilenceTest {

    private static final String PERSONAL = "张三丰";

    private static final RawAnswer ANSWER = new RawAnswer(
            "cases",
            ByteString.copyFromUtf8(PERSONAL),
            "text/plain",
            "ref",
            "0000",
            PERSONAL,
            Charge.CHARGE_POSSIBLY_CHARGED,
            false,
            Instant.EPOCH);

    private final ProviderException failure = ProviderException.of(FailureKind.CODE_UNEXPECTED, Charge.CHARGE_UNKNOWN)
            .vendorCode("4711")
            .vendorMessage(PERSONAL)
            .vendorReference("ref")
            .explanation("no such code")
            .retry(Retry.WHEN_NOT_CHARGED)
            .chargeStated()
            .build();

    @Test
    void nothingTellsWhoItIsAbout() {
        ProviderAnswer mapped = new ProviderAnswer(
                Verdict.RECORDS_FOUND,
                List.of(new MappedRecord(
                        LitigationRecord.newBuilder().setTitle(PERSONAL).build(), List.of(PERSONAL))),
                List.of());

        assertThat(List.of(
                        ANSWER,
                        failure,
                        mapped,
                        mapped.records().get(0),
                        new StoredAnswer.Answered("a1", ANSWER, 1, Instant.EPOCH),
                        new StoredAnswer.Failed(
                                "a2",
                                failure,
                                Instant.EPOCH,
                                Optional.of(new StoredAnswer.Answered("a1", ANSWER, 1, Instant.EPOCH))),
                        new ProviderRequest(
                                "cases",
                                new PersonSubject(PERSONAL, null, null),
                                PurposeCode.PURPOSE_CODE_UNSPECIFIED)))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain(PERSONAL));
    }

    @Test
    void aSecretIsRevealedOnlyWhereItIsAskedFor() {
        Secret secret = Secret.of("s3cret");

        assertThat(new VendorAccount(URI.create("https://vendor.example"), secret).toString())
                .doesNotContain("s3cret");
        assertThat(secret.reveal()).isEqualTo("s3cret");
    }

    @Test
    void anotherChargeChangesNothingElse() {
        ProviderException changed = failure.withCharge(Charge.CHARGE_NOT_CHARGED);

        assertThat(changed.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertThat(changed).hasMessage(failure.getMessage()).hasMessageContaining("no such code");
        assertThat(changed.kind()).isEqualTo(FailureKind.CODE_UNEXPECTED);
        assertThat(changed.vendorMessage()).isEqualTo(PERSONAL);
        assertThat(changed.vendorReference()).isEqualTo("ref");
        assertThat(changed.retry()).isEqualTo(Retry.WHEN_NOT_CHARGED);
        assertThat(changed.chargeStated()).isTrue();
        assertThat(failure.withCharge(Charge.CHARGE_UNKNOWN)).isSameAs(failure);
        assertThat(ANSWER.withCharge(Charge.CHARGE_CHARGED).body()).isEqualTo(ANSWER.body());
    }

    @Test
    void anAnswerSaysEitherThatThereAreRecordsOrThatThereAreNone() {
        assertThatThrownBy(() -> new ProviderAnswer(Verdict.RECORDS_FOUND, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        MappedRecord record = new MappedRecord(LitigationRecord.getDefaultInstance(), List.of());
        assertThatThrownBy(() -> new ProviderAnswer(
                        Verdict.NO_RECORDS, List.of(), List.of(), Set.of(RecordCategory.RECORD_CATEGORY_OTHER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProviderAnswer(Verdict.NO_RECORDS, List.of(record), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
