package io.litigation.provider.testkit;

import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;

/**
 * Made-up persons and companies. Their ids stand on the province-level prefix 310000, which no real id carries, and
 * their check characters are right.
 */
public final class Subjects {

    /** Name of {@link #person()}. */
    public static final String NAME = "张三测";

    /** Resident id of {@link #person()}: a woman born on 7 March 1985. */
    public static final String ID_NUMBER = "310000198503070000";

    /** Mobile of {@link #person()}. */
    public static final String MOBILE = "13000000000";

    /** Resident id of {@link #anotherPerson()}: a man born on the same day. */
    public static final String OTHER_ID_NUMBER = "310000198503070019";

    /** Name of {@link #company()}. */
    public static final String COMPANY_NAME = "上海样例测试融资担保有限公司";

    /** Credit code of {@link #company()}. */
    public static final String CREDIT_CODE = "91310000000000019Q";

    /** Organisation code of {@link #company()}: characters 9 to 17 of its credit code. */
    public static final String ORGANIZATION_CODE = "000000019";

    private static final String OTHER_NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";

    private Subjects() {}

    /** A person with everything that a vendor may want to know. */
    public static PersonSubject person() {
        return new PersonSubject(NAME, ID_NUMBER, MOBILE);
    }

    /** A person of whom only the name is known. */
    public static PersonSubject nameOnly() {
        return new PersonSubject(NAME, null, null);
    }

    /** A namesake of {@link #person()} with another id. */
    public static PersonSubject anotherPerson() {
        return new PersonSubject(NAME, OTHER_ID_NUMBER, MOBILE);
    }

    /** A subject like another with another name, of which there are twenty. */
    public static Subject another(Subject subject, int number) {
        String name = subject.name() + OTHER_NAMES.charAt(number);
        return subject instanceof PersonSubject person
                ? new PersonSubject(name, person.idNumber(), person.mobile())
                : new OrganizationSubject(
                        name, subject.field(SubjectField.CREDIT_CODE).orElse(null));
    }

    /** A company with its credit code. */
    public static OrganizationSubject company() {
        return new OrganizationSubject(COMPANY_NAME, CREDIT_CODE);
    }
}
