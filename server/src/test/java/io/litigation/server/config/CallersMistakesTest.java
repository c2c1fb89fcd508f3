package io.litigation.server.config;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

final class CallersMistakesTest {

    private static final String HASH = "a1".repeat(32);
    private static final String OTHER = "b2".repeat(32);
    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String OF_A_NEWLINE = "01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b";

    @TempDir
    private Path folder;

    @Test
    void tellsAllOfThemAtOnceWithTheirPlaces() {
        assertThat(new Reading(folder).file("""
                        litigation:
                          callers:
                            - name: loans
                              api-key-sha256: %1$s
                              tenant: bank
                              purpose: [CREDIT_APPROVAL]
                              providers: [vendor, vender]
                              budget: { call-per-day: 3 }
                            - name: loans
                              api-keys-sha256: [%2$s, %1$s]
                              purposes: [BECAUSE]
                              views: [BASIC, ALL, BASIC]
                            - tenant: a tenant
                            - just a word
                          tenants:
                            - { name: bnak, budget: { calls-per-day: 0 } }
                        """.formatted(HASH, OTHER)).mistakes())
                .containsExactlyInAnyOrder(
                        "litigation.callers[0].purpose (gateway.yaml, line 6): unknown key; did you mean"
                                + " litigation.callers[0].purposes?",
                        "litigation.callers[0].providers (gateway.yaml, line 7): item 2 is none of vendor",
                        "litigation.callers[0].budget.call-per-day (gateway.yaml, line 8): unknown key; did you mean"
                                + " litigation.callers[0].budget.calls-per-day?",
                        "litigation.callers[1].name (gateway.yaml, line 9): is that of another caller",
                        "litigation.callers[1].api-keys-sha256 (gateway.yaml, line 10): is the hash that"
                                + " litigation.callers[0].api-key-sha256 has too",
                        "litigation.callers[1].purposes (gateway.yaml, line 11): item 1 is none of CREDIT_APPROVAL,"
                                + " POST_LOAN_REVIEW, GUARANTOR_REVIEW, COUNTERPARTY_REVIEW, EMPLOYMENT_SCREENING,"
                                + " SUBJECT_REQUEST, OTHER",
                        "litigation.callers[1].views (gateway.yaml, line 12): item 2 is none of BASIC, FULL, RAW",
                        "litigation.callers[1].views (gateway.yaml, line 12): item 3 is there twice",
                        "litigation.callers[2].name: is missing",
                        "litigation.callers[2].tenant (gateway.yaml, line 13): must be 1 to 64 of A-Z a-z 0-9 . _ - and"
                                + " begin with a letter or digit",
                        "litigation.callers[2].api-key-sha256: is missing; set it, or name its file with"
                                + " api-key-sha256-file, or list several in api-keys-sha256",
                        "litigation.callers[3] (gateway.yaml, line 14): must be a section with keys of its own",
                        "litigation.tenants[0].name (gateway.yaml, line 16): is the tenant of no caller",
                        "litigation.tenants[0].budget.calls-per-day (gateway.yaml, line 16): must be a whole number"
                                + " from 1 to 1000000000");
    }

    @ParameterizedTest
    @CsvSource({
        "hush-hush-hush-hush-hush-hush-hush, 'is no SHA-256; if it is the key itself, take a new one'",
        "cafe, must be the SHA-256 of the key: 64 hex digits",
        OF_NOTHING + ", is the SHA-256 of an empty text",
        OF_A_NEWLINE + ", is the SHA-256 of an empty text",
    })
    void aHashMustBeOneAndOfSomething(String text, String message) {
        assertThat(mistakes("- { name: loans, api-key-sha256: %s }".formatted(text)))
                .singleElement()
                .asString()
                .startsWith("litigation.callers[0].api-key-sha256 (gateway.yaml, line 3): " + message)
                .doesNotContain("hush");
        assertThat(mistakes("- { name: loans, api-keys-sha256: [%s, %s] }".formatted(HASH, text)))
                .singleElement()
                .asString()
                .startsWith("litigation.callers[0].api-keys-sha256 (gateway.yaml, line 3): item 2 " + message)
                .doesNotContain("hush");
    }

    @Test
    void aKeyItselfMustNotStandThere() {
        assertThat(mistakes("- { name: loans, api-key: hush-hush }"))
                .containsExactly("litigation.callers[0].api-key (gateway.yaml, line 3): must not stand here, only its"
                        + " hash as api-key-sha256");
    }

    @Test
    void theFileOfAHashMustBeThere() {
        assertThat(mistakes("- { name: loans, api-key-sha256-file: hush-hush }"))
                .containsExactly("litigation.callers[0].api-key-sha256-file (gateway.yaml, line 3): names a file that"
                        + " cannot be read");
    }

    @Test
    void theSameKeyTwiceInOneCallerIsAMistakeToo() {
        assertThat(mistakes("- { name: loans, api-key-sha256: %1$s, api-keys-sha256: [%1$s] }".formatted(HASH)))
                .containsExactly("litigation.callers[0].api-keys-sha256 (gateway.yaml, line 3): is the hash that"
                        + " litigation.callers[0].api-key-sha256 has too");
    }

    @Test
    void nobodyIsNamedLikeThoseWithoutAName() {
        assertThat(mistakes("- { name: anonymous, api-key-sha256: %s }".formatted(HASH)))
                .containsExactly(
                        "litigation.callers[0].name (gateway.yaml, line 3): is the name of those who do not say"
                                + " who they are");
    }

    @ParameterizedTest
    @CsvSource({"purposes", "providers", "views"})
    void aListOfNothingDoesNotSilentlyAllowAll(String key) {
        for (String nothing : new String[] {"", "[]"}) {
            assertThat(mistakes("- name: loans\n  api-key-sha256: %s\n  %s: %s".formatted(HASH, key, nothing)))
                    .containsExactly("litigation.callers[0]." + key + " (gateway.yaml, line 5): is empty; name what is"
                            + " allowed, or leave the key out to allow all");
        }
    }

