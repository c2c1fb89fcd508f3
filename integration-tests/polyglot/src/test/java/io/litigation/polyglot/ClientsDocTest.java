package io.litigation.polyglot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/clients.md says what the contract and the clients say. */
class ClientsDocTest {

    private static final Pattern ROW = Pattern.compile("^(?://)?\\s*\\|(.*)\\|\\s*$", Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");

    /** What looks like a reason and is a canonical code or a state. */
    private static final Pattern NO_REASON = Pattern.compile(
            "INVALID_ARGUMENT|PERMISSION_DENIED|RESOURCE_EXHAUSTED|FAILED_PRECONDITION|ALREADY_EXISTS|DEADLINE_EXCEEDED|NOT_SERVING");

    @Test
    void everyReasonOfTheContractIsInItAndNoOther() throws IOException {
        Path protos = Project.path("proto", "src", "main", "protobuf", "litigation", "v1");
        Set<String> contract = reasons(Files.readString(protos.resolve("litigation_service.proto")));

        Set<String> document = reasons(Files.readString(Project.path("docs", "clients.md")));

        assertThat(contract).hasSizeGreaterThan(40);
        assertThat(document).containsExactlyInAnyOrderElementsOf(contract);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "python", "node", "go"})
    void theFirstExampleOfEachLanguageIsInIt(String language) throws IOException {
        String readme = Files.readString(Project.path("client-stub", language, "README.md"));
        Matcher block = Pattern.compile("^```\\w+\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(readme.replaceAll("(?s)```(sh|console|xml|toml|json)\n.*?```", ""));

        assertThat(block.find()).as("an example in %s's README", language).isTrue();
        assertThat(Files.readString(Project.path("docs", "clients.md"))).contains(block.group(1));
    }

    private static Set<String> reasons(String text) {
        Set<String> reasons = new TreeSet<>();
        Matcher rows = ROW.matcher(text);
        while (rows.find()) {
            Matcher words = REASON.matcher(rows.group(1));
            while (words.find()) {
                if (!NO_REASON.matcher(words.group()).matches()) {
                    reasons.add(words.group());
                }
            }
        }
        return reasons;
    }
}
