package io.litigation.provider.testkit;

import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.provider.testkit.CorpusAnswers.Asked;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordCategory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A vendor's corpus: payloads as files, and beside each the answer that it means, so that a change in a mapper shows as a
 * change of these files. They lie below {@code corpus} beside the test, see {@link CorpusPayload}, {@link CorpusReply} and
 * {@link CorpusText}. {@code -Dcorpus.update=true} writes the answers anew, and fails: somebody must look at them.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CorpusTest {

    private static final int FEWEST = 40;
    private static final boolean UPDATE = Boolean.getBoolean("corpus.update");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MutableClock clock = MutableClock.at("2026-03-01T02:00:00Z");
    private final Map<CorpusPayload, Asked> answers = new LinkedHashMap<>();

    /** The plug-in. */
    protected abstract ProviderPlugin plugin();

    /** Settings that are complete and without a mistake. */
    protected abstract MapSettings settings(URI address);

    /** The offering that is asked. */
    protected abstract String offering();

    /** The codes that the vendor documents, as outcomes show them. */
    protected abstract Set<String> documentedCodes();

    /** Where the rows stand in a reply: names of members from without, {@code *} for all; JSON within texts is no hurdle. */
    protected abstract List<String> rows();

    /** What the vendor documents as categories; all that the offering declares unless the vendor has more to say. */
    protected Set<RecordCategory> documentedCategories() {
        try (VendorServer vendor = new VendorServer();
                Provider provider = provider(vendor)) {
            return provider.offerings().stream()
                    .filter(sold -> sold.name().equals(offering()))
                    .flatMap(sold -> sold.categories().stream())
                    .collect(Collectors.toSet());
        }
    }

    @TestFactory
    Stream<DynamicTest> eachPayloadMeansWhatStandsBesideIt() {
        return payloads().stream()
                .map(payload ->
                        DynamicTest.dynamicTest(payload.id(), payload.reply().toUri(), () -> compare(payload)));
    }

    @Test
    void thereAreEnoughPayloads() {
        assertThat(payloads()).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(payloads()).extracting(CorpusPayload::id).doesNotHaveDuplicates();
    }

    @Test
    void noAnswerIsWithoutItsPayload() {
        assertThat(CorpusPayload.strayAnswersIn(corpus())).isEmpty();
    }

    @Test
    void everyDocumentedCodeOccurs() {
        assertThat(payloads())
                .extracting(payload -> answer(payload).outcome().getVendorCode())
                .containsAll(documentedCodes());
    }

    @Test
    void everyDocumentedCategoryOccurs() {
        Set<RecordCategory> met = payloads().stream()
                .flatMap(payload -> answer(payload).records().stream())
                .map(LitigationRecord::getCategory)
                .collect(Collectors.toSet());

        assertThat(met).containsAll(documentedCategories());
    }

    /** Compared as JSON values, so every scalar of every row is there with its own spelling, and nothing else is. */
    @TestFactory
    Stream<DynamicTest> everyRowIsKeptInWholeByItsRecords() {
        return ofThoseWithRecords(payload -> {
            Set<?> kept = answer(payload).records().stream()
                    .map(record -> CorpusRows.row(record.getRawJson()))
                    .collect(Collectors.toSet());

            assertThat(kept)
                    .isEqualTo(CorpusRows.of(CorpusReply.read(payload.reply()).body(), rows()));
        });
    }

    @TestFactory
    Stream<DynamicTest> noMarkupIsPassedOn() {
        return ofThoseWithRecords(payload -> assertThat(answer(payload).records())
                .allSatisfy(record -> assertThat(List.of(
                                record.getTitle(),
                                record.getBody(),
                                record.getDishonestListing().getDuty()))
                        .allSatisfy(text -> assertThat(text).doesNotContainPattern(CorpusRules.TAG))));
    }

    @TestFactory
    Stream<DynamicTest> nobodyInItCanExist() {
        return payloads().stream()
                .map(payload -> DynamicTest.dynamicTest(
                        payload.id(),
                        () -> assertThat(CorpusRules.residentIds(
                                        CorpusReply.read(payload.reply()).body()))
                                .allSatisfy(id -> assertThat(id).startsWith("310000"))));
    }

    @AfterAll
    void stop() {
        threads.shutdown();
    }

    private void compare(CorpusPayload payload) {
        String text = answer(payload).text();
        if (UPDATE) {
            CorpusText.write(payload.answer(), text);
            throw new AssertionError("rewritten: look at the diff");
        }
        assertThat(payload.answer()).exists();
        CorpusText expected = CorpusText.read(payload.answer());
        assertThat(expected.isExplained())
                .as("the first line says what the payload is")
                .isTrue();
        assertThat(text).isEqualTo(expected.answer());
    }

    private Stream<DynamicTest> ofThoseWithRecords(Consumer<CorpusPayload> check) {
        return payloads().stream()
                .filter(payload -> !answer(payload).records().isEmpty())
                .map(payload -> DynamicTest.dynamicTest(payload.id(), () -> check.accept(payload)));
    }

    private List<CorpusPayload> payloads() {
        return CorpusPayload.allIn(corpus());
    }

    /** Of the sources: what was deleted there is still among the compiled ones. */
    private Path corpus() {
        return Path.of(System.getProperty("basedir", ""), "src", "test", "resources")
                .resolve(getClass().getPackageName().replace('.', '/'))
                .resolve("corpus");
    }

    private Asked answer(CorpusPayload payload) {
        return answers.computeIfAbsent(payload, this::ask);
    }

    private Asked ask(CorpusPayload payload) {
        try (VendorServer vendor = new VendorServer();
                Provider provider = provider(vendor)) {
            CorpusReply reply = CorpusReply.read(payload.reply());
            vendor.replies(reply.status(), reply.headers(), reply.body().toByteArray());
            return new CorpusAnswers(provider, offering()).ask(payload.subject());
        }
    }

    private Provider provider(VendorServer vendor) {
        return plugin().configure(settings(vendor.address())).create(new ProviderRuntime(clock, threads));
    }
}
