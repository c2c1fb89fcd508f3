package io.litigation.e2e;

import com.google.type.Money;
import io.litigation.sandbox.world.DemoSubjects;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.CaseFile;
import io.litigation.v1.CaseLink;
import io.litigation.v1.Charge;
import io.litigation.v1.Conflict;
import io.litigation.v1.Coverage;
import io.litigation.v1.LeftOutFigure;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Note;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What a search answers, and what it costs. */
@ExtendWith(SharedGateway.class)
class SearchTest {

    private final RunningGateway gateway;

    SearchTest(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aPersonIsLookedUpAtBothVendors() {
        String name = DemoSubjects.PERSON_WITH_RECORDS.name();

        SearchRecordsResponse answer = gateway.client().search(Searches.about(DemoSubjects.PERSON_WITH_RECORDS));

        assertThat(answer.getComplete()).isTrue();
        assertThat(answer.getRecordsList())
                .extracting(LitigationRecord::getProvider)
                .contains("xinshu", "submail");
        assertThat(answer.getRecordsList())
                .extracting(LitigationRecord::getCategory)
                .contains(
                        RecordCategory.RECORD_CATEGORY_JUDGMENT,
                        RecordCategory.RECORD_CATEGORY_ENFORCEMENT,
                        RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR,
                        RecordCategory.RECORD_CATEGORY_PUBLIC_EXPOSURE,
                        RecordCategory.RECORD_CATEGORY_HEARING,
                        RecordCategory.RECORD_CATEGORY_COURT_NOTICE,
                        RecordCategory.RECORD_CATEGORY_CASE_PROGRESS);
        assertThat(answer.getOutcomesList()).hasSize(2).allSatisfy(outcome -> {
            assertThat(outcome.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
            assertThat(outcome.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
            assertThat(outcome.getCharge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
            assertThat(outcome.getPrice()).isNotEqualTo(Money.getDefaultInstance());
            assertThat(outcome.getAttemptCount()).isEqualTo(1);
            assertThat(outcome.getSimulated()).isTrue();
            assertThat(outcome.getVendorReference()).isNotEmpty();
            assertThat(outcome.getRecordCount()).isEqualTo((int) answer.getRecordsList().stream()
                    .filter(record -> record.getProvider().equals(outcome.getProvider()))
                    .count());
        });
        assertThat(coverage(answer, RecordCategory.RECORD_CATEGORY_ENFORCEMENT, "xinshu"))
                .isEqualTo(Coverage.State.STATE_HIT);
        assertThat(coverage(answer, RecordCategory.RECORD_CATEGORY_JUDGMENT, "submail"))
                .isEqualTo(Coverage.State.STATE_HIT);
        assertThat(answer.getUncoveredCategoriesList())
                .contains(
                        RecordCategory.RECORD_CATEGORY_CONSUMPTION_RESTRICTION,
                        RecordCategory.RECORD_CATEGORY_BANKRUPTCY);
        assertThat(gateway.calls("xinshu", name).billed()).isEqualTo(1);
        assertThat(gateway.calls("submail", name).billed()).isEqualTo(1);
    }

    /** As 申屠砚舟: what both vendors tell of one case in two spellings, a resumed round, a copy that is older. */
    @Test
    void whatBothVendorsTellIsOnePicture() {
        String name = "故障BOM" + DemoSubjects.PERSON_WITH_RECORDS.name();

        SearchRecordsResponse answer = gateway.client().search(Searches.forPerson(name));
        StreamSummary streamed = gateway.client().stream(
                Searches.streamForPerson(name),
                part -> assertThat(part.getRecordsList()).isNotEmpty());

        assertThat(answer.getMattersList()).anySatisfy(matter -> {
            assertThat(matter.getCaseKeysCount()).isGreaterThan(1);
            assertThat(matter.getTimelineList())
                    .anySatisfy(event ->
                            assertThat(event.getProvidersList()).containsExactlyInAnyOrder("submail", "xinshu"));
        });
        assertThat(answer.getCaseFilesList())
                .flatExtracting(CaseFile::getLinksList)
                .extracting(CaseLink::getKind)
                .contains(CaseLink.Kind.KIND_BASIS, CaseLink.Kind.KIND_RESUMES);
        assertThat(answer.getCaseFilesList())
                .flatExtracting(CaseFile::getConflictsList)
                .extracting(Conflict::getField)
                .contains("enforcement.state");
        assertThat(Stream.concat(
                        answer.getCaseFilesList().stream().flatMap(file -> file.getRecordIdsList().stream()),
                        answer.getSummary().getStandaloneFigure().getRecordIdsList().stream()))
                .as("each record is in a case file or stands alone")
                .containsAll(answer.getRecordsList().stream()
                        .map(LitigationRecord::getRecordId)
                        .toList());
        assertThat(answer.getSummary().getOutstandingFiguresList()).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.getComputation()).isNotEmpty();
            assertThat(figure.getRecordIdsList()).isNotEmpty();
        });
        assertThat(answer.getSummary().getCoverageGapsList()).anyMatch(gap -> gap.contains("限高"));
        assertThat(streamed.getCaseFilesList()).isEqualTo(answer.getCaseFilesList());
        assertThat(streamed.getMattersList()).isEqualTo(answer.getMattersList());
        assertThat(streamed.getSummary()).isEqualTo(answer.getSummary());
    }

    @Test
    void aRecordThatIsKnownToBeAboutSomebodyElseIsLeftOutAndCounted() {
        SearchRecordsRequest request = Searches.forPerson("尉迟明辨有案2");
        SearchRecordsResponse all = gateway.client().search(request);
        String hit = all.getRecords(0).getRecordId();

        SearchRecordsResponse without = gateway.client()
                .search(request.toBuilder().addExcludeRecordIds(hit).build());

        assertThat(without.getRecordsList()).isEqualTo(all.getRecordsList().subList(1, all.getRecordsCount()));
        assertThat(without.getCaseFilesList())
                .flatExtracting(CaseFile::getRecordIdsList)
                .doesNotContain(hit);
        assertThat(without.getSummary().getLeftOutFiguresList()).singleElement().satisfies(figure -> {
            assertThat(figure.getReason()).isEqualTo(LeftOutFigure.Reason.REASON_EXCLUDED);
            assertThat(figure.getRecordIdsList()).containsExactly(hit);
        });
    }

    @Test
    void onlyWhatIsSurelyEnoughAboutTheSubjectIsWanted() {
        SearchRecordsRequest request = Searches.about(DemoSubjects.PERSON_WITH_NAMESAKE);
        SearchRecordsResponse all = gateway.client().search(request);

        SearchRecordsResponse strong = gateway.client()
                .search(request.toBuilder()
                        .setMinMatch(MatchGrade.MATCH_GRADE_STRONG)
                        .build());

        assertThat(strong.getRecordsList())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.getMatch().getGrade())
                        .isIn(MatchGrade.MATCH_GRADE_STRONG, MatchGrade.MATCH_GRADE_CONFIRMED));
        assertThat(strong.getSummary().getLeftOutFiguresList())
                .extracting(LeftOutFigure::getGrade)
                .contains(MatchGrade.MATCH_GRADE_CONTRADICTED);
        assertThat(strong.getRecordsCount()
                        + strong.getSummary().getLeftOutFiguresList().stream()
                                .mapToInt(LeftOutFigure::getRecordCount)
                                .sum())
                .isEqualTo(all.getRecordsCount());
    }

    @Test
    void theSameQuestionIsPaidOnce() {
        String name = "尉迟观澜有案3";
        SearchRecordsResponse first = gateway.client().search(Searches.forPerson(name));

        SearchRecordsResponse second = gateway.client().search(Searches.forPerson(name));

        assertThat(second.getRecordsList()).isEqualTo(first.getRecordsList()).isNotEmpty();
        assertThat(second.getOutcomesList()).hasSize(2).allSatisfy(outcome -> {
            assertThat(outcome.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            assertThat(outcome.getAttemptCount()).isZero();
            assertThat(outcome.getFetchTime())
                    .isEqualTo(Searches.outcome(first, outcome.getProvider()).getFetchTime());
        });
        assertThat(second.getLookupId()).isNotEqualTo(first.getLookupId());
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
        assertThat(gateway.received("submail", name)).isEqualTo(1);
    }

    @Test
    void anotherSpellingIsTheSameQuestion() {
        String name = "阿依古丽・买买提有案1";
        gateway.client().search(Searches.forPerson(name));
        SearchRecordsRequest.Builder spelled = Searches.forPerson(" 阿依古丽•买买提有案1 ").toBuilder();
        spelled.getSubjectBuilder().getPersonBuilder().setMobile("+86 130-0000-0001");

        SearchRecordsResponse answer = gateway.client().search(spelled.build());

        assertThat(answer.getOutcomesList())
                .extracting(ProviderOutcome::getSource)
                .containsOnly(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(gateway.received("xinshu", "阿依古丽·买买提有案1")).isEqualTo(1);
    }

    @Test
    void aMaxAgeOfZeroAsksTheVendorsAgain() {
        String name = "端木清和有案1";
        gateway.client().search(Searches.forPerson(name));

        SearchRecordsResponse anew = gateway.client()
                .search(Searches.forPerson(name).toBuilder()
                        .setMaxAge(Searches.ANEW)
                        .build());

        assertThat(anew.getOutcomesList())
                .extracting(ProviderOutcome::getSource)
                .containsOnly(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(gateway.received("xinshu", name)).isEqualTo(2);
        assertThat(gateway.received("submail", name)).isEqualTo(2);
    }

    @Test
    void aCompanyIsCompleteThoughSubmailKnowsNone() {
        String name = DemoSubjects.COMPANY_WITH_RECORDS.name();

        SearchRecordsResponse answer = gateway.client().search(Searches.about(DemoSubjects.COMPANY_WITH_RECORDS));

        assertThat(answer.getComplete()).isTrue();
        assertThat(answer.getRecordsList())
                .extracting(LitigationRecord::getProvider)
                .containsOnly("xinshu");
        assertThat(Searches.outcome(answer, "xinshu").getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        ProviderOutcome submail = Searches.outcome(answer, "submail");
        assertThat(submail.getState()).isEqualTo(State.STATE_NOT_COVERED);
        assertThat(submail.getCharge()).isEqualTo(Charge.CHARGE_UNSPECIFIED);
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
        assertThat(gateway.received("submail", name)).isZero();
    }

    @Test
    void nothingFoundIsACompleteAnswerWithoutRecords() {
        SearchRecordsResponse answer = gateway.client().search(Searches.about(DemoSubjects.PERSON_WITHOUT_RECORDS));

        assertThat(answer.getComplete()).isTrue();
        assertThat(answer.getRecordsList()).isEmpty();
        assertThat(answer.getOutcomesList())
                .extracting(ProviderOutcome::getState)
                .containsOnly(State.STATE_NO_RECORDS);
        assertThat(coverage(answer, RecordCategory.RECORD_CATEGORY_JUDGMENT, "submail"))
                .isEqualTo(Coverage.State.STATE_SEARCHED_EMPTY);
    }

    @Test
    void recordsThatSubmailDoesNotPublishAreNotNothing() {
        assertIndeterminate(
                gateway.client().search(Searches.about(DemoSubjects.PERSON_WITH_UNPUBLISHED_RECORDS)),
                "submail",
                "xinshu");
    }

    @Test
    void anEmptyListOfXinshusIsNotNothing() {
        assertIndeterminate(
                gateway.client().search(Searches.about(DemoSubjects.PERSON_WITH_EMPTY_LIST)), "xinshu", "submail");
    }

    @Test
    void aMissingMobileLeavesSubmailOutAndTheAnswerIncomplete() {
        String name = "宗政南栀有案2";
        SearchRecordsRequest.Builder request = Searches.forPerson(name).toBuilder();
        request.getSubjectBuilder().getPersonBuilder().clearMobile();

        SearchRecordsResponse answer = gateway.client().search(request.build());

        ProviderOutcome submail = Searches.outcome(answer, "submail");
        assertThat(submail.getState()).isEqualTo(State.STATE_SKIPPED);
        assertThat(Searches.reason(submail)).isEqualTo("FIELD_REQUIRED");
        assertThat(submail.getError().getBadRequest().getFieldViolations(0).getField())
                .isEqualTo("subject.person.mobile");
        assertThat(answer.getComplete()).isFalse();
        assertThat(Searches.outcome(answer, "xinshu").getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(gateway.received("submail", name)).isZero();
    }

    @Test
    void textsAndRawRowsAreShownToWhoAsksForThem() {
        SearchRecordsRequest request = Searches.forPerson("百里惊鸿有案2");

        SearchRecordsResponse basic = gateway.client().search(request);
        SearchRecordsResponse raw = gateway.client()
                .search(request.toBuilder().setView(RecordView.RECORD_VIEW_RAW).build());

        assertThat(basic.getRecordsList()).isNotEmpty().allSatisfy(record -> {
            assertThat(record.getRawJson()).isEmpty();
            assertThat(record.getBody()).isEmpty();
        });
        assertThat(raw.getRecordsList())
                .hasSameSizeAs(basic.getRecordsList())
                .allSatisfy(record -> assertThat(record.getRawJson()).startsWith("{"));
    }

    private static void assertIndeterminate(SearchRecordsResponse answer, String provider, String other) {
        ProviderOutcome outcome = Searches.outcome(answer, provider);
        assertThat(outcome.getState()).isEqualTo(State.STATE_INDETERMINATE);
        assertThat(outcome.getNotesList()).extracting(Note::getReason).contains("VENDOR_REPORTS_UNPUBLISHED_RECORDS");
        assertThat(Searches.outcome(answer, other).getState()).isEqualTo(State.STATE_NO_RECORDS);
        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getCoverageList())
                .filteredOn(coverage -> coverage.getProvider().equals(provider))
                .extracting(Coverage::getState)
                .contains(Coverage.State.STATE_INDETERMINATE)
                .doesNotContain(Coverage.State.STATE_SEARCHED_EMPTY);
    }

    private static Coverage.State coverage(SearchRecordsResponse answer, RecordCategory category, String provider) {
        return answer.getCoverageList().stream()
                .filter(coverage -> coverage.getCategory() == category
                        && coverage.getProvider().equals(provider))
                .map(Coverage::getState)
                .findFirst()
                .orElseThrow();
    }
}
