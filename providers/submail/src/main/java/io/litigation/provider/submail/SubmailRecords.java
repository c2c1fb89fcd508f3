package io.litigation.provider.submail;

import com.google.type.Money;
import io.litigation.core.normalize.Amounts;
import io.litigation.core.normalize.CaseNumbers;
import io.litigation.core.normalize.EnforcementWords;
import io.litigation.core.normalize.VendorDates;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.VendorRow;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.CaseProgress;
import io.litigation.v1.CourtNotice;
import io.litigation.v1.DishonestListing;
import io.litigation.v1.Enforcement;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.Hearing;
import io.litigation.v1.Judgment;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchSignal;
import io.litigation.v1.PartyRole;
import io.litigation.v1.Performance;
import io.litigation.v1.PublicExposure;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.VendorDate;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The record that a row of SUBMAIL's is, by its category. What {@code sortTime} means differs from one to the next. */
final class SubmailRecords {

    /** What is read of a row whose category the document does not have: what means the same in all that it has. */
    private static final Set<String> FIELDS_OF_ALL =
            Set.of("entryId", "matchRatio", "pname", "idcardNo", "caseNo", "court", "title", "body", "caseCause");

    private static final Set<CaseNumber.Kind> OF_COURTS = EnumSet.of(
            CaseNumber.Kind.KIND_MODERN, CaseNumber.Kind.KIND_MODERN_UNKNOWN_TYPE, CaseNumber.Kind.KIND_LEGACY);

    /** A number, and words behind it that are no unit: 203000及利息. */
    private static final Pattern WITHOUT_UNIT =
            Pattern.compile("[\\s\\p{Nd}.,，．]+(?:[Ee][-+]?[0-9]+)?(?:[及和与并加等、;；。(（].*)?");

    private final Subject subject;
    private final Instant asOf;

    SubmailRecords(Subject subject, Instant asOf) {
        this.subject = subject;
        this.asOf = asOf;
    }

    LitigationRecord of(SubmailCategory category, JsonObject json) {
        SubmailDraft draft = new SubmailDraft(category.vendorName(), category.category(), category.row(json), asOf);
        draft.commonFields();
        SubmailParties parties = new SubmailParties(draft);
        switch (category) {
            case CPWS -> judgment(draft, parties);
            case ZXGG -> enforcement(draft, parties);
            case SHIXIN -> listing(draft, parties);
            case BGT -> exposure(draft, parties);
            case KTGG -> hearing(draft, parties);
            case FYGG -> notice(draft, parties);
            case AJLC -> progress(draft, parties);
        }
        return finish(draft);
    }

    LitigationRecord ofUnknown(String vendorCategory, JsonObject json) {
        VendorRow row = new VendorRow(json, FIELDS_OF_ALL);
        SubmailDraft draft = new SubmailDraft(vendorCategory, RecordCategory.RECORD_CATEGORY_OTHER, row, asOf);
        draft.commonFields();
        new SubmailParties(draft).subjects(PartyRole.PARTY_ROLE_UNSPECIFIED);
        return finish(draft);
    }

    private static void judgment(SubmailDraft draft, SubmailParties parties) {
        parties.subjects(PartyRole.PARTY_ROLE_UNSPECIFIED);
        Judgment.Builder detail = draft.record().getJudgmentBuilder();
        detail.setDocumentKind(SubmailTitles.documentKind(draft.text("title")))
                .setTrialProcedure(draft.text("trialProcedure"))
                .setResult(draft.text("judgeResult"))
                .setLegalGrounds(draft.text("yiju"));
        draft.sortTime(false).ifPresent(concluded -> {
            detail.setConcludeDate(concluded);
            draft.record().setEventDate(concluded);
        });
    }

    private static void enforcement(SubmailDraft draft, SubmailParties parties) {
        parties.subjects(PartyRole.PARTY_ROLE_DEBTOR);
        String state = draft.text("caseState");
        Enforcement.Builder detail = draft.record().getEnforcementBuilder();
        detail.setVendorState(state).setState(EnforcementWords.state(state));
        if (detail.getState() == EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED && EnforcementWords.isWord(state)) {
            draft.note("caseState", "WORD_NOT_KNOWN");
        }
        draft.money("execMoney").ifPresent(detail::setClaimedAmount);
        draft.sortTime(false).ifPresent(filed -> {
            detail.setFiledDate(filed);
            draft.record().setEventDate(filed);
        });
    }

    /** Whether it is still in force, SUBMAIL never says: the state stays open. */
    private static void listing(SubmailDraft draft, SubmailParties parties) {
        parties.subjects(PartyRole.PARTY_ROLE_DEBTOR);
        String performance = draft.text("lxqk");
        DishonestListing.Builder detail = draft.record().getDishonestListingBuilder();
        detail.setGround(draft.text("jtqx"))
                .setDuty(draft.draft().text(draft.name("yiwu"), draft.text("yiwu")))
                .setVendorPerformance(performance)
                .setPerformance(EnforcementWords.performance(performance));
        if (detail.getPerformance() == Performance.PERFORMANCE_UNSPECIFIED && EnforcementWords.isWord(performance)) {
            draft.note("lxqk", "WORD_NOT_KNOWN");
        }
        draft.sortTime(false).ifPresent(filed -> {
            detail.setFiledDate(filed);
            draft.record().setEventDate(filed);
        });
        draft.date("postTime").ifPresent(listed -> {
            detail.setListedDate(listed);
            draft.record().setPublishDate(listed);
        });
        draft.draft().basis(draft.name("yjCode"), draft.text("yjCode"), draft.text("yjdw"));
    }

