package io.litigation.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The parts of core between which no circle may run. */
final class CoreSlices implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        if (!name.startsWith("io.litigation.core.")) {
            return SliceIdentifier.ignore();
        }
        String part = name.substring("io.litigation.core.".length());
        return switch (part) {
            case "provider", "subject", "normalize" -> SliceIdentifier.of("domain");
            default -> SliceIdentifier.of(part);
        };
    }

    @Override
    public String getDescription() {
        return "the parts of core";
    }
}
