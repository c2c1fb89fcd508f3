package io.litigation.thirdvendor;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.Retry;
import io.litigation.provider.http.FailureRule;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.provider.testkit.VendorRequest;
import io.litigation.provider.testkit.contract.FailureSample;
import io.litigation.provider.testkit.contract.SentQuestion;
import io.litigation.provider.testkit.contract.VendorContract;
import io.litigation.provider.testkit.contract.VendorQuestion;
import io.litigation.v1.Charge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Yunjian keeps to what every vendor keeps to, though it encrypts. */
class YunjianContractTest extends VendorContract {

    private static final String NONE = "{\"code\":\"YJ0001\",\"charged\":false,\"rows\":[]}";

    @Override
    protected ProviderPlugin plugin() {
        return new YunjianModule();
    }

    @Override
    protected MapSettings settings(URI address) {
        return YunjianSettings.at(address);
    }

    @Override
    protected List<String> secrets() {
        return List.of(YunjianServer.SECRET_KEY, YunjianServer.ACCESS_ID);
    }

    @Override
    protected List<VendorQuestion> questions() {
        return List.of(
                VendorQuestion.of(
                        "person-judgments", Subjects.person(), sealed(payload("person-judgments.json")), sealed(NONE)),
                VendorQuestion.of(
                        "company-listings",
                        Subjects.company(),
                        sealed(payload("company-listings.json")),
                        sealed(NONE)));
    }

    @Override
    protected ByteString opened(ByteString reply) {
        return ByteString.copyFromUtf8(YunjianServer.opened(reply.toStringUtf8()));
    }

    @Override
    protected SentQuestion sent(VendorRequest request) {
        String sealed = request.form().getOrDefault("sealed", "");
        return new SentQuestion(VendorRequest.form(YunjianServer.opened(sealed)), Map.of("sealed", sealed));
    }

    @Override
    protected String refusal(String code) {
        return "{\"code\":\"" + code + "\",\"message\":\"" + Subjects.NAME + "\"}";
    }

    @Override
    protected List<FailureSample> failures() {
        List<FailureSample> samples = new ArrayList<>(FailureSample.table(payload("failures.txt"), this::refusal));
        samples.add(busy("busy, not charged", false, Charge.CHARGE_NOT_CHARGED));
        samples.add(busy("busy, and charged all the same", true, Charge.CHARGE_CHARGED));
        samples.add(malformed("an answer in clear", "{\"rows\":[]}"));
        samples.add(malformed("no base64", "{\"sealed\":\"不是密文\"}"));
        samples.add(malformed("too short", "{\"sealed\":\"AAAA\"}"));
        samples.add(malformed("a sealed page", sealed("<html></html>")));
        samples.add(malformed("changed on the way", changed(sealed(NONE))));
        return samples;
    }

    @Override
    protected Set<String> knownCodes() {
        return codes("YJ%04d", code -> !YunjianCodes.rule(code).equals(FailureRule.UNEXPECTED));
    }

    private static FailureSample busy(String name, boolean charged, Charge charge) {
        String content = "{\"code\":\"YJ9001\",\"message\":\"" + Subjects.NAME + "\",\"charged\":" + charged + "}";
        return FailureSample.of(name, sealed(content), FailureKind.INTERNAL_ERROR, charge, Retry.WHEN_NOT_CHARGED);
    }

    private static FailureSample malformed(String name, String body) {
        return FailureSample.of(name, body, FailureKind.MALFORMED_RESPONSE, Charge.CHARGE_UNKNOWN, Retry.NEVER);
    }

    private static String changed(String sealed) {
        int place = sealed.length() / 2;
        return sealed.substring(0, place) + (sealed.charAt(place) == 'A' ? 'B' : 'A') + sealed.substring(place + 1);
    }

    private static String sealed(String content) {
        return YunjianServer.sealed(content, YunjianServer.SECRET_KEY);
    }

    private static String payload(String file) {
        return Payloads.text(YunjianContractTest.class, file);
    }
}
