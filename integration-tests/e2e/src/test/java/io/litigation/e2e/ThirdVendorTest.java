package io.litigation.e2e;

import com.google.type.Money;
import io.litigation.client.LitigationClient;
import io.litigation.sandbox.SandboxServer;
import io.litigation.sandbox.world.DemoSubjects;
import io.litigation.thirdvendor.YunjianModule;
import io.litigation.thirdvendor.YunjianServer;
import io.litigation.thirdvendor.YunjianServer.Call;
import io.litigation.v1.Charge;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Offering;
import io.litigation.v1.Provider;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A vendor is added by a jar on the class path and a few variables, without an edit anywhere. */
class ThirdVendorTest {

    private static SandboxServer vendors;
    private static YunjianServer yunjian;
    private static ServerProcess server;
    private static LitigationClient client;

    @BeforeAll
    static void start() throws IOException {
        vendors = RunningGateway.vendors();
        yunjian = YunjianServer.start();
        server = RunningGateway.before(vendors)
                .withJar(Packages.moduleOf(YunjianModule.class))
                .with("providers.yunjian.base-url", yunjian.baseUrl().toString())
                .with("providers.yunjian.access-id", YunjianServer.ACCESS_ID)
                .with("providers.yunjian.secret-key", YunjianServer.SECRET_KEY)
                .with("providers.yunjian.company-listings-price", "0.95 CNY")
                .with("providers.yunjian.charges", "YJ0000=not-charged, YJ0001=charged")
                .with("providers.yunjian.simulated", "true")
                .start();
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        yunjian.close();
        vendors.close();
    }

    @Test
    void itIsListedWithBothOfferingsEachAtItsPrice() {
        Provider listed =
                client.blocking().listProviders(ListProvidersRequest.getDefaultInstance()).getProvidersList().stream()
                        .filter(provider -> provider.getName().equals("yunjian"))
                        .findFirst()
                        .orElseThrow();

        assertThat(listed.getDisplayName()).isEqualTo("云鉴 Yunjian");
        assertThat(listed.getSimulated()).isTrue();
        assertThat(listed.getOfferingsList())
                .extracting(Offering::getName, Offering::getPrice)
                .containsExactly(
                        tuple("person-judgments", yuan(300_000_000)), tuple("company-listings", yuan(950_000_000)));
        assertThat(listed.getOfferings(1).getSubjects(0).getRequiredFieldsList())
                .containsExactlyInAnyOrder("subject.organization.name", "subject.organization.credit_code");
    }

    @Test
    void aPersonIsAskedAboutAtAllThreeAndTheStatedChargeStands() {
        SearchRecordsResponse answer = client.search(Searches.about(DemoSubjects.PERSON_WITH_RECORDS));

        assertThat(answer.getComplete()).isTrue();
        assertThat(answer.getRecordsList())
                .extracting(LitigationRecord::getProvider)
                .contains("xinshu", "submail", "yunjian");
        ProviderOutcome judgments = outcome(answer, "person-judgments");
        assertThat(judgments.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        // The operator's rule says otherwise; the vendor's own word is stronger.
        assertThat(judgments.getCharge()).isEqualTo(Charge.CHARGE_CHARGED);
        assertThat(judgments.getPrice()).isEqualTo(yuan(300_000_000));
        assertThat(judgments.getVendorReference()).startsWith("YJ-SERIAL-");
        assertThat(outcome(answer, "company-listings").getState()).isEqualTo(State.STATE_NOT_COVERED);
        // Xinshu's charge follows the defaults: nobody stated it.
        assertThat(Searches.outcome(answer, "xinshu").getCharge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
    }

    @Test
    void aCompanyIsAskedAboutByTheOtherOffering() {
        SearchRecordsResponse answer = client.search(Searches.about(DemoSubjects.COMPANY_WITH_RECORDS));

        ProviderOutcome listings = outcome(answer, "company-listings");
        assertThat(listings.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(listings.getCharge()).isEqualTo(Charge.CHARGE_CHARGED);
        assertThat(listings.getPrice()).isEqualTo(yuan(950_000_000));
        assertThat(yunjian.calls())
                .contains(new Call(
                        "company-listings",
                        Map.of("name", DemoSubjects.COMPANY_WITH_RECORDS.name(), "creditCode", "91310000000000019Q")));
    }

    @Test
    void whatItGivesAwayIsNotCharged() {
        SearchRecordsResponse answer = client.search(Searches.forPerson("查无此人有案0"));

        ProviderOutcome judgments = outcome(answer, "person-judgments");
        assertThat(judgments.getState()).isEqualTo(State.STATE_NO_RECORDS);
        assertThat(judgments.getCharge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
    }

    @Test
    void whatCannotBeOpenedIsMalformed() {
        SearchRecordsResponse answer = client.search(Searches.forPerson("错钥有案1"));

        ProviderOutcome judgments = outcome(answer, "person-judgments");
        assertThat(judgments.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(Searches.reason(judgments)).isEqualTo("VENDOR_MALFORMED_RESPONSE");
        assertThat(judgments.getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
    }

    private static ProviderOutcome outcome(SearchRecordsResponse answer, String offering) {
        List<ProviderOutcome> found = answer.getOutcomesList().stream()
                .filter(outcome -> outcome.getOffering().equals(offering))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Money yuan(int nanos) {
        return Money.newBuilder().setCurrencyCode("CNY").setNanos(nanos).build();
    }
}
