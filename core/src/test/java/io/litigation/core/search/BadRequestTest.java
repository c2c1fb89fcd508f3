package io.litigation.core.search;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class BadRequestTest {

    private final World world = new World();

    @AfterEach
    void nobodyIsAsked() {
        assertThat(world.journal.entries()).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnce() {
        SearchException refusal = world.refused(SearchRecordsRequest.newBuilder()
                .setSubject(Subject.newBuilder()
                        .setPerson(Person.newBuilder()
                                .setIdNumber("31000019900101007")
                                .setMobile("12345")))
                .addProviders("alpha")
                .addProviders("nobody")
                .addProviders("alpha")
                .addCategories(RecordCategory.RECORD_CATEGORY_UNSPECIFIED)
                .addCategoriesValue(99)
                .addCategories(RecordCategory.RECORD_CATEGORY_HEARING)
                .addCategories(RecordCategory.RECORD_CATEGORY_HEARING)
                .setMaxAge(Duration.newBuilder().setSeconds(-1))
                .setRequestId("张三")
                .setViewValue(9)
                .setMinMatch(MatchGrade.MATCH_GRADE_UNRELATED)
                .addExcludeRecordIds("a")
                .addExcludeRecordIds("a")
                .addExcludeRecordIds("张三")
                .setPageSize(1_001)
                .setPageToken("x".repeat(513))
                .build());

        assertThat(refusal.status().getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("REQUEST_INVALID");
        assertThat(Details.mistakes(refusal))
                .containsExactly(
                        "subject.person.name NAME_REQUIRED",
                        "subject.person.id_number ID_NUMBER_INVALID",
                        "subject.person.mobile MOBILE_INVALID",
                        "providers[1] PROVIDER_UNKNOWN",
                        "providers[2] REPEATED",
                        "categories[0] CATEGORY_UNKNOWN",
                        "categories[1] CATEGORY_UNKNOWN",
                        "categories[3] REPEATED",
                        "max_age MAX_AGE_INVALID",
                        "request_id REQUEST_ID_INVALID",
                        "view VIEW_UNKNOWN",
                        "min_match MIN_MATCH_INVALID",
                        "exclude_record_ids[1] REPEATED",
                        "exclude_record_ids[2] RECORD_ID_INVALID",
                        "page_size PAGE_SIZE_INVALID",
                        "page_token PAGE_TOKEN_INVALID");
        assertThat(refusal.chargeUncertain()).isFalse();
        assertThat(refusal.status().toString()).doesNotContain("31000019900101007", "12345", "张三");
    }

    @Test
    void aMistakeOfAStreamIsToldTheSameWay() {
        RecordStream stream = world.stream(StreamRecordsRequest.newBuilder()
                .addProviders("nobody")
                .setMaxAge(Duration.newBuilder().setNanos(-1))
                .build());

        assertThat(Details.mistakes(World.failure(stream.next())))
                .containsExactly(
                        "subject SUBJECT_REQUIRED", "providers[0] PROVIDER_UNKNOWN", "max_age MAX_AGE_INVALID");
    }

    @Test
    void anUnknownProviderIsToldWhichThereAre() {
        world.disabled("gamma");

        SearchException refusal = world.refused(World.person(request -> request.addProviders("nobody")));

        assertThat(Details.badRequest(refusal).getFieldViolations(0).getDescription())
                .isEqualTo("No such provider. There are: alpha, beta, gamma.");
    }

    @Test
    void tooManyAreNotEvenLookedAt() {
        assertMistake(
                request -> request.addAllProviders(
                        IntStream.range(0, 33).mapToObj(i -> "p" + i).toList()),
                "providers TOO_MANY");
        assertMistake(
                request -> request.addAllCategoriesValue(
                        IntStream.range(0, 17).boxed().toList()),
                "categories TOO_MANY");
    }

    @Test
    void anAgeMustBeADuration() {
        assertMistake(
                request -> request.setMaxAge(Duration.newBuilder().setSeconds(1).setNanos(-1)),
                "max_age MAX_AGE_INVALID");
        assertMistake(
                request -> request.setMaxAge(Duration.newBuilder().setSeconds(Long.MAX_VALUE)),
                "max_age MAX_AGE_INVALID");
    }

    @Test
    void aPageSizeIsNotNegative() {
        assertMistake(request -> request.setPageSize(-1), "page_size PAGE_SIZE_INVALID");
    }

    @Test
    void aPurposeIsOneOfThose() {
        assertMistake(
                request -> {
                    request.getPurposeBuilder().setCodeValue(99).setAuthorizationReference("号".repeat(129));
                    return request;
                },
                "purpose.code PURPOSE_UNKNOWN",
                "purpose.authorization_reference REFERENCE_TOO_LONG");
    }

    @Test
    void aPurposeIsRequiredWhereTheServerSaysSo() {
        SearchSettings defaults = SearchSettings.defaults();
        world.settings(new SearchSettings(defaults.defaultDeadline(), defaults.replyMargin(), true, defaults.ages()));

        assertMistake(request -> request, "purpose.code PURPOSE_REQUIRED");
        assertMistake(
                request -> {
                    request.getPurposeBuilder().setCode(PurposeCode.PURPOSE_CODE_UNSPECIFIED);
                    return request;
                },
                "purpose.code PURPOSE_REQUIRED");
    }

    @Test
    void anAuthorisationMustNotHaveExpired() {
        assertMistake(
                request -> expiring(request, FakeClock.START.getEpochSecond()),
                "purpose.authorization_expire_time AUTHORIZATION_EXPIRED");
        assertMistake(request -> expiring(request, Long.MAX_VALUE), "purpose.authorization_expire_time TIME_INVALID");
    }

    @Test
    void aSubjectIsRequired() {
        assertMistake(SearchRecordsRequest.Builder::clearSubject, "subject SUBJECT_REQUIRED");
        assertMistake(
                request -> request.setSubject(Subject.newBuilder()
                        .setOrganization(Organization.newBuilder().setCreditCode("91"))),
                "subject.organization.name NAME_REQUIRED",
                "subject.organization.credit_code CREDIT_CODE_INVALID");
    }

    @Test
    void manyMistakesAreAllNamedInFourKibibytes() {
        SearchRecordsRequest.Builder request = SearchRecordsRequest.newBuilder();
        IntStream.range(0, 32).forEach(i -> request.addProviders("a provider of that name does not exist " + i));
        IntStream.range(0, 16).forEach(i -> request.addCategoriesValue(100 + i));
        request.setPageSize(-1).setRequestId("?").setViewValue(9);

        SearchException refusal = world.refused(request.build());

        assertThat(refusal.status().getSerializedSize()).isLessThanOrEqualTo(4_096);
        assertThat(Details.mistakes(refusal)).hasSize(1 + 32 + 16 + 3);
    }

    private static SearchRecordsRequest.Builder expiring(SearchRecordsRequest.Builder request, long seconds) {
        request.getPurposeBuilder()
                .setAuthorizationExpireTime(Timestamp.newBuilder().setSeconds(seconds));
        return request;
    }

    private void assertMistake(UnaryOperator<SearchRecordsRequest.Builder> changes, String... mistakes) {
        assertThat(Details.mistakes(world.refused(World.person(changes)))).containsExactly(mistakes);
    }
}
