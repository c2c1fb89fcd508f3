package io.litigation.provider.submail;

import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.VendorRow;
import io.litigation.v1.RecordCategory;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The categories of {@code info} and the fields that the document's tables have for the rows of each. */
enum SubmailCategory {
    /** Court documents (裁判文书). */
    CPWS(
            RecordCategory.RECORD_CATEGORY_JUDGMENT,
            "sortTime",
            "body",
            "caseType",
            "sortTimeString",
            "trialProcedure",
            "court",
            "entryId",
            "caseCause",
            "title",
            "partyId",
            "judge",
            "matchRatio",
            "pname",
            "caseNo",
            "judgeResult",
            "yiju",
            "courtRank"),

    /** Enforcement notices (执行公告). */
    ZXGG(
            RecordCategory.RECORD_CATEGORY_ENFORCEMENT,
            "sortTime",
            "body",
            "sortTimeString",
            "court",
            "idcardNo",
            "entryId",
            "title",
            "matchRatio",
            "pname",
            "caseNo",
            "caseState",
            "execMoney"),

    /** Listings of dishonest debtors (失信公告). */
    SHIXIN(
            RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR,
            "sortTime",
            "body",
            "sortTimeString",
            "sex",
            "lxqk",
            "yjCode",
            "court",
            "idcardNo",
            "entryId",
            "yjdw",
            "jtqx",
            "yiwu",
            "age",
            "matchRatio",
            "province",
            "pname",
            "caseNo",
            "postTime"),

    /** Public exposures of debtors (曝光台). */
    BGT(
            RecordCategory.RECORD_CATEGORY_PUBLIC_EXPOSURE,
            "sortTime",
            "body",
            "sortTimeString",
            "bgDate",
            "partyType",
            "court",
            "proposer",
            "idcardNo",
            "entryId",
            "caseCause",
            "unnexeMoney",
            "address",
            "matchRatio",
            "pname",
            "caseNo",
            "yiju",
            "execMoney"),

    /** Announcements of hearings (开庭公告). */
    KTGG(
            RecordCategory.RECORD_CATEGORY_HEARING,
            "sortTime",
            "body",
            "sortTimeString",
            "plaintiff",
            "organizer",
            "courtroom",
            "court",
            "entryId",
            "title",
            "caseCause",
            "judge",
            "matchRatio",
            "pname",
            "caseNo",
            "defendant"),

    /** Court notices (法院公告). */
    FYGG(
            RecordCategory.RECORD_CATEGORY_COURT_NOTICE,
            "sortTime",
            "body",
            "sortTimeString",
            "layout",
            "matchRatio",
            "pname",
            "court",
            "ggType",
            "entryId"),

    /** Progress of cases (案件流程). */
    AJLC(
            RecordCategory.RECORD_CATEGORY_CASE_PROGRESS,
            "sortTime",
            "body",
            "caseType",
            "caseCause",
            "sortTimeString",
            "matchRatio",
            "pname",
            "ajlcStatus",
            "court",
            "caseNo",
            "entryId");

    private final RecordCategory category;
    private final Set<String> fields;

    SubmailCategory(RecordCategory category, String... fields) {
        this.category = category;
        this.fields = Set.of(fields);
    }

    /** The category of that name; empty if the document has none. */
    static Optional<SubmailCategory> named(String name) {
        return Stream.of(values())
                .filter(each -> each.vendorName().equals(name))
                .findFirst();
    }

    /** The vendor's name of it, such as {@code zxgg}. */
    String vendorName() {
        return name().toLowerCase(Locale.ROOT);
    }

    RecordCategory category() {
        return category;
    }

    VendorRow row(JsonObject json) {
        return new VendorRow(json, fields);
    }
}
