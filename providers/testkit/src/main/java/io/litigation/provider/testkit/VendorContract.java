package io.litigation.provider.testkit;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every HTTP vendor keeps to, whatever it sells. A vendor's own conformance test says how it is configured, what it
 * is asked, and what an answer with records looks like.
 */
@Timeout(120)
public abstract class VendorContract {

    private final VendorServer vendor = new VendorServer();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MutableClock clock = MutableClock.at("2026-03-01T02:00:00Z");
    private @Nullable Provider started;

    /** The plug-in. */
    protected abstract ProviderPlugin plugin();

    /** Settings that are complete and without a mistake. */
    protected abstract MapSettings settings(URI address);

    /** A question with every field that the vendor takes. */
    protected abstract ProviderRequest request();

    /** The body of a reply with records. */
    protected abstract byte[] records();

    /** What must never be told: secrets in the settings, and personal data in question and reply. */
    protected abstract List<String> secrets();

    @BeforeEach
    void start() {
        started = provider(settings(vendor.address()));
    }

    @AfterEach
    void stop() {
        provider().close();
        vendor.close();
        threads.shutdown();
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(ProviderPlugin.class))
                .extracting(ProviderPlugin::name)
                .contains(plugin().name());
        assertThat(plugin().name()).matches("[a-z0-9-]+").isEqualTo(provider().name());
        assertThat(plugin().displayName()).isNotBlank().isEqualTo(provider().displayName());
    }

    @Test
    void reportsAllThatIsMissingAtOnce() {
        MapSettings nothing = MapSettings.of();

        plugin().configure(nothing);

        assertThat(nothing.problemKeys()).contains("base-url").hasSizeGreaterThan(1);
    }

    @Test
    void sellsSomethingAndAlwaysTheSame() {
        assertThat(provider().offerings()).isNotEmpty().isEqualTo(provider().offerings());
        assertThat(provider().offerings()).extracting("name").doesNotHaveDuplicates();
        assertThat(provider().offerings()).allSatisfy(offering -> {
            assertThat(offering.name()).matches("[a-z0-9-]+");
            assertThat(offering.categories()).isNotEmpty();
            assertThat(offering.subjects()).isNotEmpty();
            assertThat(offering.price().getCurrencyCode()).hasSize(3);
        });
        assertThat(provider().offerings()).extracting("name").contains(request().offering());
    }

    @Test
    void anAnswerKeepsTheVendorsBytesAndTheTimeOfItsArrival() {
        vendor.replies(200, "text/html", records());

        RawAnswer answer = Failures.none(fetch());

        assertThat(answer.body().toByteArray()).isEqualTo(answerBody());
        assertThat(answer.offering()).isEqualTo(request().offering());
        assertThat(answer.contentType()).isEqualTo("text/html");
        assertThat(answer.receiveTime()).isEqualTo(clock.instant());
        assertThat(answer.charge()).isIn(Charge.CHARGE_POSSIBLY_CHARGED, Charge.CHARGE_CHARGED);
    }

    @Test
    void mapsTheSameAnswerAlwaysToTheSame() {
        vendor.replies(200, "application/json", records());
        RawAnswer answer = Failures.none(fetch());

        ProviderAnswer first = provider().map(answer, request().subject());

        assertThat(first.verdict()).isEqualTo(ProviderAnswer.Verdict.RECORDS_FOUND);
        assertThat(first).isEqualTo(provider().map(answer, request().subject()));
        assertThat(first.records()).extracting(MappedRecord::identity).doesNotHaveDuplicates();
        assertThat(first.records()).allSatisfy(mapped -> {
            assertThat(mapped.record().getProvider()).isEqualTo(provider().name());
            assertThat(mapped.record().getRawJson()).isNotEmpty();
            assertThat(mapped.record().hasMatch()).isTrue();
        });
    }

    @Test
    void aResetAfterTheRequestReachesTheVendorOnce() {
        vendor.resets().replies(200, "application/json", records());

        ProviderException failure = Failures.of(fetch());

        assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
        assertThat(vendor.requestCount()).isEqualTo(1);
    }

    @Test
    void a408ReachesTheVendorOnce() {
        assertThatStatusReachesTheVendorOnce(408);
    }

    @Test
    void a503WithRetryAfterZeroReachesTheVendorOnce() {
        assertThatStatusReachesTheVendorOnce(503);
    }

    @Test
    void aRedirectIsNotFollowed() {
        vendor.replies(302, "").replies(200, "application/json", records());

        assertThat(Failures.of(fetch()).kind()).isEqualTo(FailureKind.CODE_UNEXPECTED);
        assertThat(vendor.requestCount()).isEqualTo(1);
    }

    @Test
    void nobodyListeningCostsNothing() {
        ProviderException failure =
                Failures.of(provider(settings(VendorServer.nowhere())).fetch(request(), RecordingPaidCalls.once()));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertThat(failure.retry()).isEqualTo(Retry.WHEN_NOT_CHARGED);
    }

    @Test
    void aPageIsMalformed() {
        assertMalformed("<html><body>502 Bad Gateway " + secrets() + "</body></html>");
    }

    @Test
    void anEmptyReplyIsMalformed() {
        assertMalformed("");
    }

    @Test
    void aReplyBeyondTheCapIsTooLarge() {
        Provider capped = provider(settings(vendor.address()).with("max-response-bytes", "1024"));
        vendor.replies("x".repeat(1_025));

        assertThat(Failures.of(capped.fetch(request(), RecordingPaidCalls.once()))
                        .kind())
                .isEqualTo(FailureKind.RESPONSE_TOO_LARGE);
    }

    @Test
    void cancelEndsTheExchange() throws InterruptedException {
        vendor.stalls();
        CompletableFuture<RawAnswer> answer = fetch();
        vendor.takeRequest();

        answer.cancel(true);

        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsNoSecretAndNothingPersonal() {
        String talkative = String.join(" ", secrets());
        vendor.replies(200, "application/json", records())
                .resets()
                .replies(talkative)
                .replies(500, talkative)
                .replies(400, talkative);

        RawAnswer answer = Failures.none(fetch());
        StringBuilder told = new StringBuilder()
                .append(answer)
                .append(provider())
                .append(provider().account())
                .append(provider().map(answer, request().subject()));
        for (int i = 0; i < 4; i++) {
            told.append(Leaks.everythingSaidBy(Failures.of(fetch())));
        }
        assertThat(told.toString()).doesNotContain(secrets());
    }

    /** What the answer keeps of {@link #records()}; another than that where the vendor encrypts. */
    protected byte[] answerBody() {
        return records();
    }

    /** Asks once; the vendor must have been told what to reply. */
    protected final CompletableFuture<RawAnswer> fetch() {
        return provider().fetch(request(), RecordingPaidCalls.once());
    }

    /** The vendor that is asked. */
    protected final VendorServer vendor() {
        return vendor;
    }

    /** The provider under test. */
    protected final Provider provider() {
        return Objects.requireNonNull(started);
    }

    /** Replies with a text, which must be found malformed, its charge unknown. */
    protected final void assertMalformed(String body) {
        vendor.replies(200, "text/html", body.getBytes(StandardCharsets.UTF_8));

        ProviderException failure = Failures.of(fetch());

        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    }

    private void assertThatStatusReachesTheVendorOnce(int status) {
        vendor.replies(status, "").replies(200, "application/json", records());

        ProviderException failure = Failures.of(fetch());

        assertThat(failure.kind()).isEqualTo(FailureKind.HTTP_UNAVAILABLE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.vendorCode()).isEqualTo("HTTP_" + status);
        assertThat(vendor.requestCount()).isEqualTo(1);
    }

    private Provider provider(MapSettings settings) {
        Provider made = plugin().configure(settings).create(new ProviderRuntime(clock, threads));
        assertThat(settings.problems()).isEmpty();
        return made;
    }
}
