package io.litigation.provider.xinshu;

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
import java.util.Set;

/** Xinshu keeps to what every vendor keeps to. */
class XinshuContractTest extends JsonVendorContract {

    @Override
    protected ProviderPlugin plugin() {
        return new XinshuModule();
    }

    @Override
    protected MapSettings settings(URI address) {
        return MapSettings.of("base-url", address.toString(), "api-key", "an-api-key", "private-key", "a-private-key");
    }

    @Override
    protected List<String> secrets() {
        return List.of("a-private-key", "an-api-key");
    }

    @Override
    protected List<MapSettings> variants(URI address) {
        return List.of(settings(address), settings(address).with("parameters", "form"));
    }

    @Override
    protected List<VendorQuestion> questions() {
        String records = Payloads.text(getClass(), "records.json");
        String none = Payloads.text(getClass(), "none.json");
        return List.of(
                VendorQuestion.of("executed-one-key-search", Subjects.person(), records, none),
                VendorQuestion.of("executed-one-key-search", Subjects.company(), records, none));
    }

    @Override
    protected List<String> personal() {
        return List.of("3100001985****0000");
    }

    @Override
    protected SentQuestion sent(VendorRequest request) {
        return SentQuestion.of(request.query().isEmpty() ? request.form() : request.query(), "sign");
    }

    @Override
    protected String refusal(String code) {
        return "{\"rc\":\"" + code + "\",\"msg\":\"" + Subjects.NAME + "\",\"orderNo\":\"7\"}";
    }

    @Override
    protected List<FailureSample> failures() {
        List<FailureSample> samples =
                new ArrayList<>(FailureSample.table(Payloads.text(getClass(), "failures.txt"), this::refusal));
        samples.add(FailureSample.of(
                "a success without rows",
                "{\"rc\":\"0000\",\"data\":17}",
                FailureKind.MALFORMED_RESPONSE,
                Charge.CHARGE_POSSIBLY_CHARGED,
                Retry.NEVER));
        return samples;
    }

    @Override
    protected Set<String> knownCodes() {
        return codes("%04d", code -> !XinshuCodes.rule(code, false).equals(FailureRule.UNEXPECTED));
    }
}
