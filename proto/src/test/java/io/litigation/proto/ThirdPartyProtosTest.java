package io.litigation.proto;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ThirdPartyProtosTest {

    private static final Path THIRD_PARTY = Path.of("third_party");

    @Test
    void theCopiesAreWhatTheBuildCompilesAgainst() throws IOException {
        List<Path> copies;
        try (Stream<Path> files = Files.walk(THIRD_PARTY)) {
            copies = files.filter(file -> file.toString().endsWith(".proto")).toList();
        }
        assertThat(copies).hasSizeGreaterThan(5);
        for (Path copy : copies) {
            String name = THIRD_PARTY.relativize(copy).toString().replace('\\', '/');
            try (InputStream original = getClass().getClassLoader().getResourceAsStream(name)) {
                assertThat(original).as(name).isNotNull();
                assertThat(Files.readAllBytes(copy)).as(name).isEqualTo(original.readAllBytes());
            }
        }
    }
}
