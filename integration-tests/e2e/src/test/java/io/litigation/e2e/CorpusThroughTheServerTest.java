package io.litigation.e2e;

import com.google.protobuf.ByteString;
import io.litigation.client.LitigationException;
import io.litigation.e2e.CorpusGateway.Answer;
import io.litigation.provider.testkit.CorpusPayload;
import io.litigation.provider.testkit.CorpusReply;
import io.litigation.provider.testkit.CorpusText;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Note;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every payload of every vendor's corpus, given to the real server: it answers what stands beside the payload, whatever
 * lies between the mapper and the caller.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorpusThroughTheServerTest {

    private static CorpusGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new CorpusGateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> theServerAnswersWhatStandsBesideThePayload() {
        return Stream.of("xinshu", "submail")
                .flatMap(vendor -> CorpusPayload.allIn(corpus(vendor)).stream()
                        .map(payload -> DynamicTest.dynamicTest(
                                vendor + " " + payload.id(), payload.reply().toUri(), () -> compare(vendor, payload))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xinshu", "submail"})
    @Order(2)
    void aReplyOfMoreBytesThanTheCapIsAClearFailure(String vendor) {
        String body =
                "{\"rc\":\"0000\",\"status\":\"success\",\"text\":\"" + "x".repeat(CorpusGateway.CAP_BYTES) + "\"}";

        assertThatItFailsWith("VENDOR_RESPONSE_TOO_LARGE", vendor, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xinshu", "submail"})
    @Order(2)
    void deeperNestingThanAnyoneMeansIsAClearFailure(String vendor) {
        String body =
                "{\"rc\":\"0000\",\"status\":\"success\",\"deep\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";

        assertThatItFailsWith("VENDOR_MALFORMED_RESPONSE", vendor, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xinshu", "submail"})
    @Order(2)
    void moreRowsThanAnyVendorSendsIsAClearFailure(String vendor) {
        String rows = "[" + "{},".repeat(20_000) + "{}]";
        String body = "{\"rc\":\"0000\",\"data\":" + rows
                + ",\"status\":\"success\",\"result\":{\"code\":\"02\",\"info\":{\"cpws\":" + rows + "}}}";

        assertThatItFailsWith("VENDOR_RESPONSE_TOO_LARGE", vendor, body);
    }

    /** It was asked about people in every way there is, at the most talkative level of its log. Ends the server. */
    @Test
    @Order(3)
    void nothingOfThePayloadsIsInTheLog() {
        String log = gateway.saidUntilItsEnd();

        assertThat(log).contains("lookup_id").doesNotContain("an-api-key", "a-private-key", "an-app-key");
        // All that the payloads say of anybody is in hanzi, or begins as the ids and the mobile of the subjects do.
        assertThat(log).doesNotContain("310000", Subjects.MOBILE, Subjects.CREDIT_CODE);
        assertThat(log.lines())
                .allSatisfy(line -> assertThat(line.codePoints().noneMatch(Character::isIdeographic))
                        .as("%s", line)
                        .isTrue());
    }

    private static void compare(String vendor, CorpusPayload payload) {
        CorpusText expected = CorpusText.read(payload.answer());
        gateway.replies(vendor, CorpusReply.read(payload.reply()));
        int before = gateway.received(vendor);
        ProviderOutcome outcome = expected.parse().getOutcomes(0);

        Answer answer = outcome.getState() == State.STATE_FAILED
                ? failed(vendor, payload, outcome)
                : gateway.search(vendor, payload.requested());

        assertThat(comparable(answer)).isEqualTo(comparable(expected.parse()));
        assertThat(gateway.received(vendor) - before).isEqualTo(outcome.getState() == State.STATE_FAILED ? 2 : 1);
        assertThat(answer.records()).allSatisfy(record -> assertIsTheGateways(record, answer.outcome()));
    }

    /** Where nobody else was asked, the search fails as its only vendor did. */
    private static Answer failed(String vendor, CorpusPayload payload, ProviderOutcome outcome) {
        LitigationException failure =
                catchThrowableOfType(LitigationException.class, () -> gateway.search(vendor, payload.requested()));

        assertThat(failure.code().name()).isEqualTo(outcome.getError().getCode().name());
        assertThat(failure.reason()).isEqualTo(Searches.reason(outcome));
        return new Answer(gateway.failure(vendor, payload.requested()), List.of());
    }

    /** What the server adds, and the files don't have. */
    private static void assertIsTheGateways(LitigationRecord record, ProviderOutcome outcome) {
        assertThat(record.getRecordId()).matches("[a-z0-9]{26}");
        assertThat(record.getRawJson().isEmpty()).isEqualTo(isAboutSomebodyElse(record));
        if (record.getDishonestListing().hasStateAsOfTime()) {
            assertThat(record.getDishonestListing().getStateAsOfTime()).isEqualTo(outcome.getFetchTime());
        }
    }

    private static void assertThatItFailsWith(String reason, String vendor, String body) {
        gateway.replies(
                vendor,
                new CorpusReply(200, Map.of("Content-Type", "application/json"), ByteString.copyFromUtf8(body)));

        LitigationException failure = catchThrowableOfType(
                LitigationException.class,
                () -> gateway.search(vendor, new CorpusPayload("person", Path.of("")).requested()));

        assertThat(failure.reason()).isEqualTo(reason);
    }

    private static List<String> comparable(SearchRecordsResponse answer) {
        List<LitigationRecord> shown = answer.getRecordsList().stream()
                .map(CorpusThroughTheServerTest::asShown)
                .toList();
        return comparable(new Answer(asShown(answer.getOutcomes(0)), shown));
    }

    /** Pieces of the answer that no record has may be about somebody else. */
    private static ProviderOutcome asShown(ProviderOutcome outcome) {
        ProviderOutcome.Builder shown = outcome.toBuilder();
        shown.getNotesBuilderList().forEach(Note.Builder::clearRaw);
        return shown.build();
    }

    /** Of what is about somebody else, no more than that it is, and why. */
    private static LitigationRecord asShown(LitigationRecord record) {
        return isAboutSomebodyElse(record)
                ? LitigationRecord.newBuilder()
                        .setCategory(record.getCategory())
                        .setMatch(record.getMatch())
                        .build()
                : record;
    }

    private static boolean isAboutSomebodyElse(LitigationRecord record) {
        MatchGrade grade = record.getMatch().getGrade();
        return grade == MatchGrade.MATCH_GRADE_CONTRADICTED || grade == MatchGrade.MATCH_GRADE_UNRELATED;
    }

    /** The outcome, and the records in an order of their own: the server sorts them by date, and its clock is today's. */
    private static List<String> comparable(Answer answer) {
        Stream<String> records = answer.records().stream()
                .map(CorpusThroughTheServerTest::timeless)
                .map(record -> CorpusText.of(List.of(), List.of(record)))
                .sorted();
        return Stream.concat(Stream.of(CorpusText.of(List.of(answer.outcome()), List.of())), records)
                .toList();
    }

    private static LitigationRecord timeless(LitigationRecord record) {
        if (!record.getDishonestListing().hasStateAsOfTime()) {
            return record;
        }
        LitigationRecord.Builder timeless = record.toBuilder();
        timeless.getDishonestListingBuilder().clearStateAsOfTime();
        return timeless.build();
    }

    private static Path corpus(String vendor) {
        Path corpus = Path.of(
                Optional.ofNullable(System.getProperty("e2e.corpus")).orElseThrow(),
                vendor,
                "src/test/resources/io/litigation/provider",
                vendor,
                "corpus");
        assertThat(Files.isDirectory(corpus)).as("%s", corpus).isTrue();
        return corpus;
    }
}
