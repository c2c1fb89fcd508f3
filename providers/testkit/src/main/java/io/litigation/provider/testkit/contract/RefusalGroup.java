package io.litigation.provider.testkit.contract;

import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.litigation.core.provider.Offering;
import io.litigation.core.provider.Offering.SubjectFields;
import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Subjects that an offering cannot serve: it is not asked, and the answer says why. */
abstract class RefusalGroup extends ContractGroup {

    private static final List<Subject> WHAT_MAY_BE_KNOWN = List.of(
            new PersonSubject(Subjects.NAME, null, null),
            new PersonSubject(Subjects.NAME, Subjects.ID_NUMBER, null),
            new PersonSubject(Subjects.NAME, null, Subjects.MOBILE),
            Subjects.person(),
            new OrganizationSubject(Subjects.COMPANY_NAME, null),
            Subjects.company());

    RefusalGroup(VendorContract suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> anOfferingIsAskedAboutASubjectThatItServesAndAboutNoOther() {
        List<Case> cases = new ArrayList<>();
        for (int variant = 0; variant < suite().variants(vendor().address()).size(); variant++) {
            for (Subject subject : WHAT_MAY_BE_KNOWN) {
                cases.add(new Case(variant, subject));
            }
        }
        return each(cases, this::searches);
    }

    private void searches(Bench bench, Case one) {
        MapSettings settings = suite().variants(bench.vendor().address()).get(one.variant());
        List<Offering> offerings = bench.provider(settings).offerings();
        List<Offering> serving = offerings.stream()
                .filter(offering -> expected(offering, one.subject()) == State.STATE_RECORDS_FOUND)
                .toList();
        serving.forEach(offering -> bench.vendor()
                .replies(
                        200,
                        "application/json",
                        reply(offering, one.subject()).records().toByteArray()));
        Core core = bench.core(settings, Limits.usual());

        if (serving.isEmpty()) {
            Status status = core.refusal(one.subject());
            assertThat(status.getCode()).isEqualTo(Code.FAILED_PRECONDITION_VALUE);
        } else {
            core.search(one.subject());
        }

        assertThat(core.outcomes()).hasSameSizeAs(offerings);
        for (int i = 0; i < offerings.size(); i++) {
            assertSays(core.outcomes().get(i), offerings.get(i), one.subject());
        }
        assertThat(bench.vendor().requestCount()).isEqualTo(serving.size());
        assertThat(core.attempts()).hasSameSizeAs(serving);
    }

    private static void assertSays(ProviderOutcome outcome, Offering offering, Subject subject) {
        assertThat(outcome.getOffering()).isEqualTo(offering.name());
        assertThat(outcome.getState()).isEqualTo(expected(offering, subject));
        if (outcome.getState() == State.STATE_SKIPPED) {
            assertThat(outcome.getError().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(outcome.getError().getInfo().getReason()).isEqualTo("FIELD_REQUIRED");
            assertThat(outcome.getError().getBadRequest().getFieldViolationsList())
                    .extracting(FieldViolation::getField)
                    .containsExactlyInAnyOrderElementsOf(missing(offering, subject));
        }
    }

    private static State expected(Offering offering, Subject subject) {
        if (!offering.subjects().containsKey(subject.kind())) {
            return State.STATE_NOT_COVERED;
        }
        return missing(offering, subject).isEmpty() ? State.STATE_RECORDS_FOUND : State.STATE_SKIPPED;
    }

    private static List<String> missing(Offering offering, Subject subject) {
        SubjectFields fields = Objects.requireNonNull(offering.subjects().get(subject.kind()));
        return fields.required().stream()
                .filter(field -> subject.field(field).isEmpty())
                .map(field -> field.path(subject.kind()))
                .toList();
    }

    private VendorQuestion reply(Offering offering, Subject subject) {
        return suite().questions().stream()
                .filter(question -> question.offering().equals(offering.name())
                        && question.subject().kind() == subject.kind())
                .findFirst()
                .orElseThrow();
    }

    /** A subject before one of the vendor's configurations. */
    private record Case(int variant, Subject subject) {

        @Override
        public String toString() {
            List<String> fields = Stream.of(SubjectField.values())
                    .filter(field -> subject.field(field).isPresent())
                    .map(Enum::name)
                    .toList();
            return subject.kind() + " with " + fields + ", settings " + variant;
        }
    }
}
