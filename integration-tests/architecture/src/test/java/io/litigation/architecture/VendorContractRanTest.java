package io.litigation.architecture;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.provider.testkit.contract.ContractRecord;
import io.litigation.provider.testkit.contract.VendorContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every vendor ran the whole contract, group by group, with the classes that are built now. What its own tests wrote down
 * is read here; who has nothing to show fails the build.
 */
class VendorContractRanTest {

    /** A matter that is taken out of the contract is taken out of here, too. */
    private static final List<String> GROUPS = List.of(
            "Offerings",
            "Configuration",
            "Refusal",
            "Projection",
            "Answers",
            "Sending",
            "Attempts",
            "FailureTable",
            "Signing",
            "Cancelling",
            "TimeOuts",
            "ByteCap",
            "Concurrency",
            "Mapping",
            "Silence");

    private static final List<VendorModule> VENDORS = VendorModule.all();

    @Test
    void aVendorThatIsOnTheClassPathIsFoundAmongTheModules() {
        List<String> modules = VENDORS.stream().map(VendorModule::plugin).toList();

        assertThat(ServiceLoader.load(ProviderPlugin.class))
                .isNotEmpty()
                .allSatisfy(
                        plugin -> assertThat(modules).contains(plugin.getClass().getName()));
    }

    @Test
    void theContractHasItsGroups() {
        assertThat(ContractRecord.testsOf(VendorContract.class))
                .extracting(test -> test.substring(0, test.indexOf('.')))
                .containsAll(GROUPS);
    }

    @TestFactory
    Stream<DynamicTest> everyVendorPassedTheWholeContract() {
        return VENDORS.stream().map(vendor -> DynamicTest.dynamicTest(vendor.plugin(), () -> assertPassed(vendor)));
    }

    private static void assertPassed(VendorModule vendor) {
        List<ContractRecord> records = ContractRecord.in(vendor.target()).stream()
                .filter(record -> record.plugin().equals(vendor.plugin()))
                .toList();
        assertThat(records)
                .as("the contract has not been run: the vendor needs a test that extends VendorContract, see"
                        + " providers/README.md, and its module's tests must run before these")
                .hasSize(1);
        ContractRecord record = records.get(0);
        assertThat(record.fingerprint())
                .as("the contract was run with other classes than are built now: run the tests of its module")
                .isEqualTo(ContractRecord.fingerprint(vendor.target()));
        assertThat(record.missing())
                .as("tests of %s that did not run, or failed", record.suite())
                .isEmpty();
        assertThat(record.passed()).containsAll(ContractRecord.testsOf(VendorContract.class));
    }
}
