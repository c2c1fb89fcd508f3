package io.litigation.polyglot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The example project of the Java client takes the client from a repository, as anybody's project would. */
@ExtendWith(Gateways.Shared.class)
class InstalledArtifactTest {

    private final Gateways gateways;

    InstalledArtifactTest(Gateways gateways) {
        this.gateways = gateways;
    }

    @Test
    void theExampleBuildsAndFindsTheFirstCase() throws IOException {
        Path repository = Project.folder("repository");
        Command.of(
                        "repository",
                        Project.path("client-stub", "java", "repository").toString(),
                        repository.toString())
                .run();
        Path example = copied(Project.path("client-stub", "java", "example"));

        Command.Said said = Command.of(
                        "example",
                        Project.path("mvnw").toString(),
                        "-B",
                        "-q",
                        "-ntp",
                        "-f",
                        example.resolve("pom.xml").toString(),
                        "-Dlitigation.repository=" + repository.toUri(),
                        "-Dmaven.repo.local=" + Project.folder("local-repository"),
                        // Read, never written: what the build has fetched anyway.
                        "-Dmaven.repo.local.tail=" + System.getProperty("polyglot.repository"),
                        "compile",
                        "exec:java",
                        "-Dexec.args=" + gateways.plain())
                .run();

        assertThat(said.out()).contains("(2020)沪0104执6120号", "xinshu: STATE_RECORDS_FOUND", "That is all.");
    }

    private static Path copied(Path project) throws IOException {
        Path copy = Project.folder("example");
        List<Path> all;
        try (Stream<Path> found = Files.walk(project)) {
            all = found.filter(Files::isRegularFile)
                    .map(project::relativize)
                    .filter(file -> !file.startsWith("target"))
                    .toList();
        }
        for (Path file : all) {
            Path target = copy.resolve(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(project.resolve(file), target);
        }
        return copy;
    }
}
