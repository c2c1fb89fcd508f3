package io.litigation.thirdvendor;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.Leaks;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.MutableClock;
import io.litigation.provider.testkit.RecordingPaidCalls;
import io.litigation.provider.testkit.Subjects;
import io.litigation.thirdvendor.YunjianServer.Call;
import io.litigation.v1.Charge;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordCategory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;

/** Yunjian's two sides, over real HTTP. */
@Timeout(60)
class YunjianOverHttpTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private YunjianServer vendor;
    private Provider provider;

    @BeforeEach
    void start() throws IOException {
        vendor = YunjianServer.start();
        provider = provider(YunjianSettings.at(vendor.baseUrl()));
    }

    @AfterEach
    void stop() {
        provider.close();
        vendor.close();
        threads.shutdownNow();
    }

    @Test
    void theWireShowsNothingOfTheSubject() {
        Failures.none(fetch(Subjects.person()));

        assertThat(vendor.bodies())
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .contains(YunjianServer.ACCESS_ID)
                        .doesNotContain(Subjects.NAME, Subjects.ID_NUMBER, YunjianServer.SECRET_KEY));
        assertThat(vendor.calls())
                .containsExactly(
                        new Call("person-judgments", Map.of("name", Subjects.NAME, "idNumber", Subjects.ID_NUMBER)));
    }

    @Test
    void theSameQuestionLooksDifferentEachTime() {
        Failures.none(fetch(Subjects.person()));
        Failures.none(fetch(Subjects.person()));

        assertThat(vendor.bodies()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whatTheVendorStatesOfTheChargeIsKept() {
        RawAnswer found = Failures.none(fetch(Subjects.person()));
        RawAnswer none = Failures.none(fetch(person("查无此人")));

        assertThat(found.charge()).isEqualTo(Charge.CHARGE_CHARGED);
        assertThat(found.chargeStated()).isTrue();
        assertThat(found.vendorReference()).isEqualTo("YJ-SERIAL-1");
        assertThat(none.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertThat(none.chargeStated()).isTrue();
    }

    @Test
    void aFailureKeepsWhatTheVendorStatesOfItsCharge() {
        ProviderException busy = Failures.of(fetch(person("繁忙")));
        ProviderException busyAndCharged = Failures.of(fetch(person("繁忙照收")));

        assertThat(busy.kind()).isEqualTo(FailureKind.INTERNAL_ERROR);
        assertThat(busy.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertThat(busy.chargeStated()).isTrue();
        assertThat(busy.retry()).isEqualTo(Retry.WHEN_NOT_CHARGED);
        assertThat(busyAndCharged.charge()).isEqualTo(Charge.CHARGE_CHARGED);
        assertThat(busyAndCharged.chargeStated()).isTrue();
        assertThat(busyAndCharged.vendorReference()).isEqualTo("YJ-SERIAL-2");
    }

    @Test
    void anAnswerUnderAnotherKeyIsMalformed() {
        ProviderException failure = Failures.of(fetch(person("错钥")));

        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
        assertThat(Leaks.everythingSaidBy(failure))
                .doesNotContain("错钥", Subjects.ID_NUMBER, YunjianServer.ACCESS_ID, YunjianServer.SECRET_KEY);
    }

    @Test
    void anotherKeyOfOursIsRefusedInClear() {
        try (Provider misconfigured = provider(YunjianSettings.at(vendor.baseUrl())
                .with("secret-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))) {
            ProviderException failure = Failures.of(
                    misconfigured.fetch(request("person-judgments", Subjects.person()), RecordingPaidCalls.once()));

            assertThat(failure.kind()).isEqualTo(FailureKind.SIGNATURE_REJECTED);
            assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
            assertThat(failure.vendorCode()).isEqualTo("YJ1002");
        }
    }

    @Test
    void judgmentsAndHearingsOfAPerson() {
        ProviderAnswer answer = answer("person-judgments", Subjects.person());

        assertThat(answer.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(answer.notes()).isEmpty();
        List<LitigationRecord> records = records(answer);
        assertThat(records)
                .extracting(LitigationRecord::getCategory)
                .containsExactly(RecordCategory.RECORD_CATEGORY_JUDGMENT, RecordCategory.RECORD_CATEGORY_HEARING);
        assertThat(records).allSatisfy(record -> {
            assertThat(record.getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_CONFIRMED);
            assertThat(record.getCaseNumbers(0).getCanonical()).isEqualTo("(2023)沪0105民初6120号");
            assertThat(record.getCourt().getName()).isEqualTo("上海市长宁区人民法院");
            assertThat(record.getCause()).isEqualTo("民间借贷纠纷");
            assertThat(record.getNotesList()).isEmpty();
        });
        assertThat(records.get(0).getVendorRecordId()).isEqualTo("YJ-D-1");
        assertThat(records.get(0).getJudgment().getResult()).startsWith("被告");
        assertThat(records.get(0).getJudgment().getConcludeDate().getDate().getDay())
                .isEqualTo(12);
        assertThat(records.get(1).getHearing().getHearingDate().getTime().getHours())
                .isEqualTo(9);
    }

    @Test
    void listingsOfACompany() {
        LitigationRecord listing =
                records(answer("company-listings", Subjects.company())).get(0);

        assertThat(listing.getCategory()).isEqualTo(RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);
        assertThat(listing.getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_CONFIRMED);
        assertThat(listing.getVendorRecordId()).isEqualTo("YJ-L-1");
        assertThat(listing.getDishonestListing().getState()).isEqualTo(ListingState.LISTING_STATE_LISTED);
        assertThat(listing.getDishonestListing().getGround()).isEqualTo("违反财产报告制度");
        assertThat(listing.getDishonestListing().getFiledDate().getDate().getMonth())
                .isEqualTo(4);
        assertThat(listing.getPublishDate().getDate().getDay()).isEqualTo(15);
    }

    @Test
    void noneIsNone() {
        assertThat(answer("person-judgments", person("查无此人")).verdict()).isEqualTo(Verdict.NO_RECORDS);
    }

    private ProviderAnswer answer(String offering, Subject subject) {
        RawAnswer raw = Failures.none(provider.fetch(request(offering, subject), RecordingPaidCalls.once()));
        return provider.map(raw, subject);
    }

    private CompletableFuture<RawAnswer> fetch(PersonSubject subject) {
        return provider.fetch(request("person-judgments", subject), RecordingPaidCalls.once());
    }

    private static ProviderRequest request(String offering, Subject subject) {
        Set<SubjectField> declared = subject instanceof OrganizationSubject
                ? Set.of(SubjectField.NAME, SubjectField.CREDIT_CODE)
                : Set.of(SubjectField.NAME, SubjectField.ID_NUMBER);
        return new ProviderRequest(offering, subject.project(declared), PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
    }

    private static PersonSubject person(String name) {
        return new PersonSubject(name, Subjects.ID_NUMBER, Subjects.MOBILE);
    }

    private static List<LitigationRecord> records(ProviderAnswer answer) {
        return answer.records().stream()
                .map(ProviderAnswer.MappedRecord::record)
                .toList();
    }

    private Provider provider(MapSettings settings) {
        return new YunjianModule()
                .configure(settings)
                .create(new ProviderRuntime(MutableClock.at("2026-03-01T02:00:00Z"), threads));
    }
}
