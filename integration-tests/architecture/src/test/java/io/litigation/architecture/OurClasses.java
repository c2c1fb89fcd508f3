package io.litigation.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Everything that is shipped, and the sandbox. */
final class OurClasses {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/io/litigation/architecture/"))
            .withImportOption(location -> !location.contains("/io/litigation/provider/testkit/"))
            .importPackages("io.litigation");

    private OurClasses() {}

    static JavaClasses main() {
        return MAIN;
    }
}
