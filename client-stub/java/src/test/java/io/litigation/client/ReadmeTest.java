package io.litigation.client;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {

    @Test
    void itsExampleIsTheOneThatCompiles() throws IOException {
        Matcher block =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        String source = Files.readString(Path.of("src/test/java/io/litigation/client/ReadmeExample.java"));

        assertThat(block.find()).isTrue();
        assertThat(withoutBlanks(source)).contains(withoutBlanks(block.group(1)));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }
}
