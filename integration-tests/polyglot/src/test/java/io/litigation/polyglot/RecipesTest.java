package io.litigation.polyglot;

import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;
import io.litigation.client.Tls;
import io.litigation.v1.Person;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes of docs/clients.md, with the real grpcurl and buf: they print what the document says. */
@ExtendWith(Gateways.Shared.class)
class RecipesTest {

    private static final Path DOCUMENT = Project.path("docs", "clients.md");
    private static final String CONTRACT = "litigation.v1.binpb";

    private final Gateways gateways;

    RecipesTest(Gateways gateways) {
        this.gateways = gateways;
    }

    /** Some recipes print what was asked before: one gets no more than two seconds, another lists the lookups. */
    @BeforeAll
    static void ask(Gateways gateways) {
        Target tls = target(gateways, "tls");
        ask(LitigationClients.plaintext(gateways.plain()));
        ask(LitigationClients.tls(tls.address(), Tls.trusting(Objects.requireNonNull(tls.ca())))
                .apiKey(Objects.requireNonNull(tls.apiKey())));
    }

    private static void ask(LitigationClients clients) {
        SearchRecordsRequest request = SearchRecordsRequest.newBuilder()
                .setSubject(Subject.newBuilder()
                        .setPerson(Person.newBuilder()
                                .setName("闻人若岚")
                                .setIdNumber("310000199206150025")
                                .setMobile("13000000002")))
                .build();
        try (LitigationClient client = clients.build()) {
            assertThat(client.search(request).getComplete()).isTrue();
        }
    }

    static List<Recipe> recipes() {
        List<Recipe> recipes = Recipe.of(DOCUMENT);
        assertThat(recipes).hasSizeGreaterThan(10);
        return recipes;
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void printsWhatTheDocumentSays(Recipe recipe) throws IOException {
        Target mutual = target(gateways, "mtls");
        Path folder = Project.folder("recipe");
        Files.copy(Objects.requireNonNull(mutual.ca()), folder.resolve("ca.pem"));
        Files.copy(Objects.requireNonNull(mutual.certificate()), folder.resolve("caller.pem"));
        Files.copy(Objects.requireNonNull(mutual.privateKey()), folder.resolve("caller.key"));
        Files.copy(Project.path("proto/target/classes/litigation/v1", CONTRACT), folder.resolve(CONTRACT));
        String command = recipe.command()
                .replace("127.0.0.1:50051", gateways.plain())
                .replace("gateway.example:443", target(gateways, "tls").address())
                .replace("mutual.example:443", mutual.address());

        String printed = Command.of("recipe", "bash", "-c", command)
                .in(folder)
                .with("KEY", Objects.requireNonNull(target(gateways, "tls").apiKey()))
                .end()
                .everything();

        assertThat(recipe.printed(printed))
                .as("%s%nexpected:%n%s%nprinted:%n%s", command, String.join("\n", recipe.expected()), printed)
                .isTrue();
    }

    private static Target target(Gateways gateways, String name) {
        return Objects.requireNonNull(gateways.targets().get(name));
    }
}
