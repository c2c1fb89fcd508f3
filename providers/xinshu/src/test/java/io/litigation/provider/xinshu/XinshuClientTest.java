package io.litigation.provider.xinshu;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.core.subject.Subject;
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
class XinshuClientTest {

    private final VendorServer vendor = new VendorServer();
    private final MutableClock clock = MutableClock.at("2019-10-28T15:59:59Z");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MapSettings settings = MapSettings.of(
            "base-url", vendor.address().toString(), "api-key", "an-api-key", "private-key", "test-private-key-0001");

    @AfterEach
    void stop() {
        vendor.close();
        threads.shutdown();
    }

    @Test
    void postsTheParametersInTheQueryAsDocumented() {
        vendor.replies(Payloads.text(getClass(), "none.json"));

        RawAnswer answer = Failures.none(fetch(settings, Subjects.person(), RecordingPaidCalls.once()));

        VendorRequest request = vendor.takeRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEmpty();
        assertThat(request.path()).isEqualTo("/ws/repository/executedOneKeySearch");
        assertThat(request.query().keySet()).containsExactly("apikey", "sign", "q", "idCardNo");
        assertThat(request.query().get("apikey")).isEqualTo("an-api-key");
        assertThat(request.query().get("sign")).isEqualTo("943786c35d1def127813dc9b4f54f065");
        assertThat(request.query().get("q")).isEqualTo(Subjects.NAME);
        assertThat(request.query().get("idCardNo")).isEqualTo(Subjects.ID_NUMBER);
        assertThat(answer.vendorCode()).isEqualTo("0001");
        assertThat(answer.vendorReference()).isEqualTo("202603010900000000003");
        assertThat(answer.vendorMessage()).isEqualTo("查询成功,无数据");
        assertThat(answer.charge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
        assertThat(answer.chargeStated()).isFalse();
    }

    @Test
    void postsThemAsAFormWhereTheOperatorWantsIt() {
        vendor.replies(Payloads.text(getClass(), "none.json"));

        Failures.none(fetch(settings.with("parameters", "form"), Subjects.company(), RecordingPaidCalls.once()));

        VendorRequest request = vendor.takeRequest();
        assertThat(request.target()).isEqualTo("/ws/repository/executedOneKeySearch");
        assertThat(request.body())
                .isEqualTo("apikey=an-api-key&sign=943786c35d1def127813dc9b4f54f065&q="
                        + "%E4%B8%8A%E6%B5%B7%E6%A0%B7%E4%BE%8B%E6%B5%8B%E8%AF%95%E8%9E%8D%E8%B5%84"
                        + "%E6%8B%85%E4%BF%9D%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8");
    }

    @Test
    void leavesTheIdOutWhereThereIsNone() {
        vendor.replies(Payloads.text(getClass(), "none.json"));

        Failures.none(fetch(settings, Subjects.nameOnly(), RecordingPaidCalls.once()));

        assertThat(vendor.takeRequest().query().keySet()).containsExactly("apikey", "sign", "q");
    }

    @Test
    void signsAnewWhenMidnightPassedOnTheWay() {
        vendor.replies("{\"rc\":\"1002\",\"msg\":\"sign 校验失败\"}").replies(Payloads.text(getClass(), "none.json"));
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(3);
        vendor.beforeEachReply(() -> clock.set("2019-10-28T16:00:00Z"));

        Failures.none(fetch(settings, Subjects.person(), calls));

        assertThat(vendor.takeRequest().query().get("sign")).isEqualTo("943786c35d1def127813dc9b4f54f065");
        assertThat(vendor.takeRequest().query().get("sign")).isEqualTo("6032a7333cd51be4cba497c2bf6c0e91");
        assertThat(calls.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.SIGNATURE_REJECTED);
            assertThat(failure.retry()).isEqualTo(Retry.ONCE);
        });
    }

    @Test
    void doesNotSignAnewOnTheSameDay() {
        vendor.replies("{\"rc\":1002}");

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.SIGNATURE_REJECTED);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 408, 429})
    void theCodeDecidesBelow500(int status) {
        vendor.replies(status, Payloads.text(getClass(), "refused.json"));

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIAL_REJECTED);
        assertThat(failure.vendorCode()).isEqualTo("1000");
        assertThat(failure.vendorMessage()).isEqualTo("apikey 校验失败");
        assertThat(failure).hasMessage("VENDOR_CREDENTIAL_REJECTED, vendor code 1000");
    }

    @ParameterizedTest
    @CsvSource({
        "502, HTTP_UNAVAILABLE, DOCUMENTED",
        "503, HTTP_UNAVAILABLE, DOCUMENTED",
        "500, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "429, HTTP_UNAVAILABLE, WHEN_NOT_CHARGED",
        "404, CODE_UNEXPECTED, NEVER"
    })
    void theStatusDecidesWhereThereIsNoCode(int status, FailureKind kind, Retry retry) {
        vendor.replies(status, "<html>no</html>");

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(retry);
        assertThat(failure.vendorCode()).isEqualTo("HTTP_" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"gone\"", "17", "[\"gone\"]", "\"[{\""})
    void rowsThatCannotBeReadUnderASuccessMayBeCharged(String data) {
        vendor.replies("{\"rc\":\"0000\",\"orderNo\":\"7\",\"data\":" + data + "}");

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
        assertThat(failure.vendorReference()).isEqualTo("7");
    }

    private ProviderException failure() {
        return Failures.of(fetch(settings, Subjects.person(), RecordingPaidCalls.once()));
    }

    private CompletableFuture<RawAnswer> fetch(MapSettings with, Subject subject, RecordingPaidCalls calls) {
        XinshuProvider provider = new XinshuProvider(XinshuConfig.read(with), new ProviderRuntime(clock, threads));
        return provider.fetch(
                new ProviderRequest("executed-one-key-search", subject, PurposeCode.PURPOSE_CODE_OTHER), calls);
    }
}
