package io.litigation.e2e;

import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.Status;
import io.litigation.client.LitigationException;
import io.litigation.v1.Person;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Bad input is told at once and in full, and costs nothing. */
@ExtendWith(SharedGateway.class)
class BadInputTest {

    /** A wrong check character, a mobile that begins with 12, and more. */
    static final SearchRecordsRequest BAD = SearchRecordsRequest.newBuilder()
            .setSubject(Subject.newBuilder()
                    .setPerson(Person.newBuilder()
                            .setName("令")
                            .setIdNumber("310000198503070018")
                            .setMobile("12000000000")))
            .addCategories(RecordCategory.RECORD_CATEGORY_UNSPECIFIED)
            .setRequestId("not an id")
            .setPageSize(1_001)
            .build();

    private final RunningGateway gateway;

    BadInputTest(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void everyBadFieldIsNamedAtOnceAndNoVendorIsAsked() {
        LitigationException failure = failure(BAD);

        assertThat(failure.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure.reason()).isEqualTo("REQUEST_INVALID");
        assertThat(failure.fieldViolations())
                .extracting(FieldViolation::getField)
                .containsExactlyInAnyOrder(
                        "subject.person.name",
                        "subject.person.id_number",
                        "subject.person.mobile",
                        "categories[0]",
                        "request_id",
                        "page_size");
        assertThat(failure.fieldViolations())
                .allSatisfy(violation -> assertThat(violation.getReason() + violation.getDescription())
                        .isNotEmpty()
                        .doesNotContain("310000198503070018", "12000000000", "令"));
        assertThat(gateway.received("xinshu", "令") + gateway.received("submail", "令"))
                .isZero();
    }

    @Test
    void aStreamTellsBadFieldsJustSo() {
        StreamRecordsRequest request =
                StreamRecordsRequest.newBuilder().setSubject(BAD.getSubject()).build();

        LitigationException failure = Objects.requireNonNull(catchThrowableOfType(
                LitigationException.class,
                () -> gateway.client().stream(request, part -> {
                    throw new AssertionError("a part despite bad input");
                })));

        assertThat(failure.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure.fieldViolations()).hasSize(3);
    }

    @Test
    void anUnknownProviderIsRefusedAndTheKnownOneIsNotAsked() {
        String name = "濮阳孤鸿有案1";

        LitigationException failure = failure(Searches.forPerson(name).toBuilder()
                .addProviders("xinshu")
                .addProviders("xinshi")
                .build());

        assertThat(failure.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure.fieldViolations())
                .extracting(FieldViolation::getField)
                .containsExactly("providers[1]");
        assertThat(gateway.received("xinshu", name)).isZero();
    }

    @Test
    void nobodyAtAllIsRefused() {
        LitigationException failure = failure(SearchRecordsRequest.getDefaultInstance());

        assertThat(failure.fieldViolations())
                .extracting(FieldViolation::getField)
                .containsExactly("subject");
    }

    private LitigationException failure(SearchRecordsRequest request) {
        return Objects.requireNonNull(catchThrowableOfType(
                LitigationException.class, () -> gateway.client().search(request)));
    }
}
