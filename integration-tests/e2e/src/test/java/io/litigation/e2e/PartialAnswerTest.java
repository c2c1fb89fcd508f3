package io.litigation.e2e;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.litigation.client.LitigationException;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a caller gets when a vendor, or every vendor, fails. */
@ExtendWith(SharedGateway.class)
class PartialAnswerTest {

    private final RunningGateway gateway;

    PartialAnswerTest(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @CsvSource({
        "xinshu, submail, 信数故障码9999司空照影有案2, UNAVAILABLE, VENDOR_INTERNAL_ERROR, CHARGE_UNKNOWN",
        "submail, xinshu, 赛邮故障码1217司空照影有案2, UNAVAILABLE, VENDOR_UPSTREAM_ERROR, CHARGE_UNKNOWN",
        "xinshu, submail, 信数故障码1001司空照影有案2, FAILED_PRECONDITION, VENDOR_ACCOUNT_SUSPENDED, CHARGE_NOT_CHARGED",
        "submail, xinshu, 赛邮故障码1203司空照影有案2, RESOURCE_EXHAUSTED, VENDOR_BALANCE_EXHAUSTED, CHARGE_NOT_CHARGED",
        "xinshu, submail, 信数故障码7777司空照影有案2, INTERNAL, VENDOR_CODE_UNEXPECTED, CHARGE_UNKNOWN",
    })
    void oneVendorFailsAndTheOthersRecordsArrive(
            String failing, String other, String name, String code, String reason, Charge charge) {
        SearchRecordsResponse answer = gateway.client().search(Searches.forPerson(name));

        ProviderOutcome failed = Searches.outcome(answer, failing);
        assertThat(failed.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(failed.getError().getCode().name()).isEqualTo(code);
        assertThat(Searches.reason(failed)).isEqualTo(reason);
        assertThat(failed.getCharge()).isEqualTo(charge);
        assertThat(Searches.outcome(answer, other).getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(answer.getRecordsList())
                .extracting(LitigationRecord::getProvider)
                .containsOnly(other);
        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getCoverageList())
                .filteredOn(coverage -> coverage.getProvider().equals(failing))
                .filteredOn(coverage -> coverage.getState() != Coverage.State.STATE_NOT_COVERED)
                .isNotEmpty()
                .allSatisfy(coverage -> assertThat(coverage.getState()).isEqualTo(Coverage.State.STATE_FAILED));
        assertThat(gateway.received(failing, name)).isEqualTo(1);
    }

    @Test
    void allFailForTheSameReason() {
        String name = "故障502夏侯明远";

        LitigationException failure = failure(Searches.forPerson(name));

        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.reason()).isEqualTo("VENDOR_HTTP_UNAVAILABLE");
        assertThat(failure.metadata())
                .containsEntry("xinshu_executed-one-key-search", "STATE_FAILED VENDOR_HTTP_UNAVAILABLE")
                .containsEntry("submail_lawsuit", "STATE_FAILED VENDOR_HTTP_UNAVAILABLE");
        assertThat(failure.retryForbidden()).isTrue();
    }

    @Test
    void allFailForDifferentReasons() {
        LitigationException failure = failure(Searches.forPerson("信数故障码3001赛邮故障码9988夏侯明远"));

        assertThat(failure.code()).isEqualTo(Status.Code.ABORTED);
        assertThat(failure.reason()).isEqualTo("PROVIDERS_FAILED");
        assertThat(failure.quotaViolations()).isNotEmpty();
    }

    @Test
    void aVendorThatRejectsOurCredentialsSaysNothingOfTheCallers() {
        LitigationException failure = failure(Searches.forPerson("信数故障码1000赛邮故障码1201夏侯明远"));

        assertThat(failure.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(failure.reason()).isEqualTo("VENDOR_CREDENTIAL_REJECTED");
        assertThat(failure.retryForbidden()).isFalse();
    }

    @Test
    void aStatusTellsNothingOfTheSubjectNorOfTheVendor() {
        SearchRecordsRequest request = Searches.forPerson("信数故障码2000赛邮故障码1222夏侯明远");

        StatusRuntimeException failure = Objects.requireNonNull(catchThrowableOfType(
                StatusRuntimeException.class, () -> gateway.client().blocking().searchRecords(request)));

        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure.getStatus() + " " + failure.getTrailers())
                .doesNotContain("夏侯明远", Searches.ID_NUMBER, Searches.MOBILE, "参数", "127.0.0.1", "sandbox");
    }

    @Test
    void allOrNothingIsNothingWhenAVendorFails() {
        LitigationException failure = failure(Searches.forPerson("赛邮故障码1217淳于望舒有案2").toBuilder()
                .setRequireComplete(true)
                .build());

        assertThat(failure.code()).isEqualTo(Status.Code.ABORTED);
        assertThat(failure.reason()).isEqualTo("ANSWER_INCOMPLETE");
    }

    @Test
    void aCategoryThatNobodyCoversIsRefusedBeforeAnythingIsPaid() {
        String name = "公冶长歌有案2";

        LitigationException failure = failure(Searches.forPerson(name).toBuilder()
                .addCategories(RecordCategory.RECORD_CATEGORY_JUDGMENT)
                .addCategories(RecordCategory.RECORD_CATEGORY_BANKRUPTCY)
                .setRequireComplete(true)
                .build());

        assertThat(failure.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(failure.reason()).isEqualTo("CATEGORY_NOT_COVERED");
        assertThat(gateway.received("submail", name)).isZero();
    }

    private LitigationException failure(SearchRecordsRequest request) {
        return Objects.requireNonNull(catchThrowableOfType(
                LitigationException.class, () -> gateway.client().search(request)));
    }
}
