package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.SubjectKind;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class FailedSearchTest {

    private final World world = new World();

    @Test
    void onesFailureLeavesTheOthersAnswer() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.beta.fails(ProviderException.of(FailureKind.CODE_UNEXPECTED, Charge.CHARGE_UNKNOWN)
                .vendorCode("4711")
                .vendorReference("s-1")
                .vendorMessage("系统繁忙".repeat(200)));

        SearchRecordsResponse answer = world.search();

        ProviderOutcome beta = answer.getOutcomes(1);
        assertThat(answer.getRecordsCount()).isEqualTo(1);
        assertThat(answer.getComplete()).isFalse();
        assertThat(beta.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(beta.getError().getCode()).isEqualTo(Code.INTERNAL);
        assertThat(beta.getError().getInfo().getDomain()).isEqualTo("litigation");
        assertThat(beta.getVendorCode()).isEqualTo("4711");
        assertThat(beta.getVendorReference()).isEqualTo("s-1");
        assertThat(beta.getVendorMessage()).hasSize(500);
        assertThat(answer.getCoverageList())
                .filteredOn(coverage -> coverage.getProvider().equals("beta")
                        && coverage.getCategory() == RecordCategory.RECORD_CATEGORY_JUDGMENT)
                .extracting(Coverage::getState)
                .containsExactly(Coverage.State.STATE_FAILED);
    }

    @Test
    void ifAllFailTheSameWayThatIsTheStatus() {
        world.alpha.fails(FailureKind.QUOTA_EXHAUSTED, Charge.CHARGE_NOT_CHARGED);
        world.beta.fails(FailureKind.QUOTA_EXHAUSTED, Charge.CHARGE_NOT_CHARGED);

        SearchException failure = world.refused(World.person());

        assertThat(failure.status().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("VENDOR_QUOTA_EXHAUSTED");
        assertThat(Details.quota(failure).orElseThrow().getViolationsCount()).isEqualTo(2);
        assertThat(failure.chargeUncertain()).isFalse();
    }

    @Test
    void ifAllFailWithTheSameCodeThatIsTheStatus() {
        world.alpha.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_NOT_CHARGED);
        world.beta.fails(FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED);

        SearchException failure = world.refused(World.person());

        assertThat(failure.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(failure).getMetadataMap())
                .containsEntry("alpha_cases", "STATE_FAILED VENDOR_INTERNAL_ERROR")
                .containsEntry("beta_lawsuits", "STATE_FAILED VENDOR_UNREACHABLE");
    }

    @Test
    void ifAllFailDifferentlyItIsAborted() {
        world.alpha.fails(FailureKind.QUOTA_EXHAUSTED, Charge.CHARGE_NOT_CHARGED);
        world.beta.fails(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN);

        SearchException failure = world.refused(World.person());

        assertThat(failure.status().getCode()).isEqualTo(Code.ABORTED_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("PROVIDERS_FAILED");
        assertThat(failure.chargeUncertain()).isTrue();
    }

    @Test
    void oneThatWasNotAskedDoesNotSoftenTheFailureOfTheRest() {
        world.alpha.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);

        SearchException failure = world.refused(World.person(request -> {
            request.getSubjectBuilder().getPersonBuilder().clearMobile();
            return request;
        }));

        assertThat(failure.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("VENDOR_INTERNAL_ERROR");
    }

    @Test
    void aFieldThatTheVendorRejectsIsNamed() {
        world.only(world.alpha);
        world.alpha.fails(FailureKind.ID_NUMBER_INVALID, Charge.CHARGE_NOT_CHARGED);

        SearchException failure = world.refused(World.person());

        assertThat(failure.status().getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(Details.mistakes(failure)).containsExactly("subject.person.id_number ID_NUMBER_INVALID");
    }

    @Test
    void ourOwnCredentialsAreNeverTheCallers() {
        for (FailureKind kind : FailureKind.values()) {
            assertThat(kind.code()).isNotIn(Code.UNAUTHENTICATED, Code.PERMISSION_DENIED, Code.OK);
            assertThat(kind.reason()).matches("[A-Z][A-Z0-9_]+[A-Z0-9]");
        }
    }

    @Test
    void ifNobodyCouldBeAskedItSaysWhatIsMissing() {
        SearchException failure = world.refused(World.person(request -> {
            request.getSubjectBuilder().getPersonBuilder().clearMobile().clearIdNumber();
            return request;
        }));

        assertThat(failure.status().getCode()).isEqualTo(Code.FAILED_PRECONDITION_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("NO_PROVIDER_COULD_BE_ASKED");
        assertThat(Details.mistakes(failure))
                .as("what both miss is told once")
                .containsExactly("subject.person.id_number FIELD_REQUIRED", "subject.person.mobile FIELD_REQUIRED");
        assertThat(failure.chargeUncertain()).isFalse();
        assertThat(world.journal.entries()).containsExactly("record FAILED_PRECONDITION");
    }

    @Test
    void aCompanyThatOnlyProvidersForPersonsAreNamedForCannotBeAskedAbout() {
        SearchException failure =
                world.refused(World.company().toBuilder().addProviders("beta").build());

        assertThat(Details.info(failure).getReason()).isEqualTo("NO_PROVIDER_COULD_BE_ASKED");
        assertThat(Details.info(failure).getMetadataMap()).containsEntry("beta_lawsuits", "STATE_NOT_COVERED");
    }

    @Test
    void theFailureOfManyFitsIntoFourKibibytes() {
        FakeProvider[] many = IntStream.range(0, 32)
                .mapToObj(i -> FakeProvider.named(
                        "provider-with-a-long-name-" + i,
                        world.clock,
                        world.journal,
                        FakeProvider.offering(
                                "an-offering-with-a-long-name",
                                SubjectKind.SUBJECT_KIND_PERSON,
                                EnumSet.of(SubjectField.NAME),
                                RecordCategory.RECORD_CATEGORY_ENFORCEMENT)))
                .toArray(FakeProvider[]::new);
        for (FakeProvider provider : many) {
            provider.fails(FailureKind.BALANCE_EXHAUSTED, Charge.CHARGE_UNKNOWN);
        }
        world.only(many);

        SearchException failure = world.refused(World.person());

        assertThat(failure.status().getSerializedSize()).isLessThanOrEqualTo(4_096);
        assertThat(Details.info(failure).getReason()).isEqualTo("VENDOR_BALANCE_EXHAUSTED");
        assertThat(Details.info(failure).getMetadataMap())
                .containsKey("provider-with-a-long-name-0_an-offering-with-a-long-name")
                .hasEntrySatisfying(
                        "more", more -> assertThat(Integer.parseInt(more)).isBetween(1, 31));
        assertThat(Details.quota(failure)).isPresent();
        assertThat(Details.retry(failure)).isPresent();
    }
}
