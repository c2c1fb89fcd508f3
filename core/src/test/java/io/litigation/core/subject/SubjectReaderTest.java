package io.litigation.core.subject;

import com.google.rpc.BadRequest.FieldViolation;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectReaderTest {

    private static final String ID = "31000019900101007X";

    private final Violations violations = new Violations();

    @Test
    void readsAPersonInItsCanonicalForm() {
        assertThat(person(Person.newBuilder()
                        .setName("  阿布力孜•买买提 ")
                        .setIdNumber(" 31000019900101007x ")
                        .setMobile("+86 138-0013-8000")))
                .contains(new PersonSubject("阿布力孜·买买提", ID, "13800138000"));
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        assertThat(person(Person.newBuilder().setName("张三").setMobile("  ")))
                .contains(new PersonSubject("张三", null, null));
        assertThat(organization("示例有限公司", "")).contains(new OrganizationSubject("示例有限公司", null));
    }

    @Test
    void readsAnOrganisation() {
        assertThat(organization("示例（上海）有限公司", "91310000000000019q"))
                .contains(new OrganizationSubject("示例（上海）有限公司", "91310000000000019Q"));
    }

    @Test
    void findsEveryMistakeAtOnceAndRepeatsNoValue() {
        assertThat(person(Person.newBuilder()
                        .setName("张")
                        .setIdNumber("310000199001010070")
                        .setMobile("1".repeat(70))))
                .isEmpty();
        assertThat(mistakes())
                .containsExactly(
                        "subject.person.name NAME_INVALID",
                        "subject.person.id_number ID_NUMBER_INVALID",
                        "subject.person.mobile MOBILE_INVALID");
        assertThat(violations.toBadRequest().toString()).doesNotContain("310000199001010070");
    }

    @Test
    void aSubjectIsSomebody() {
        assertThat(new SubjectReader(violations).read(io.litigation.v1.Subject.getDefaultInstance()))
                .isEmpty();
        assertThat(mistakes()).containsExactly("subject SUBJECT_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aNameIsRequired(String name) {
        assertThat(person(Person.newBuilder().setName(name))).isEmpty();
        assertThat(mistakes()).containsExactly("subject.person.name NAME_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张", "张\n三", "张\u0000三", "张\u2028三", "张\u2029三", "张\uFFFD三", "12345", "··", "𠮷"})
    void isNoName(String name) {
        assertThat(person(Person.newBuilder().setName(name))).isEmpty();
        assertThat(mistakes()).containsExactly("subject.person.name NAME_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "𠮷𠮷", "张\uD88C\uDF50", "\uD87F\uDE00\uD88D\uDC79", "张\uE123", "Ann O'Neil", "阿·买"})
    void isAName(String name) {
        assertThat(person(Person.newBuilder().setName(name))).isPresent();
    }

    @Test
    void aNameIsMeasuredInCharactersAndNotInJavasUnits() {
        assertThat(person(Person.newBuilder().setName("𠮷".repeat(50)))).isPresent();
        assertThat(person(Person.newBuilder().setName("𠮷".repeat(51)))).isEmpty();
        assertThat(organization("公".repeat(200), "")).isEmpty();
    }

    @Test
    void aCompanysNameMayBeLonger() {
        assertThat(organization("公".repeat(200), "")).isPresent();
        assertThat(organization("公".repeat(201), "")).isEmpty();
    }

    @Test
    void aVeryLongTextIsNotEvenLookedAt() {
        assertThat(person(Person.newBuilder().setName("张".repeat(1_000_000)))).isEmpty();
        assertThat(mistakes()).containsExactly("subject.person.name NAME_INVALID");
    }

    private Optional<Subject> person(Person.Builder person) {
        return new SubjectReader(violations)
                .read(io.litigation.v1.Subject.newBuilder().setPerson(person).build());
    }

    private Optional<Subject> organization(String name, String creditCode) {
        return new SubjectReader(violations)
                .read(io.litigation.v1.Subject.newBuilder()
                        .setOrganization(Organization.newBuilder().setName(name).setCreditCode(creditCode))
                        .build());
    }

    private List<String> mistakes() {
        return violations.toBadRequest().getFieldViolationsList().stream()
                .map((FieldViolation violation) -> violation.getField() + " " + violation.getReason())
                .toList();
    }
}