    @ParameterizedTest
    @CsvSource({"purposes", "providers", "views", "api-keys-sha256"})
    void norDoesATextThatNamesNothing(String key) {
        for (String nothing : new String[] {"','", "' , ,'"}) {
            assertThat(mistakes("- name: loans\n  api-key-sha256: %s\n  %s: %s".formatted(HASH, key, nothing)))
                    .containsExactly("litigation.callers[0]." + key
                            + " (gateway.yaml, line 5): must be a list of at least one item");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls-per-day: -1 | calls-per-day | must be a whole number from 1 to 1000000000",
                "amount-per-day: 0 CNY | amount-per-day | must be more than nothing",
                "amount-per-day: -5 CNY | amount-per-day | must be an amount such as \"0.50 CNY\"",
                "amount-per-day: 5 | amount-per-day | must be an amount such as \"0.50 CNY\"",
                "amount-per-day: 5 ABC | amount-per-day | must be an amount such as \"0.50 CNY\"",
                "amount-per-month: 5 USD | amount-per-month | bounds nothing: prices are in CNY",
            })
    void limitsMustBeLimits(String limit, String key, String message) {
        assertThat(mistakes("- { name: loans, api-key-sha256: %s, budget: { %s } }".formatted(HASH, limit)))
                .containsExactly("litigation.callers[0].budget." + key + " (gateway.yaml, line 3): " + message);
    }

    @Test
    void aDayMustNotHaveMoreThanItsMonth() {
        String budget =
                "budget: { calls-per-day: 3, calls-per-month: 2, amount-per-day: 2.01 CNY, amount-per-month: 2 CNY }";

        assertThat(mistakes("- { name: loans, api-key-sha256: %s, %s }".formatted(HASH, budget)))
                .containsExactly(
                        "litigation.callers[0].budget.calls-per-day (gateway.yaml, line 3): must not be more than"
                                + " litigation.callers[0].budget.calls-per-month",
                        "litigation.callers[0].budget.amount-per-day (gateway.yaml, line 3): must not be more than"
                                + " litigation.callers[0].budget.amount-per-month");
    }

    @Test
    void theBudgetOfAnAccountIsCheckedInTheSameWay() {
        assertThat(new Reading(folder)
                        .variable("LITIGATION_PROVIDERS_VENDOR_PRICE", "0.50 CNY")
                        .variable("LITIGATION_PROVIDERS_VENDOR_BUDGET_CALLS_PER_DAY", "0")
                        .variable("LITIGATION_PROVIDERS_VENDOR_BUDGET_AMOUNT_PER_DAY", "5 USD")
                        .mistakes())
                .containsExactly(
                        "litigation.providers.vendor.budget.calls-per-day (environment variable"
                                + " LITIGATION_PROVIDERS_VENDOR_BUDGET_CALLS_PER_DAY): must be a whole number from 1 to"
                                + " 1000000000",
                        "litigation.providers.vendor.budget.amount-per-day (environment variable"
                                + " LITIGATION_PROVIDERS_VENDOR_BUDGET_AMOUNT_PER_DAY): bounds nothing: prices are in"
                                + " CNY");
    }

    @Test
    void twoTenantsOfOneNameAreAMistake() {
        assertThat(new Reading(folder)
                        .file("litigation: { tenants: [ { name: default }, { name: default }, { name: bank } ] }")
                        .mistakes())
                .containsExactly(
                        "litigation.tenants[1].name (gateway.yaml, line 1): is that of another tenant",
                        "litigation.tenants[2].name (gateway.yaml, line 1): is the tenant of no caller");
    }

    @Test
    void callersAreAList() {
        assertThat(new Reading(folder)
                        .file(
                                "litigation: { server: { address: 0.0.0.0, plaintext-beyond-loopback: true }, callers: { loans: {} } }")
                        .mistakes())
                .containsExactly("litigation.callers (gateway.yaml, line 1): must be a list");
    }

    @Test
    void callersStandInTheFileAndAreNotOverlookedElsewhere() {
        assertThat(new Reading(folder).variable("LITIGATION_CALLERS", "loans").mistakes())
                .containsExactly("litigation.callers (environment variable LITIGATION_CALLERS): can only be set in the"
                        + " file");
        assertThat(new Reading(folder)
                        .file("litigation: { 'callers[0]': { name: loans } }")
                        .mistakes())
                .containsExactly(
                        "litigation.callers[0] (gateway.yaml, line 1): unknown key; a list's items begin with a"
                                + " dash");
    }

    @Test
    void whoListensToOthersMustSayWhoMayCall() {
        Reading beyond = new Reading(folder)
                .variable("LITIGATION_SERVER_ADDRESS", "0.0.0.0")
                .variable("LITIGATION_SERVER_PLAINTEXT_BEYOND_LOOPBACK", "true");
        String mistake = "litigation.server.address (environment variable LITIGATION_SERVER_ADDRESS): is beyond"
                + " loopback, and anybody there could ask everything; say in litigation.callers who may";

        assertThat(beyond.mistakes()).containsExactly(mistake);
        assertThat(beyond.file("litigation: { callers: [] }").mistakes()).containsExactly(mistake);
        assertThat(beyond.file(Reading.ONE_CALLER).read().callers().isOpen()).isFalse();
    }

    private List<String> mistakes(String items) {
        return new Reading(folder)
                .variable("LITIGATION_PROVIDERS_VENDOR_PRICE", "0.50 CNY")
                .file(CallersTest.file(items))
                .mistakes();
    }
}
