package io.litigation.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The arrows of the architecture: proto ← core ← providers ← server, and proto ← client stub. */
class ModuleArrowsTest {

    private static final JavaClasses OURS = OurClasses.main();
    private static final DescribedPredicate<JavaClass> OF_OURS = resideInAnyPackage("io.litigation..");

    @Test
    void coreKnowsNothingOfOursButTheContract() {
        classes()
                .that()
                .resideInAPackage("io.litigation.core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.litigation.core..", "io.litigation.v1..")
                        .or(DescribedPredicate.not(OF_OURS)))
                .check(OURS);
    }

    @Test
    void coreImportsNoTransportNoHttpNoDatabaseAndNoWiring() {
        noClasses()
                .that()
                .resideInAPackage("io.litigation.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.grpc..",
                        "okhttp3..",
                        "java.net.http..",
                        "java.sql..",
                        "javax.sql..",
                        "com.google.inject..",
                        "tools.jackson..",
                        "org.slf4j..")
                .check(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normalize", "merge"})
    void theRulesOfTheDomainArePure(String part) {
        noClasses()
                .that()
                .resideInAPackage("io.litigation.core." + part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.concurrent..", "java.net..", "java.nio.file..", "io.litigation.core.search..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xinshu", "submail"})
    void aVendorModuleSeesTheSpiAndTheRulesOnly(String vendor) {
        classes()
                .that()
                .resideInAPackage("io.litigation.provider." + vendor + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "io.litigation.provider." + vendor + "..",
                                "io.litigation.provider.http..",
                                "io.litigation.core.provider..",
                                "io.litigation.core.subject..",
                                "io.litigation.core.normalize..",
                                "io.litigation.v1..")
                        .or(DescribedPredicate.not(OF_OURS)))
                .check(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xinshu", "submail"})
    void onlyTheModuleOfAVendorIsPublic(String vendor) {
        classes()
                .that()
                .resideInAPackage("io.litigation.provider." + vendor + "..")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Module")
                .check(OURS);
    }

    @Test
    void theServerNamesNoVendor() {
        noClasses()
                .that()
                .resideInAPackage("io.litigation.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.litigation.provider..")
                .check(OURS);
    }

    @Test
    void nothingOfProductionKnowsTheSandbox() {
        noClasses()
                .that()
                .resideInAPackage("io.litigation..")
                .and()
                .resideOutsideOfPackage("io.litigation.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.litigation.sandbox..")
                .check(OURS);
    }

    @Test
    void theSimulatedVendorsShareNothingWithTheProviders() {
        classes()
                .that()
                .resideInAPackage("io.litigation.sandbox..")
                .and()
                .resideOutsideOfPackage("io.litigation.sandbox.command..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("io.litigation.sandbox..").or(DescribedPredicate.not(OF_OURS)))
                .check(OURS);
    }

    @Test
    void theClientKnowsTheContractOnly() {
        classes()
                .that()
                .resideInAPackage("io.litigation.client..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.litigation.client..", "io.litigation.v1..")
                        .or(DescribedPredicate.not(OF_OURS)))
                .check(OURS);
    }

    @Test
    void onlyTheStorageOfTheServerSeesSql() {
        noClasses()
                .that()
                .resideInAPackage("io.litigation..")
                .and()
                .resideOutsideOfPackage("io.litigation.server.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(OURS);
    }

    @Test
    void thePartsOfCoreFormNoCircleButTheUseCase() {
        // provider, subject and normalize speak of each other's values and count as one slice: the domain.
        SlicesRuleDefinition.slices()
                .assignedFrom(new CoreSlices())
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }
}
