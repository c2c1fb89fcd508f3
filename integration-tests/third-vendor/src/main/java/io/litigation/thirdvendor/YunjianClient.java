package io.litigation.thirdvendor;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.provider.http.FailureRule;
import io.litigation.provider.http.FormEncoding;
import io.litigation.provider.http.HttpReply;
import io.litigation.provider.http.HttpRequest;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.MalformedReply;
import io.litigation.provider.http.VendorHttp;
import io.litigation.thirdvendor.YunjianDtos.Answer;
import io.litigation.thirdvendor.YunjianDtos.Envelope;
import io.litigation.v1.Charge;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** One attempt at asking Yunjian: seals, sends, opens, and tells an answer from a failure. */
final class YunjianClient {

    private static final String PATH = "/open/v1/";

    private final YunjianConfig config;
    private final YunjianCipher cipher;
    private final VendorHttp http;

    YunjianClient(YunjianConfig config, VendorHttp http) {
        this.config = config;
        this.cipher = new YunjianCipher(config);
        this.http = http;
    }

    CompletableFuture<RawAnswer> ask(String offering, Subject subject) {
        Map<String, String> question = new TreeMap<>();
        YunjianDtos.PARAMETERS.forEach(
                (field, parameter) -> subject.field(field).ifPresent(value -> question.put(parameter, value)));
        HttpRequest request = HttpRequest.post(config.address(), PATH + offering)
                .form(Map.of(
                        "accessId", config.accessId().reveal(), "sealed", cipher.seal(FormEncoding.join(question))));
        return http.send(request, reply -> read(offering, reply));
    }

    private RawAnswer read(String offering, HttpReply reply) {
        Envelope envelope;
        try {
            envelope = Envelope.read(reply.body());
        } catch (JsonUnreadableException e) {
            throw withoutContent(reply, String.valueOf(e.getMessage()));
        }
        if (!envelope.sealed().isEmpty()) {
            return open(offering, reply, envelope.sealed());
        }
        if (envelope.code().isEmpty()) {
            throw withoutContent(reply, "neither sealed nor a code");
        }
        throw YunjianCodes.rule(envelope.code())
                .failure(envelope.code())
                .vendorMessage(envelope.message())
                .build();
    }

    private RawAnswer open(String offering, HttpReply reply, String sealed) {
        ByteString opened = cipher.open(sealed)
                .orElseThrow(() -> malformed(reply, Charge.CHARGE_UNKNOWN, "not sealed with our key")
                        .build());
        Answer answer;
        try {
            answer = Answer.read(opened);
        } catch (JsonUnreadableException e) {
            throw malformed(reply, Charge.CHARGE_UNKNOWN, String.valueOf(e.getMessage()))
                    .build();
        }
        if (answer.code().isEmpty()) {
            throw malformed(reply, answer.charge().orElse(Charge.CHARGE_UNKNOWN), "no code")
                    .vendorReference(answer.serial())
                    .build();
        }
        if (!YunjianCodes.isAnswer(answer.code())) {
            throw failure(answer);
        }
        Charge charge = answer.charge().orElse(Charge.CHARGE_POSSIBLY_CHARGED);
        if (answer.isUnreadable()) {
            throw stated(malformed(reply, charge, "rows hold no row"), answer)
                    .vendorCode(answer.code())
                    .build();
        }
        return new RawAnswer(
                offering,
                opened,
                reply.contentType(),
                answer.serial(),
                answer.code(),
                answer.message(),
                charge,
                answer.charge().isPresent(),
                reply.receiveTime());
    }

    /** What the vendor states of the charge beats what its table, or the operator, says of the code. */
    private static ProviderException failure(Answer answer) {
        FailureRule rule = YunjianCodes.rule(answer.code());
        Charge charge = answer.charge().orElse(rule.charge());
        return stated(new FailureRule(rule.kind(), charge, rule.retry()).failure(answer.code()), answer)
                .vendorMessage(answer.message())
                .build();
    }

    private static ProviderException.Builder stated(ProviderException.Builder failure, Answer answer) {
        failure.vendorReference(answer.serial());
        return answer.charge().isPresent() ? failure.chargeStated() : failure;
    }

    private static ProviderException withoutContent(HttpReply reply, String why) {
        return reply.status() >= 300
                ? FailureRule.ofStatus(reply.status())
                        .failure("HTTP_" + reply.status())
                        .build()
                : malformed(reply, Charge.CHARGE_UNKNOWN, why).build();
    }

    private static ProviderException.Builder malformed(HttpReply reply, Charge charge, String why) {
        return MalformedReply.failure(reply.body(), charge, why);
    }
}