    private static void exposure(SubmailDraft draft, SubmailParties parties) {
        parties.subjects(PartyRole.PARTY_ROLE_DEBTOR);
        parties.named("proposer", PartyRole.PARTY_ROLE_APPLICANT);
        PublicExposure.Builder detail = draft.record().getPublicExposureBuilder();
        draft.sortTime(false).ifPresent(filed -> {
            detail.setFiledDate(filed);
            draft.record().setEventDate(filed);
        });
        draft.date("bgDate").ifPresent(exposed -> {
            detail.setExposedDate(exposed);
            draft.record().setPublishDate(exposed);
        });
        Optional<Money> claimed = exposedAmount(draft, "execMoney");
        Optional<Money> outstanding = exposedAmount(draft, "unnexeMoney");
        claimed.ifPresent(detail::setClaimedAmount);
        outstanding.ifPresent(detail::setOutstandingAmount);
        if (claimed.isPresent() && outstanding.isPresent() && Amounts.exceeds(outstanding.get(), claimed.get())) {
            draft.note("unnexeMoney", "OUTSTANDING_EXCEEDS_CLAIM");
        }
        String basis = draft.text("yiju");
        detail.setBasisText(basis);
        if (CaseNumbers.read(basis).stream().anyMatch(number -> OF_COURTS.contains(number.getKind()))) {
            draft.draft().basis(draft.name("yiju"), basis, "");
        }
    }

    /** This category's amounts carry no unit; 元 is an assumption worth a note. */
    private static Optional<Money> exposedAmount(SubmailDraft draft, String field) {
        Optional<Money> amount = draft.money(field);
        if (amount.isPresent() && WITHOUT_UNIT.matcher(draft.text(field)).matches()) {
            draft.note(field, "AMOUNT_UNIT_ASSUMED");
        }
        return amount;
    }

    private static void hearing(SubmailDraft draft, SubmailParties parties) {
        parties.named("plaintiff", PartyRole.PARTY_ROLE_PLAINTIFF);
        parties.named("defendant", PartyRole.PARTY_ROLE_DEFENDANT);
        parties.others();
        Hearing.Builder detail = draft.record().getHearingBuilder();
        detail.setPlaintiffText(draft.text("plaintiff")).setDefendantText(draft.text("defendant"));
        draft.sortTime(true).ifPresent(heard -> {
            detail.setHearingDate(heard);
            draft.record().setEventDate(heard);
        });
    }

    private static void notice(SubmailDraft draft, SubmailParties parties) {
        parties.subjects(PartyRole.PARTY_ROLE_UNSPECIFIED);
        CourtNotice.Builder detail = draft.record().getCourtNoticeBuilder();
        detail.setNoticeType(draft.text("ggType")).setLayout(draft.text("layout"));
        draft.sortTime(false).ifPresent(published -> {
            detail.setPublishedDate(published);
            draft.record().setEventDate(published).setPublishDate(published);
        });
    }

    /** Here the document labels the two dates differently: {@code sortTime} published, {@code sortTimeString} filed. */
    private static void progress(SubmailDraft draft, SubmailParties parties) {
        parties.subjects(PartyRole.PARTY_ROLE_UNSPECIFIED);
        CaseProgress.Builder detail = draft.record().getCaseProgressBuilder();
        detail.setVendorStatus(draft.text("ajlcStatus"));
        Optional<VendorDate> published = draft.date("sortTime");
        Optional<VendorDate> filed = draft.date("sortTimeString");
        published.ifPresent(date -> {
            detail.setPublishedDate(date);
            draft.record().setPublishDate(date);
        });
        filed.ifPresent(date -> {
            detail.setFiledDate(date);
            draft.record().setEventDate(date);
        });
        if (published.isPresent() && filed.isPresent() && !VendorDates.agree(published.get(), filed.get())) {
            draft.note("sortTimeString", "DATES_DIFFER");
        }
    }

    private LitigationRecord finish(SubmailDraft draft) {
        String ratio = draft.text("matchRatio");
        draft.draft().match(subject, ratio);
        boolean read = draft.record().getMatch().getSignalsList().stream()
                .anyMatch(signal -> signal.getKind() == MatchSignal.Kind.KIND_VENDOR_RATIO
                        && signal.getResult() != MatchSignal.Result.RESULT_ABSENT);
        if (!read && EnforcementWords.isWord(ratio)) {
            draft.note("matchRatio", "MATCH_RATIO_NOT_READ");
        }
        return draft.draft().build();
    }
}
