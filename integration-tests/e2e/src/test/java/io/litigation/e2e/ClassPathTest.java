package io.litigation.e2e;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What is shipped to production. */
class ClassPathTest {

    @Test
    void theServerIsShippedWithBothVendorsAndNeitherSimulatedNorMadeUpOnes() {
        assertThat(Packages.server())
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .filteredOn(name -> name.startsWith("litigation-"))
                .anyMatch(name -> name.startsWith("litigation-provider-xinshu-"))
                .anyMatch(name -> name.startsWith("litigation-provider-submail-"))
                .noneMatch(
                        name -> name.contains("sandbox") || name.contains("testkit") || name.contains("third-vendor"));
    }

    @Test
    void testLibrariesAreNotShipped() {
        assertThat(Packages.server())
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .noneMatch(
                        name -> name.contains("junit") || name.contains("assertj") || name.contains("mockwebserver"));
    }
}
