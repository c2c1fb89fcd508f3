package io.litigation.server.config;

import com.google.common.hash.HashCode;
import com.google.type.Money;
import io.litigation.core.ledger.Budget;
import io.litigation.core.search.Caller;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Callers and tenants as they are written and as they are read. */
final class CallersTest {

    private static final String A = "a1".repeat(32);
    private static final String B = "b2".repeat(32);
    private static final String C = "c3".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void withoutAnyEverybodyIsAnonymousAndMayAskEverything() {
        CallersConfig callers = new Reading(folder).read().callers();

        assertThat(callers.isOpen()).isTrue();
        assertThat(callers.anonymous()).isEqualTo(Caller.unrestricted("anonymous"));
    }

    @Test
    void readsEverythingThatACallerCanHave() {
        CallersConfig callers =
                new Reading(folder).file("""
                litigation:
                  callers:
                    - name: loans
                      api-key-sha256: %s
                      tenant: bank
                      purposes: [CREDIT_APPROVAL, POST_LOAN_REVIEW]
                      providers: [vendor]
                      views: [BASIC, FULL]
                      budget:
                        calls-per-day: 100
                        calls-per-month: 2000
                        amount-per-day: "50.00 CNY"
                        amount-per-month: "1000.50 CNY"
                """.formatted(A)).read().callers();

        assertThat(callers.isOpen()).isFalse();
        CallerConfig loans = callers.named().get(0);
        assertThat(loans.keys()).containsExactly(HashCode.fromString(A));
        assertThat(loans.caller())
                .isEqualTo(new Caller(
                        "loans",
                        "bank",
                        Set.of(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL, PurposeCode.PURPOSE_CODE_POST_LOAN_REVIEW),
                        Set.of("vendor"),
                        Set.of(RecordView.RECORD_VIEW_BASIC, RecordView.RECORD_VIEW_FULL),
                        List.of(
                                budget(Budget.Scope.CALLER, "loans", Budget.Period.DAY, 100, yuan(50, 0)),
                                budget(Budget.Scope.CALLER, "loans", Budget.Period.MONTH, 2000, yuan(1000, 50)))));
    }

    @Test
    void aCallerThatIsBoundToNothingMayEverything() {
        CallersConfig callers = new Reading(folder)
                .file(file("- { name: loans, api-key-sha256: %s }".formatted(A)))
                .read()
                .callers();

        assertThat(callers.named().get(0).caller()).isEqualTo(Caller.unrestricted("loans"));
    }

    @Test
    void aTenantsBudgetIsThatOfEachOfItsCallersToo() {
        List<CallerConfig> callers = new Reading(folder)
                .file("""
                litigation:
                  callers:
                    - { name: one, api-key-sha256: %s, tenant: bank, budget: { calls-per-day: 3 } }
                    - { name: two, api-key-sha256: %s, tenant: bank }
                    - { name: three, api-key-sha256: %s }
                  tenants:
                    - { name: bank, budget: { calls-per-month: 9 } }
                """.formatted(A, B, C))
                .read()
                .callers()
                .named();

        Budget ofTheBank =
                new Budget(Budget.Scope.TENANT, "bank", Budget.Period.MONTH, OptionalLong.of(9), Optional.empty());
        Budget ofOne = new Budget(Budget.Scope.CALLER, "one", Budget.Period.DAY, OptionalLong.of(3), Optional.empty());
        assertThat(callers)
                .extracting(caller -> caller.caller().budgets())
                .containsExactly(List.of(ofOne, ofTheBank), List.of(ofTheBank), List.of());
    }

    @Test
    void everybodyMayHaveABudgetWithoutBeingNamed() {
        CallersConfig callers = new Reading(folder)
                .file("litigation: { tenants: [ { name: default, budget: { calls-per-day: 9 } } ] }")
                .read()
                .callers();

        assertThat(callers.anonymous().budgets())
                .extracting(Budget::name, Budget::calls)
                .containsExactly(tuple("default", OptionalLong.of(9)));
    }

    @Test
    void severalKeysHoldWhileOneTakesThePlaceOfAnother() throws IOException {
        Path file = Files.writeString(folder.resolve("hash"), C.toUpperCase(Locale.ROOT) + "  -\n");

        CallersConfig callers = new Reading(folder)
                .file(file("- { name: loans, api-keys-sha256: [%s, %s], api-key-sha256-file: '%s' }"
                        .formatted(A, B, file)))
                .read()
                .callers();

        assertThat(callers.named().get(0).keys())
                .containsExactlyInAnyOrder(HashCode.fromString(A), HashCode.fromString(B), HashCode.fromString(C));
    }

    @Test
    void noTextFormShowsAHash() {
        CallersConfig callers = new Reading(folder)
                .file(file("- { name: loans, api-key-sha256: %s }".formatted(A)))
                .read()
                .callers();

        assertThat(callers.toString()).contains("loans").doesNotContain(A);
    }

    @Test
    void anAmountThatDoesNotBoundEveryPriceIsWorthAWord() {
        // One vendor, two currencies: its price, and that of its second offering would be another.
        ServerConfig config = new Reading(folder).file("""
                litigation:
                  providers: { vendor: { price: "1 CNY", second-price: "1 USD", budget: { amount-per-day: "9 CNY" } } }
                """).read();

        assertThat(config.warnings())
                .contains("litigation.providers.vendor.budget.amount-per-day (gateway.yaml, line 2) bounds one currency"
                        + " only: prices are in CNY, USD.");
    }

    static String file(String items) {
        return "litigation:\n  callers:\n" + items.indent(4);
    }

    private static Budget budget(Budget.Scope scope, String name, Budget.Period period, long calls, Money amount) {
        return new Budget(scope, name, period, OptionalLong.of(calls), Optional.of(amount));
    }

    private static Money yuan(long units, int cents) {
        return Money.newBuilder()
                .setCurrencyCode("CNY")
                .setUnits(units)
                .setNanos(cents * 10_000_000)
                .build();
    }
}
