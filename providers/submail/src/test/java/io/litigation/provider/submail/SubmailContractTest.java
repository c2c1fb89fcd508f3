package io.litigation.provider.submail;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.Retry;
import io.litigation.provider.http.FailureRule;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.provider.testkit.VendorRequest;
import io.litigation.provider.testkit.contract.FailureSample;
import io.litigation.provider.testkit.contract.JsonVendorContract;
import io.litigation.provider.testkit.contract.SentQuestion;
import io.litigation.provider.testkit.contract.VendorQuestion;
import io.litigation.v1.Charge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SUBMAIL keeps to what every vendor keeps to. */
class SubmailContractTest extends JsonVendorContract {

    @Override
    protected ProviderPlugin plugin() {
        return new SubmailModule();
    }

    @Override
    protected MapSettings settings(URI address) {
        return MapSettings.of("base-url", address.toString(), "app-id", "an-app-id", "app-key", "an-app-key");
    }

    @Override
    protected List<String> secrets() {
        return List.of("an-app-key", "an-app-id");
    }

    @Override
    protected List<MapSettings> variants(URI address) {
        return List.of(settings(address), settings(address).with("sign-mobile", "false"));
    }

    @Override
    protected Optional<String> fallbackKey() {
        return Optional.of("fallback-url");
    }

    @Override
    protected Map<String, String> free() {
        return Map.of("/service/timestamp", "{\"timestamp\":1772330400}");
    }

    @Override
    protected List<VendorQuestion> questions() {
        return List.of(VendorQuestion.of(
                "lawsuit",
                Subjects.person(),
                Payloads.text(getClass(), "records.json"),
                Payloads.text(getClass(), "none.json")));
    }

    @Override
    protected List<String> personal() {
        return List.of("3100001985****0000", "3100001985030***00", "310000********0000");
    }

    @Override
    protected SentQuestion sent(VendorRequest request) {
        return SentQuestion.of(request.form(), "timestamp", "signature");
    }

    @Override
    protected String refusal(String code) {
        return "{\"status\":\"error\",\"code\":\"" + code + "\",\"msg\":\"" + Subjects.NAME + "\"}";
    }

    @Override
    protected List<FailureSample> failures() {
        List<FailureSample> samples =
                new ArrayList<>(FailureSample.table(Payloads.text(getClass(), "failures.txt"), this::refusal));
        samples.add(FailureSample.of(
                "a result code that no document has",
                "{\"status\":\"success\",\"result\":{\"code\":\"03\",\"info\":\"\"}}",
                FailureKind.CODE_UNEXPECTED,
                Charge.CHARGE_UNKNOWN,
                Retry.NEVER));
        samples.add(FailureSample.of(
                "a success that cannot be read",
                "{\"status\":\"success\",\"result\":{\"code\":\"02\",\"info\":\"{\"}}",
                FailureKind.MALFORMED_RESPONSE,
                Charge.CHARGE_POSSIBLY_CHARGED,
                Retry.NEVER));
        samples.add(FailureSample.of(
                "neither success nor failure",
                "{\"result\":{\"code\":\"01\",\"info\":\"\"}}",
                FailureKind.MALFORMED_RESPONSE,
                Charge.CHARGE_UNKNOWN,
                Retry.NEVER));
        return samples;
    }

    @Override
    protected Set<String> knownCodes() {
        return codes("%04d", code -> !SubmailCodes.rule(code).equals(FailureRule.UNEXPECTED));
    }
}
