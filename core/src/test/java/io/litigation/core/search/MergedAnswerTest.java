package io.litigation.core.search;

import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_BANKRUPTCY;
import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_CONSUMPTION_RESTRICTION;
import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR;
import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_ENFORCEMENT;
import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_JUDGMENT;
import static org.assertj.core.api.Assertions.assertThat;

class MergedAnswerTest {

    private final World world = new World();

    @Test
    void mergesTheRecordsOfAllProvidersNewestFirst() {
        world.alpha.says("ENFORCEMENT a1 20190108", "DISHONEST_DEBTOR a2 20220101");
        world.beta.says("JUDGMENT b1 20200301", "ENFORCEMENT b2 -");

        SearchRecordsResponse answer = world.search();

        assertThat(answer.getRecordsList())
                .extracting(LitigationRecord::getTitle)
                .containsExactly("a2", "b1", "a1", "b2");
        assertThat(answer.getComplete()).isTrue();
        assertThat(answer.getNextPageToken()).isEmpty();
        assertThat(answer.getSummary().getRecordCount()).isEqualTo(4);
    }

    @Test
    void tellsTheOutcomeOfEachOffering() {
        world.alpha.says("ENFORCEMENT a1 20190108");

        SearchRecordsResponse answer = world.search();

        ProviderOutcome alpha = answer.getOutcomes(0);
        assertThat(alpha.getProvider()).isEqualTo("alpha");
        assertThat(alpha.getOffering()).isEqualTo("cases");
        assertThat(alpha.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(alpha.getCharge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
        assertThat(alpha.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(alpha.getFetchTime().getSeconds()).isEqualTo(FakeClock.START.getEpochSecond());
        assertThat(alpha.getVendorReference()).isEqualTo("ref-0");
        assertThat(alpha.getVendorCode()).isEqualTo("0000");
        assertThat(alpha.getPrice().getNanos()).isEqualTo(500_000_000);
        assertThat(alpha.getAttemptCount()).isEqualTo(1);
        assertThat(alpha.getRecordCount()).isEqualTo(1);
        assertThat(answer.getOutcomes(1).getState()).isEqualTo(State.STATE_NO_RECORDS);
        assertThat(answer.getOutcomesCount()).isEqualTo(2);
    }

    @Test
    void tellsOfEachOfferingHowLongThisSearchWaitedForIt() {
        world.beta.stalls();
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        world.advance(Duration.ofSeconds(2));
        world.beta.exchange(0).complete(world.beta.answer("none"));
        world.run();

        assertThat(World.now(answer).getOutcomesList())
                .extracting(outcome -> outcome.getDuration().getSeconds())
                .containsExactly(0L, 2L);
    }

    @Test
    void saysForEachCategoryAndProviderWhatIsKnown() {
        world.alpha.says("ENFORCEMENT a1 20190108");

        SearchRecordsResponse answer = world.search();

        assertThat(state(answer, RECORD_CATEGORY_ENFORCEMENT, "alpha")).isEqualTo(Coverage.State.STATE_HIT);
        assertThat(state(answer, RECORD_CATEGORY_DISHONEST_DEBTOR, "alpha"))
                .isEqualTo(Coverage.State.STATE_SEARCHED_EMPTY);
        assertThat(state(answer, RECORD_CATEGORY_JUDGMENT, "alpha")).isEqualTo(Coverage.State.STATE_NOT_COVERED);
        assertThat(state(answer, RECORD_CATEGORY_JUDGMENT, "beta")).isEqualTo(Coverage.State.STATE_SEARCHED_EMPTY);
        assertThat(answer.getUncoveredCategoriesList())
                .contains(RECORD_CATEGORY_CONSUMPTION_RESTRICTION, RECORD_CATEGORY_BANKRUPTCY)
                .doesNotContain(RECORD_CATEGORY_JUDGMENT, RECORD_CATEGORY_ENFORCEMENT);
        assertThat(answer.getCoverageCount()).isEqualTo(2 * 9);
    }

    @Test
    void aCompanyAtAProviderForPersonsIsNotCoveredAndDoesNotCount() {
        SearchRecordsResponse answer = world.search(World.company());

        assertThat(answer.getOutcomes(1).getState()).isEqualTo(State.STATE_NOT_COVERED);
        assertThat(answer.getOutcomes(1).getCharge()).isEqualTo(Charge.CHARGE_UNSPECIFIED);
        assertThat(answer.getComplete()).isTrue();
        assertThat(answer.getUncoveredCategoriesList()).contains(RECORD_CATEGORY_JUDGMENT);
        assertThat(state(answer, RECORD_CATEGORY_ENFORCEMENT, "beta")).isEqualTo(Coverage.State.STATE_NOT_COVERED);
        assertThat(world.beta.requests()).isEmpty();
    }

    @Test
    void aMissingMobileIsSkippedAndCounts() {
        SearchRecordsResponse answer = world.search(World.person(request -> {
            request.getSubjectBuilder().getPersonBuilder().clearMobile();
            return request;
        }));

        ProviderOutcome beta = answer.getOutcomes(1);
        assertThat(beta.getState()).isEqualTo(State.STATE_SKIPPED);
        assertThat(beta.getError().getInfo().getReason()).isEqualTo("FIELD_REQUIRED");
        assertThat(beta.getError().getBadRequest().getFieldViolations(0).getField())
                .isEqualTo("subject.person.mobile");
        assertThat(answer.getComplete()).isFalse();
        assertThat(state(answer, RECORD_CATEGORY_JUDGMENT, "beta")).isEqualTo(Coverage.State.STATE_SKIPPED);
        assertThat(answer.getSummary().getCoverageGapsList()).contains("beta was not asked (FIELD_REQUIRED).");
    }

    @Test
    void recordsThatAVendorDoesNotPublishAreNotNothing() {
        world.alpha.says("indeterminate");

        SearchRecordsResponse answer = world.search();

        assertThat(answer.getOutcomes(0).getState()).isEqualTo(State.STATE_INDETERMINATE);
        assertThat(answer.getOutcomes(0).getNotes(0).getReason()).isEqualTo("VENDOR_REPORTS_UNPUBLISHED_RECORDS");
        assertThat(state(answer, RECORD_CATEGORY_ENFORCEMENT, "alpha")).isEqualTo(Coverage.State.STATE_INDETERMINATE);
        assertThat(answer.getComplete()).isFalse();
    }

    @Test
    void aCategoryThatNobodyHasMakesTheAnswerIncompleteOnlyIfItWasAskedFor() {
        SearchRecordsResponse answer = world.search(World.person(request ->
                request.addCategories(RECORD_CATEGORY_ENFORCEMENT).addCategories(RECORD_CATEGORY_BANKRUPTCY)));

        assertThat(answer.getUncoveredCategoriesList()).containsExactly(RECORD_CATEGORY_BANKRUPTCY);
        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getCoverageCount()).isEqualTo(2 * 2);
    }

    @Test
    void anOfferingWithNoneOfTheCategoriesAskedForIsNotAsked() {
        SearchRecordsResponse answer =
                world.search(World.person(request -> request.addCategories(RECORD_CATEGORY_DISHONEST_DEBTOR)));

        assertThat(answer.getOutcomes(1).getState()).isEqualTo(State.STATE_NOT_COVERED);
        assertThat(world.beta.requests()).isEmpty();
        assertThat(answer.getComplete()).isTrue();
    }

    @Test
    void recordsOfOtherCategoriesAreAnsweredToo() {
        world.alpha.says("ENFORCEMENT a1 20190108", "DISHONEST_DEBTOR a2 20220101");

        SearchRecordsResponse answer =
                world.search(World.person(request -> request.addCategories(RECORD_CATEGORY_DISHONEST_DEBTOR)));

        assertThat(answer.getRecordsCount()).isEqualTo(2);
    }

    @Test
    void asksOnlyTheProvidersThatAreNamed() {
        SearchRecordsResponse answer = world.search(World.person(request -> request.addProviders("beta")));

        assertThat(answer.getOutcomesList())
                .extracting(ProviderOutcome::getProvider)
                .containsExactly("beta");
        assertThat(world.alpha.requests()).isEmpty();
    }

    @Test
    void aProviderThatIsSwitchedOffIsSkippedIfItIsNamedAndElseNotThere() {
        world.disabled("gamma");

        SearchRecordsResponse named = world.search(
                World.person(request -> request.addProviders("alpha").addProviders("gamma")));
        SearchRecordsResponse unnamed = world.search();

        assertThat(named.getOutcomes(1).getState()).isEqualTo(State.STATE_SKIPPED);
        assertThat(named.getOutcomes(1).getError().getInfo().getReason()).isEqualTo("PROVIDER_DISABLED");
        assertThat(named.getComplete()).isFalse();
        assertThat(unnamed.getOutcomesList())
                .extracting(ProviderOutcome::getProvider)
                .containsExactly("alpha", "beta");
    }

    @Test
    void viewsShowNoMoreThanWasAskedFor() {
        world.alpha.says("ENFORCEMENT a1 20190108 全文");
        world.beta.says("JUDGMENT b1 20180101");

        assertThat(view(RecordView.RECORD_VIEW_UNSPECIFIED, 0).getBody()).isEmpty();
        assertThat(view(RecordView.RECORD_VIEW_BASIC, 1).getRawJson()).isEmpty();
        assertThat(view(RecordView.RECORD_VIEW_FULL, 0).getBody()).isEqualTo("全文");
        assertThat(view(RecordView.RECORD_VIEW_FULL, 1).getRawJson()).isEmpty();
        assertThat(view(RecordView.RECORD_VIEW_RAW, 1).getRawJson()).isEqualTo("JUDGMENT b1 20180101");
    }

    private LitigationRecord view(RecordView view, int record) {
        return world.search(World.person(request -> request.setView(view))).getRecords(record);
    }

    private static Coverage.State state(SearchRecordsResponse answer, RecordCategory category, String provider) {
        return answer.getCoverageList().stream()
                .filter(coverage -> coverage.getCategory() == category
                        && coverage.getProvider().equals(provider))
                .findFirst()
                .orElseThrow()
                .getState();
    }
}
