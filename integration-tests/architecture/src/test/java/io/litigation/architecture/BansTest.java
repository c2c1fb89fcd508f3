package io.litigation.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** What no code of ours may do, each with its reason. */
class BansTest {

    private static final JavaClasses OURS = OurClasses.main();

    @Test
    void timeComesFromOutside() {
        noClasses()
                .that()
                .resideInAPackage("io.litigation..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("time that is taken from the air cannot be tested")
                .check(OURS);
    }

    @Test
    void chanceComesFromOutside() {
        noClasses()
                .that()
                .resideInAPackage("io.litigation..")
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("chance that is taken from the air cannot be tested")
                .check(OURS);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .that()
                .resideInAPackage("io.litigation..")
                .and()
                .resideOutsideOfPackage("io.litigation.sandbox..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a sleeping thread is a thread that is missing; use a scheduler")
                .check(OURS);
    }

    @Test
    void noFieldInjection() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.litigation..")
                .should()
                .beAnnotatedWith("com.google.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("what a class needs stands in its constructor")
                .check(OURS);
    }

    @Test
    void onlyCommandsWriteToTheConsole() {
        noClasses()
                .that()
                .resideInAPackage("io.litigation..")
                .and()
                .resideOutsideOfPackages("io.litigation.sandbox..", "io.litigation.server.cli..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("a server speaks through its log")
                .check(OURS);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .that()
                .resideInAPackage("io.litigation..")
                .and()
                .resideOutsideOfPackage("io.litigation.v1..")
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)")
                .check(OURS);
    }
}
