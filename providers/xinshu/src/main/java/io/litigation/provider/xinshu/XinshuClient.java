package io.litigation.provider.xinshu;

import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.http.HttpReply;
import io.litigation.provider.http.HttpRequest;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.MalformedReply;
import io.litigation.provider.http.VendorHttp;
import io.litigation.provider.xinshu.XinshuDtos.Envelope;
import io.litigation.provider.xinshu.XinshuSigner.Signature;
import io.litigation.v1.Charge;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One attempt at asking Xinshu: signs, sends, and tells an answer from a failure. */
final class XinshuClient {

    private static final String PATH = "/ws/repository/executedOneKeySearch";

    private final XinshuConfig config;
    private final XinshuSigner signer;
    private final VendorHttp http;
    private final Clock clock;

    XinshuClient(XinshuConfig config, VendorHttp http, Clock clock) {
        this.config = config;
        this.signer = new XinshuSigner(config.privateKey());
        this.http = http;
        this.clock = clock;
    }

    CompletableFuture<RawAnswer> ask(Subject subject) {
        Signature signature = signer.sign(clock.instant());
        return http.send(request(subject, signature), reply -> read(reply, signature));
    }

    private HttpRequest request(Subject subject, Signature signature) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("apikey", config.apiKey().reveal());
        parameters.put("sign", signature.hex());
        parameters.put("q", subject.name());
        subject.field(SubjectField.ID_NUMBER).ifPresent(id -> parameters.put("idCardNo", id));
        HttpRequest request = HttpRequest.post(config.address(), PATH);
        return switch (config.parameters()) {
            case QUERY -> request.query(parameters);
            case FORM -> request.form(parameters);
        };
    }

    private static RawAnswer read(HttpReply reply, Signature signature) {
        if (reply.status() >= 500) {
            throw statusFailure(reply);
        }
        Envelope envelope;
        try {
            envelope = Envelope.read(reply.body());
        } catch (JsonUnreadableException e) {
            throw reply.status() >= 300
                    ? statusFailure(reply)
                    : MalformedReply.failure(reply.body(), Charge.CHARGE_UNKNOWN, e)
                            .build();
        }
        return answer(reply, envelope, signature);
    }

    private static RawAnswer answer(HttpReply reply, Envelope envelope, Signature signature) {
        String code = envelope.rc();
        if (code.isEmpty()) {
            throw reply.status() >= 300
                    ? statusFailure(reply)
                    : MalformedReply.failure(reply.body(), Charge.CHARGE_UNKNOWN, "no rc")
                            .vendorMessage(envelope.message())
                            .vendorReference(envelope.orderNo())
                            .build();
        }
        if (!XinshuCodes.isAnswer(code)) {
            throw XinshuCodes.rule(code, signature.isOutOfDateAt(reply.receiveTime()))
                    .failure(code)
                    .vendorMessage(envelope.message())
                    .vendorReference(envelope.orderNo())
                    .build();
        }
        if (envelope.isUnreadable()) {
            throw MalformedReply.failure(reply.body(), Charge.CHARGE_POSSIBLY_CHARGED, "data holds no rows")
                    .vendorCode(code)
                    .vendorMessage(envelope.message())
                    .vendorReference(envelope.orderNo())
                    .build();
        }
        return new RawAnswer(
                XinshuProvider.OFFERING,
                reply.body(),
                reply.contentType(),
                envelope.orderNo(),
                code,
                envelope.message(),
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                reply.receiveTime());
    }

    private static RuntimeException statusFailure(HttpReply reply) {
        return XinshuCodes.ofStatus(reply.status())
                .failure("HTTP_" + reply.status())
                .build();
    }
}
