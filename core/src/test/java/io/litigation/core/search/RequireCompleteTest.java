package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.v1.Charge;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_BANKRUPTCY;
import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_ENFORCEMENT;
import static org.assertj.core.api.Assertions.assertThat;

class RequireCompleteTest {

    private final World world = new World();

    @Test
    void aCompleteAnswerIsGiven() {
        assertThat(world.search(allOrNothing(request -> request)).getComplete()).isTrue();
    }

    @Test
    void aCategoryThatNobodyCoversIsRefusedBeforeAnythingIsPaid() {
        SearchException refusal = world.refused(allOrNothing(request ->
                request.addCategories(RECORD_CATEGORY_ENFORCEMENT).addCategories(RECORD_CATEGORY_BANKRUPTCY)));

        assertThat(refusal.status().getCode()).isEqualTo(Code.FAILED_PRECONDITION_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("CATEGORY_NOT_COVERED");
        assertThat(Details.info(refusal).getMetadataOrThrow("categories")).isEqualTo("RECORD_CATEGORY_BANKRUPTCY");
        assertThat(world.journal.entries()).containsExactly("record FAILED_PRECONDITION");
    }

    @Test
    void aProviderThatCannotBeAskedIsReasonEnoughToPayNobody() {
        SearchException refusal = world.refused(allOrNothing(request -> {
            request.getSubjectBuilder().getPersonBuilder().clearMobile();
            return request;
        }));

        assertThat(refusal.status().getCode()).isEqualTo(Code.FAILED_PRECONDITION_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("ANSWER_INCOMPLETE");
        assertThat(Details.badRequest(refusal).getFieldViolations(0).getField()).isEqualTo("subject.person.mobile");
        assertThat(refusal.chargeUncertain()).isFalse();
        assertThat(world.journal.count("send")).isZero();
    }

    @Test
    void whatDoesNotCountDoesNotPreventIt() {
        SearchRecordsResponse answer = world.search(
                World.company().toBuilder().setRequireComplete(true).build());

        assertThat(answer.getComplete()).isTrue();
    }

    @Test
    void aFailureLeavesNothing() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.beta.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);

        SearchException failure = world.refused(allOrNothing(request -> request));

        assertThat(failure.status().getCode()).isEqualTo(Code.ABORTED_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("ANSWER_INCOMPLETE");
        assertThat(Details.info(failure).getMetadataMap())
                .containsEntry("alpha_cases", "STATE_RECORDS_FOUND")
                .containsEntry("beta_lawsuits", "STATE_FAILED VENDOR_INTERNAL_ERROR");
        assertThat(failure.chargeUncertain()).isTrue();
    }

    @Test
    void aFailureThatSurelyCostNothingMayBeRetried() {
        world.beta.fails(FailureKind.RESOURCE_NOT_GRANTED, Charge.CHARGE_NOT_CHARGED);

        assertThat(world.refused(allOrNothing(request -> request)).chargeUncertain())
                .isFalse();
    }

    @Test
    void unpublishedRecordsLeaveNothing() {
        world.beta.says("indeterminate");

        assertThat(Details.info(world.refused(allOrNothing(request -> request))).getReason())
                .isEqualTo("ANSWER_INCOMPLETE");
    }

    @Test
    void oneThatIsStillRunningLeavesNothingAndMayBeCharged() {
        world.beta.stalls();
        CompletableFuture<SearchRecordsResponse> answer = world.begin(allOrNothing(request -> request));
        world.advance(Duration.ofSeconds(14));

        SearchException failure = World.failure(answer);

        assertThat(Details.info(failure).getReason()).isEqualTo("ANSWER_INCOMPLETE");
        assertThat(failure.chargeUncertain()).isTrue();
    }

    private static SearchRecordsRequest allOrNothing(UnaryOperator<SearchRecordsRequest.Builder> changes) {
        return World.person(request -> changes.apply(request.setRequireComplete(true)));
    }
}
