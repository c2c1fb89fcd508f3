package io.litigation.provider.submail;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.testkit.Failures;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.MutableClock;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.RecordingPaidCalls;
import io.litigation.provider.testkit.Subjects;
import io.litigation.provider.testkit.VendorRequest;
import io.litigation.provider.testkit.VendorServer;
import io.litigation.v1.Charge;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.SubjectKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class SubmailClientTest {

    private static final String CLOCK_REJECTED = "{\"status\":\"error\",\"code\":\"1213\",\"msg\":\"expired\"}";

    private final VendorServer vendor = new VendorServer();
    private final VendorServer other = new VendorServer();
    private final MutableClock clock = MutableClock.at("2021-03-03T07:05:54.999Z");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String none = Payloads.text(getClass(), "none.json");
    private final MapSettings settings = MapSettings.of(
            "base-url",
            vendor.address().toString(),
            "app-id",
            "an-app-id",
            "app-key",
            "0123456789abcdef0123456789abcdef");

    @AfterEach
    void stop() {
        vendor.close();
        other.close();
        threads.shutdown();
    }

    @Test
    void postsASignedForm() {
        vendor.replies(none);

        RawAnswer answer = Failures.none(fetch(settings, RecordingPaidCalls.once()));

        VendorRequest request = vendor.takeRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/factor/lawsuit");
        assertThat(request.contentType()).isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
        assertThat(request.body())
                .isEqualTo("idNo=310000198503070000&mobile=13000000000&name=%E5%BC%A0%E4%B8%89%E6%B5%8B"
                        + "&timestamp=1614755154&appid=an-app-id&signature="
                        + "591e41ae345ca95dc46618371175f5a3c118e253ea405036e63c56c8d1aec3b2");
        assertThat(answer.vendorCode()).isEqualTo("01");
        assertThat(answer.vendorReference()).isEqualTo("0123456789abcdef0123456789abcde0");
        assertThat(answer.vendorMessage()).isEqualTo("无记录");
        assertThat(answer.charge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
    }

    @Test
    void leavesTheMobileOutOfEverythingForTheOlderInterface() {
        vendor.replies(none);

        Failures.none(fetch(settings.with("sign-mobile", "false"), RecordingPaidCalls.once()));

        assertThat(vendor.takeRequest().body()).doesNotContain("mobile").contains("signature=");
        assertThat(provider(settings.with("sign-mobile", "false"))
                        .offerings()
                        .get(0)
                        .subjects())
                .hasEntrySatisfying(
                        SubjectKind.SUBJECT_KIND_PERSON,
                        fields ->
                                assertThat(fields.declares(SubjectField.MOBILE)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1208", "\"1208\"", "1213", "\"1213\""})
    void signsAnewWithTheVendorsTimeWhenOursIsRejected(String code) {
        vendor.replies("{\"status\":\"error\",\"code\":" + code + "}")
                .replies("{\"timestamp\":1700000000}")
                .replies(none);
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(3);

        Failures.none(fetch(settings, calls));

        assertThat(vendor.takeRequest().body()).contains("timestamp=1614755154");
        VendorRequest time = vendor.takeRequest();
        assertThat(time.method()).isEqualTo("GET");
        assertThat(time.target()).isEqualTo("/service/timestamp");
        assertThat(vendor.takeRequest().body()).contains("timestamp=1700000000");
        assertThat(calls.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.TIMESTAMP_REJECTED);
            assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        });
    }

    @Test
    void signsWithOurTimeWhereTheVendorsCannotBeHad() {
        vendor.replies(CLOCK_REJECTED).replies(500, "no time").replies(none);

        Failures.none(fetch(settings, RecordingPaidCalls.upTo(2)));

        vendor.takeRequest();
        assertThat(vendor.takeRequest().target()).isEqualTo("/service/timestamp");
        assertThat(vendor.takeRequest().body()).contains("timestamp=1614755154");
    }

    @Test
    void aTimestampIsRejectedForGoodTheSecondTime() {
        vendor.replies(CLOCK_REJECTED).replies("{\"timestamp\":\"1700000000\"}").replies(CLOCK_REJECTED);
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(5);

        assertThat(Failures.of(fetch(settings, calls)).kind()).isEqualTo(FailureKind.TIMESTAMP_REJECTED);
        assertThat(calls.attempts()).hasSize(2);
    }

    @Test
    void goesToTheFallbackWhenNobodyIsReached() {
        other.replies(none);
        MapSettings dead = settings.with("base-url", VendorServer.nowhere().toString())
                .with("fallback-url", other.address().toString());
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(3);

        Failures.none(fetch(dead, calls));

        assertThat(calls.attempts()).hasSize(2);
        assertThat(other.takeRequest().target()).isEqualTo("/factor/lawsuit");
    }

    @Test
    void whatOneQuestionFoundAwayTheNextDoesNotTryFirst() {
        other.replies(none).replies(none);
        MapSettings dead = settings.with("base-url", VendorServer.nowhere().toString())
                .with("fallback-url", other.address().toString());
        SubmailProvider provider = provider(dead);
        RecordingPaidCalls first = RecordingPaidCalls.upTo(2);
        RecordingPaidCalls second = RecordingPaidCalls.once();

        Failures.none(fetch(provider, first));
        Failures.none(fetch(provider, second));

        assertThat(first.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.retry()).isEqualTo(Retry.ELSEWHERE));
        assertThat(second.attempts()).hasSize(1);
    }

    @Test
    void staysWhereItIsWithoutAFallback() {
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(2);

        ProviderException failure = Failures.of(
                fetch(settings.with("base-url", VendorServer.nowhere().toString()), calls));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(calls.attempts()).hasSize(2);
    }

    @Test
    void neverGoesToTheFallbackAfterSomethingWasSent() {
        vendor.resets();
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(3);

        ProviderException failure =
                Failures.of(fetch(settings.with("fallback-url", other.address().toString()), calls));

        assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(other.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 408, 429})
    void theCodeDecidesBelow500(int status) {
        vendor.replies(status, Payloads.text(getClass(), "refused.json"));

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIAL_REJECTED);
        assertThat(failure.vendorCode()).isEqualTo("1201");
        assertThat(failure.vendorMessage()).isEqualTo("Incorrect APP ID.");
        assertThat(failure.vendorReference()).isEqualTo("ee05d1635db847a2bf3c8317434539d6");
        assertThat(failure).hasMessage("VENDOR_CREDENTIAL_REJECTED, vendor code 1201");
    }

    @ParameterizedTest
    @CsvSource({
        "502, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "503, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "500, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "404, CODE_UNEXPECTED, NEVER"
    })
    void theStatusDecidesWhereThereIsNoCode(int status, FailureKind kind, Retry retry) {
        vendor.replies(status, "<html>no</html>");

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.retry()).isEqualTo(retry);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.vendorCode()).isEqualTo("HTTP_" + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":{\"code\":\"01\",\"info\":\"\"}}",
                "{\"status\":\"ok\",\"result\":{\"code\":\"01\",\"info\":\"\"}}",
                "{\"status\":true,\"result\":{\"code\":\"01\",\"info\":\"\"}}",
                "{\"status\":\"error\"}"
            })
    void aMissingOrUnknownStatusIsNoSuccess(String reply) {
        vendor.replies(reply);

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"success\"}",
                "{\"status\":\"success\",\"result\":[]}",
                "{\"status\":\"success\",\"result\":{\"code\":\"02\",\"info\":\"{\\\"shixin\\\":\"}}",
                "{\"status\":\"success\",\"result\":{\"code\":\"02\",\"info\":\"gone\"}}",
                "{\"status\":\"success\",\"result\":{\"code\":\"02\",\"info\":[1]}}",
                "{\"status\":\"success\",\"result\":{\"code\":\"02\",\"info\":17}}"
            })
    void aSuccessThatCannotBeReadMayBeCharged(String reply) {
        vendor.replies(reply);

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
    }

    @Test
    void anUnknownResultCodeIsNoSuccess() {
        vendor.replies("{\"status\":\"success\",\"send_id\":\"s\",\"result\":{\"code\":\"03\",\"info\":\"\"}}");

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.CODE_UNEXPECTED);
        assertThat(failure.vendorCode()).isEqualTo("03");
        assertThat(failure.vendorReference()).isEqualTo("s");
    }

    private ProviderException failure() {
        return Failures.of(fetch(settings, RecordingPaidCalls.once()));
    }

    private CompletableFuture<RawAnswer> fetch(MapSettings with, RecordingPaidCalls calls) {
        return fetch(provider(with), calls);
    }

    private static CompletableFuture<RawAnswer> fetch(SubmailProvider provider, RecordingPaidCalls calls) {
        return provider.fetch(new ProviderRequest("lawsuit", Subjects.person(), PurposeCode.PURPOSE_CODE_OTHER), calls);
    }

    private SubmailProvider provider(MapSettings with) {
        return new SubmailProvider(SubmailConfig.read(with), new ProviderRuntime(clock, threads));
    }
}
