package io.litigation.polyglot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/clients.md says what the contract and the clients say. */
@ExtendWith(Gateways.Shared.class)
class ClientsDocTest {

    private static final Path DOCUMENT = Project.path("docs", "clients.md");

    private static final Pattern ROW = Pattern.compile("^(?://)?\\s*\\|(.*)\\|\\s*$", Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");

    private static final Pattern CONSTANT = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    /** What looks like a reason and is a canonical code or a state. */
    private static final Pattern NO_REASON = Pattern.compile(
            "INVALID_ARGUMENT|PERMISSION_DENIED|RESOURCE_EXHAUSTED|FAILED_PRECONDITION|ALREADY_EXISTS|DEADLINE_EXCEEDED|NOT_SERVING");

    private final Gateways gateways;

    ClientsDocTest(Gateways gateways) {
        this.gateways = gateways;
    }

    @ParameterizedTest
    @MethodSource("io.litigation.polyglot.Language#documented")
    void theProgramOfEachLanguageRunsAsItStands(Language language) throws IOException {
        Matcher block = Pattern.compile(
                        "^\\*\\*" + language + "\\*\\*\n\n```(\\w+)\n(.*?)^```",
                        Pattern.DOTALL | Pattern.MULTILINE | Pattern.CASE_INSENSITIVE)
                .matcher(Files.readString(DOCUMENT));
        assertThat(block.find()).as("a program in %s", language).isTrue();
        Path file = Files.writeString(
                Project.folder("document").resolve("program." + block.group(1)),
                block.group(2).replace("127.0.0.1:50051", gateways.plain()));

        assertThat(language.document(file).out()).contains("(2019)沪0105执4471号\n", "complete");
    }

    @Test
    void everyReasonOfTheContractIsInItAndNoOther() throws IOException {
        Path protos = Project.path("proto", "src", "main", "protobuf", "litigation", "v1");
        Set<String> contract = reasons(Files.readString(protos.resolve("litigation_service.proto")));

        String document = Files.readString(DOCUMENT);

        assertThat(contract).hasSizeGreaterThan(40);
        assertThat(reasons(document.replace(ofFields(document), ""))).containsExactlyInAnyOrderElementsOf(contract);
    }

    @Test
    void everyReasonOfAFieldIsInIt() throws IOException {
        Set<String> given = new TreeSet<>();
        Set<String> perhaps = new TreeSet<>();
        for (String module : List.of("core", "server")) {
            try (Stream<Path> files = Files.walk(Project.path(module, "src", "main", "java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String source = Files.readString(file);
                    given.addAll(constantsBesideViolations(source.split(";", -1)));
                    perhaps.addAll(constantsBesideViolations(source));
                }
            }
        }
        String document = Files.readString(DOCUMENT);

        assertThat(given).hasSizeGreaterThan(20);
        assertThat(reasons(document)).containsAll(given);
        assertThat(perhaps).containsAll(reasons(ofFields(document)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "python", "node", "go"})
    void theFirstExampleOfEachLanguageIsInIt(String language) throws IOException {
        String readme = Files.readString(Project.path("client-stub", language, "README.md"));
        Matcher block = Pattern.compile("^```\\w+\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(readme.replaceAll("(?s)```(sh|console|xml|toml|json)\n.*?```", ""));

        assertThat(block.find()).as("an example in %s's README", language).isTrue();
        assertThat(Files.readString(DOCUMENT)).contains(block.group(1));
    }

    @Test
    void theReadmesNameTheVersionThatIsBuilt() throws IOException {
        String go = Command.of("version", Project.path("client-stub", "version").toString(), "go")
                .run()
                .out()
                .strip();
        String java = "version>" + Project.version() + "</";

        assertThat(Files.readString(Project.path("client-stub", "go", "README.md")))
                .contains("litigation-go@" + go + "\n");
        assertThat(Files.readString(Project.path("client-stub", "java", "README.md")))
                .contains(java);
        assertThat(Files.readString(Project.path("client-stub", "java", "example", "pom.xml")))
                .contains(java);
    }

    private static String ofFields(String document) {
        Matcher table = Pattern.compile("^\\| reason of a field .*?\n\n", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(document + "\n");
        assertThat(table.find()).isTrue();
        return table.group();
    }

    private static Set<String> constantsBesideViolations(String... sources) {
        Set<String> constants = new TreeSet<>();
        for (String source : sources) {
            if (source.contains("iolation")) {
                Matcher words = CONSTANT.matcher(source);
                while (words.find()) {
                    constants.add(words.group(1));
                }
            }
        }
        return constants;
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
