package io.litigation.core.subject;

import io.litigation.v1.SubjectKind;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/**
 * A natural person.
 *
 * @param name full name
 * @param idNumber resident id number in its canonical form of 18 characters
 * @param mobile mobile number, 11 digits
 */
public record PersonSubject(
        String name, @Nullable String idNumber, @Nullable String mobile) implements Subject {

    @Override
    public SubjectKind kind() {
        return SubjectKind.SUBJECT_KIND_PERSON;
    }

    @Override
    public Optional<String> field(SubjectField field) {
        return switch (field) {
            case NAME -> Optional.of(name);
            case ID_NUMBER -> Optional.ofNullable(idNumber);
            case MOBILE -> Optional.ofNullable(mobile);
            case CREDIT_CODE -> Optional.empty();
        };
    }

    @Override
    public PersonSubject project(Set<SubjectField> fields) {
        return new PersonSubject(
                name,
                fields.contains(SubjectField.ID_NUMBER) ? idNumber : null,
                fields.contains(SubjectField.MOBILE) ? mobile : null);
    }

    @Override
    public String toString() {
        return "PersonSubject[***]";
    }
}
