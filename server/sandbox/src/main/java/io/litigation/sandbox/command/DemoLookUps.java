package io.litigation.sandbox.command;

import io.litigation.sandbox.world.DemoSubject;
import io.litigation.sandbox.world.DemoSubjects;
import io.litigation.v1.Organization;
import io.litigation.v1.Person;
import io.litigation.v1.Subject;
import org.jspecify.annotations.Nullable;

/** Whom the sandbox looks up to show itself. Both are made up. */
final class DemoLookUps {

    /** Known to both vendors. */
    static final Subject PERSON = person(DemoSubjects.PERSON_WITH_RECORDS);

    /** Known to Xinshu; SUBMAIL serves persons only. */
    static final Subject COMPANY = company(DemoSubjects.COMPANY_WITH_RECORDS);

    private DemoLookUps() {}

    private static Subject person(DemoSubject demo) {
        return Subject.newBuilder()
                .setPerson(Person.newBuilder()
                        .setName(demo.name())
                        .setIdNumber(orEmpty(demo.idNumber()))
                        .setMobile(orEmpty(demo.mobile())))
                .build();
    }

    private static Subject company(DemoSubject demo) {
        return Subject.newBuilder()
                .setOrganization(
                        Organization.newBuilder().setName(demo.name()).setCreditCode(orEmpty(demo.creditCode())))
                .build();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
