package io.litigation.core.subject;

import io.litigation.v1.SubjectKind;

import java.util.Locale;

/** A field of a subject. */
public enum SubjectField {
    NAME,
    ID_NUMBER,
    MOBILE,
    CREDIT_CODE;

    /** Its path in a request, such as {@code subject.person.id_number}. */
    public String path(SubjectKind kind) {
        String of = kind == SubjectKind.SUBJECT_KIND_PERSON ? "person" : "organization";
        return "subject." + of + "." + name().toLowerCase(Locale.ROOT);
    }
}
