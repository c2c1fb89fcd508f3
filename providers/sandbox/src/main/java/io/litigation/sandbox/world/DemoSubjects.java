package io.litigation.sandbox.world;

import java.util.List;

/** The fixed subjects that the README lists. */
public final class DemoSubjects {

    /** Judgment, enforcement, termination, listing, resumption, exposure, hearing: rich records at both vendors. */
    public static final DemoSubject PERSON_WITH_RECORDS =
            DemoSubject.person("申屠砚舟", "310000198503070019", "13000000001");

    /** A company with records at Xinshu; SUBMAIL serves persons only. */
    public static final DemoSubject COMPANY_WITH_RECORDS = DemoSubject.company("上海虚谷示例贸易有限公司", "91310000000000019Q");

    /** Neither vendor has anything. */
    public static final DemoSubject PERSON_WITHOUT_RECORDS =
            DemoSubject.person("闻人若岚", "310000199206150025", "13000000002");

    /** SUBMAIL says 02 (records) and gives none; Xinshu has nothing. */
    public static final DemoSubject PERSON_WITH_UNPUBLISHED_RECORDS =
            DemoSubject.person("令狐知白", "310000197809220038", "13000000003");

    /** Xinshu says 0000 (found) with an empty list; SUBMAIL has nothing. */
    public static final DemoSubject PERSON_WITH_EMPTY_LIST =
            DemoSubject.person("上官听雪", "310000198811030043", "13000000004");

    /** Both vendors mix in a namesake, whose masked id contradicts this one. */
    public static final DemoSubject PERSON_WITH_NAMESAKE =
            DemoSubject.person("欧阳望舒", "310000199504180054", "13000000005");

    /** Neither vendor has anything. */
    public static final DemoSubject COMPANY_WITHOUT_RECORDS = DemoSubject.company("上海澄明示例咨询有限公司", "91310000000000027K");

    /** All of them. */
    public static final List<DemoSubject> ALL = List.of(
            PERSON_WITH_RECORDS,
            COMPANY_WITH_RECORDS,
            PERSON_WITHOUT_RECORDS,
            PERSON_WITH_UNPUBLISHED_RECORDS,
            PERSON_WITH_EMPTY_LIST,
            PERSON_WITH_NAMESAKE,
            COMPANY_WITHOUT_RECORDS);

    private DemoSubjects() {}
}
