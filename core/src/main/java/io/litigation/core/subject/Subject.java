package io.litigation.core.subject;

import io.litigation.v1.SubjectKind;

import java.util.Optional;
import java.util.Set;

/**
 * Whom a search is about, validated and normalised. Its text form shows no personal data.
 *
 * <p>A projection to an offering's fields is a subject again: what it does not declare is absent.
 */
public sealed interface Subject permits PersonSubject, OrganizationSubject {

    SubjectKind kind();

    /** The name as it is sent to vendors: trimmed, dots between characters as U+00B7. */
    String name();

    /** The value of a field, empty if it is absent or does not exist for this kind. */
    Optional<String> field(SubjectField field);

    /** The same subject with these fields only; the name always stays. */
    Subject project(Set<SubjectField> fields);
}
