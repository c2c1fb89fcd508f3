package io.litigation.core.subject;

import io.litigation.core.normalize.CreditCode;
import io.litigation.core.normalize.MobileNumber;
import io.litigation.core.normalize.Names;
import io.litigation.core.normalize.ResidentId;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.SubjectKind;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;

/** Reads a request's subject: every field, so that all mistakes are found at once. */
public final class SubjectReader {

    private static final int GREATEST_PERSON_NAME = 50;
    private static final int GREATEST_ORGANIZATION_NAME = 200;
    /** Longer texts are not even looked at: no valid value comes near. */
    private static final int GREATEST_IDENTIFIER = 64;

    private final Violations violations;

    public SubjectReader(Violations violations) {
        this.violations = violations;
    }

    /** The subject; empty if it has a mistake, which the violations then tell. */
    public Optional<Subject> read(io.litigation.v1.Subject subject) {
        return switch (subject.getKindCase()) {
            case PERSON -> person(subject.getPerson());
            case ORGANIZATION -> organization(subject.getOrganization());
            case KIND_NOT_SET -> {
                violations.add("subject", "SUBJECT_REQUIRED", "Set subject.person or subject.organization.");
                yield Optional.empty();
            }
        };
    }

    private Optional<Subject> person(Person person) {
        String name =
                name(person.getName(), SubjectField.NAME.path(SubjectKind.SUBJECT_KIND_PERSON), GREATEST_PERSON_NAME);
        String idNumber = optional(
                person.getIdNumber(),
                SubjectField.ID_NUMBER.path(SubjectKind.SUBJECT_KIND_PERSON),
                "ID_NUMBER_INVALID",
                "Not a resident identity number: 18 characters (or the old 15) with a correct check character, a real"
                        + " date of birth and a known province (GB 11643).",
                raw -> ResidentId.parse(raw).map(ResidentId::canonical));
        String mobile = optional(
                person.getMobile(),
                SubjectField.MOBILE.path(SubjectKind.SUBJECT_KIND_PERSON),
                "MOBILE_INVALID",
                "Not a mobile number of mainland China: 11 digits beginning with 13 to 19.",
                MobileNumber::parse);
        return name == null || !violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new PersonSubject(name, idNumber, mobile));
    }

    private Optional<Subject> organization(Organization organization) {
        String name = name(
                organization.getName(),
                SubjectField.NAME.path(SubjectKind.SUBJECT_KIND_ORGANIZATION),
                GREATEST_ORGANIZATION_NAME);
        String creditCode = optional(
                organization.getCreditCode(),
                SubjectField.CREDIT_CODE.path(SubjectKind.SUBJECT_KIND_ORGANIZATION),
                "CREDIT_CODE_INVALID",
                "Not a unified social credit code: 18 characters with a correct check character (GB 32100).",
                raw -> CreditCode.parse(raw).map(CreditCode::canonical));
        return name == null || !violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrganizationSubject(name, creditCode));
    }

    private @Nullable String name(String raw, String field, int greatest) {
        if (raw.isBlank()) {
            violations.add(field, "NAME_REQUIRED", "The name is required.");
            return null;
        }
        String name = raw.length() > 4 * greatest ? raw : Names.toSend(raw);
        int length = name.codePointCount(0, name.length());
        if (length < 2 || length > greatest) {
            violations.add(field, "NAME_INVALID", "The name must have 2 to " + greatest + " characters.");
            return null;
        }
        if (name.codePoints().anyMatch(SubjectReader::isNoText)) {
            violations.add(field, "NAME_INVALID", "The name must not contain control characters.");
            return null;
        }
        if (name.codePoints().noneMatch(SubjectReader::isLetter)) {
            violations.add(field, "NAME_INVALID", "The name must contain a letter.");
            return null;
        }
        return name;
    }

    private static boolean isNoText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.UNASSIGNED -> !isRareHanzi(codePoint);
            default -> codePoint == 0xFFFD;
        };
    }

    private static boolean isLetter(int codePoint) {
        return Character.isLetter(codePoint) || isRareHanzi(codePoint);
    }

    /**
     * The two planes of rarer hanzi: Unicode goes on filling them, names do contain them, and a Java platform knows only
     * those of its own day.
     */
    private static boolean isRareHanzi(int codePoint) {
        int plane = codePoint >> 16;
        return (plane == 2 || plane == 3) && (codePoint & 0xFFFE) != 0xFFFE;
    }

    private @Nullable String optional(
            String raw, String field, String reason, String description, Function<String, Optional<String>> parser) {
        if (raw.isBlank()) {
            return null;
        }
        Optional<String> value = raw.length() > GREATEST_IDENTIFIER ? Optional.empty() : parser.apply(raw.strip());
        if (value.isEmpty()) {
            violations.add(field, reason, description);
        }
        return value.orElse(null);
    }
}
