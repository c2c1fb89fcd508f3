package io.litigation.e2e;

import com.google.protobuf.Timestamp;
import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationException;
import io.litigation.sandbox.SandboxServer;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Organization;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has the disk has no name, no number and no case of anybody's: every file that is written is searched for them. */
class NothingInClearTest {

    private static final String PERSON = "宇文若木有案3";
    private static final String BROKEN = "故障畸形宇文行止有案2";
    private static final String OTHER_BYTES = "故障GBK宇文守正有案2";
    private static final String COMPANY = "海州宇文测试贸易有限公司有案2";
    private static final String CREDIT_CODE = "91310000000000019Q";
    private static final String AUTHORIZATION = "AUTH-宇文若木-310000198503070019";
    /** No personal data, by the contract, and kept as it is. */
    private static final String REQUEST_ID = "canary-of-the-disk-search";

    /** The first words of a text that are long enough to be nobody else's. */
    private static final Pattern WORDS = Pattern.compile("\\p{IsHan}{6,12}");

    @TempDir
    private Path folder;

    private SandboxServer vendors;

    @BeforeEach
    void start() {
        vendors = RunningGateway.vendors();
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    @Test
    void notInAFileOfTheEmbeddedDatabase() {
        Path data = folder.resolve("data");
        Launch launch =
                RunningGateway.before(vendors).with("storage.url", "jdbc:sqlite:" + data.resolve("litigation.db"));

        Written written = search(launch::start);

        assertThat(data.resolve("litigation.db-wal")).isNotEmptyFile();
        assertThat(ClearText.of(REQUEST_ID).filesWithIt(data)).isNotEmpty();
        assertThat(ClearText.of(written.texts()).filesWithIt(data)).isEmpty();
        written.logs()
                .forEach(log -> assertThat(ClearText.of(written.texts()).filesWithIt(log))
                        .isEmpty());
    }

    @Test
    void notInAFileOfPostgresql() {
        Written written;
        try (DatabaseServer database = DatabaseServer.start(folder)) {
            Path keys = DatabaseServer.keys(folder);
            written = search(
                    () -> database.before(RunningGateway.before(vendors), keys).start());

            assertThat(ClearText.of(REQUEST_ID).filesWithIt(database.folder().resolve("pg_wal")))
                    .isNotEmpty();
            assertThat(ClearText.of(written.texts()).filesWithIt(folder)).isEmpty();
        }
        // When it ends, all that was in memory is in its files.
        assertThat(ClearText.of(REQUEST_ID)
                        .filesWithIt(folder.resolve("postgresql").resolve("base")))
                .isNotEmpty();
        assertThat(ClearText.of(written.texts()).filesWithIt(folder)).isEmpty();
        written.logs()
                .forEach(log -> assertThat(ClearText.of(written.texts()).filesWithIt(log))
                        .isEmpty());
    }

    @Test
    void whatStandsInAFileIsFoundInEveryEncoding() throws IOException {
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("GB18030"))) {
            Path file = folder.resolve(charset.name());
            Files.write(file, ("\u0001before" + PERSON + "after").getBytes(charset));

            assertThat(ClearText.of(COMPANY, PERSON).filesWithIt(folder)).containsExactly(file);
            assertThat(ClearText.of(COMPANY).filesWithIt(folder)).isEmpty();
            Files.delete(file);
        }
    }

    /**
     * What was asked and answered, and who has written.
     *
     * @param logs the folders of the processes, with what they said
     */
    private record Written(Set<String> texts, List<Path> logs) {}

    /** All kinds of calls and of answers, with a crash between them and one at the end. */
    private static Written search(Supplier<ServerProcess> start) {
        Set<String> texts = new TreeSet<>(Set.of(
                PERSON, BROKEN, OTHER_BYTES, COMPANY, CREDIT_CODE, AUTHORIZATION, Searches.ID_NUMBER, Searches.MOBILE));
        try (ServerProcess first = start.get();
                LitigationClient client = first.client()) {
            texts.addAll(textsOf(client.search(request(Searches.person(PERSON)).toBuilder()
                    .setRequestId(REQUEST_ID)
                    .build())));
            texts.addAll(textsOf(client.search(request(Searches.person(OTHER_BYTES)))));
            first.kill();
            try (ServerProcess second = start.get();
                    LitigationClient again = second.client()) {
                texts.addAll(textsOf(again.search(request(company()))));
                texts.addAll(textsOf(again.search(request(Searches.person(PERSON)))));
                fail(again);
                again.quote(quote());
                again.stream(Searches.streamForPerson(PERSON), part -> {});
                second.kill();
                return new Written(texts, List.of(first.folder(), second.folder()));
            }
        }
    }

    private static void fail(LitigationClient client) {
        try {
            client.search(request(Searches.person(BROKEN)));
            throw new AssertionError("answers that end in their middle were read");
        } catch (LitigationException e) {
            assertThat(e.reason()).isEqualTo("VENDOR_MALFORMED_RESPONSE");
        }
    }

    private static SearchRecordsRequest request(Subject subject) {
        SearchRecordsRequest.Builder request =
                SearchRecordsRequest.newBuilder().setSubject(subject).setView(RecordView.RECORD_VIEW_RAW);
        request.getPurposeBuilder()
                .setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL)
                .setAuthorizationReference(AUTHORIZATION)
                .setAuthorizationExpireTime(Timestamp.newBuilder()
                        .setSeconds(Instant.now().plus(Duration.ofDays(30)).getEpochSecond()));
        return request.build();
    }

    private static QuoteSearchRequest quote() {
        QuoteSearchRequest.Builder quote = QuoteSearchRequest.newBuilder().setSubject(Searches.person(PERSON));
        quote.getPurposeBuilder()
                .setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL)
                .setAuthorizationReference(AUTHORIZATION);
        return quote.build();
    }

    private static Subject company() {
        return Subject.newBuilder()
                .setOrganization(Organization.newBuilder().setName(COMPANY).setCreditCode(CREDIT_CODE))
                .build();
    }

    /** What the records say, in pieces that stand in the vendor's bytes as they do in the record. */
    private static Set<String> textsOf(SearchRecordsResponse answer) {
        Set<String> texts = new TreeSet<>();
        for (LitigationRecord record : answer.getRecordsList()) {
            record.getCaseNumbersList().forEach(number -> texts.add(number.getRaw()));
            for (String text : List.of(record.getTitle(), record.getBody(), record.getCause(), record.getRawJson())) {
                Matcher words = WORDS.matcher(text);
                if (words.find()) {
                    texts.add(words.group());
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(2);
        return texts;
    }
}
