package io.litigation.core.subject;

import io.litigation.v1.SubjectKind;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/**
 * A company or another organisation.
 *
 * @param name registered full name
 * @param creditCode unified social credit code, 18 characters
 */
public record OrganizationSubject(String name, @Nullable String creditCode) implements Subject {

    @Override
    public SubjectKind kind() {
        return SubjectKind.SUBJECT_KIND_ORGANIZATION;
    }

    @Override
    public Optional<String> field(SubjectField field) {
        return switch (field) {
            case NAME -> Optional.of(name);
            case CREDIT_CODE -> Optional.ofNullable(creditCode);
            case ID_NUMBER, MOBILE -> Optional.empty();
        };
    }

    @Override
    public OrganizationSubject project(Set<SubjectField> fields) {
        return new OrganizationSubject(name, fields.contains(SubjectField.CREDIT_CODE) ? creditCode : null);
    }

    @Override
    public String toString() {
        return "OrganizationSubject[***]";
    }
}
