package io.litigation.provider.submail;

import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.http.FailureRule;
import io.litigation.provider.http.HttpReply;
import io.litigation.provider.http.HttpRequest;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.MalformedReply;
import io.litigation.provider.http.ReplyText;
import io.litigation.provider.http.Sequence;
import io.litigation.provider.http.StrictJson;
import io.litigation.provider.http.VendorHttp;
import io.litigation.provider.submail.SubmailDtos.Envelope;
import io.litigation.v1.Charge;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** One attempt at asking SUBMAIL: signs, sends, and tells an answer from a failure. */
final class SubmailClient {

    private static final String PATH = "/factor/lawsuit";
    private static final String TIME_PATH = "/service/timestamp";
    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private final SubmailConfig config;
    private final SubmailSigner signer;
    private final VendorHttp http;

    SubmailClient(SubmailConfig config, VendorHttp http) {
        this.config = config;
        this.signer = new SubmailSigner(config.appKey());
        this.http = http;
    }

    /**
     * Asks.
     *
     * @param address which of the vendor's addresses
     * @param timestamp seconds since 1970
     */
    CompletableFuture<RawAnswer> ask(URI address, Subject subject, long timestamp) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("idNo", subject.field(SubjectField.ID_NUMBER).orElse(""));
        if (config.signMobile()) {
            parameters.put("mobile", subject.field(SubjectField.MOBILE).orElse(""));
        }
        parameters.put("name", subject.name());
        parameters.put("timestamp", Long.toString(timestamp));
        String signature = signer.sign(parameters);
        parameters.put("appid", config.appId().reveal());
        parameters.put("signature", signature);
        return http.send(HttpRequest.post(address, PATH).form(parameters), SubmailClient::read);
    }

    /** The vendor's time in seconds since 1970, which costs nothing; empty if it cannot be had quickly. */
    CompletableFuture<OptionalLong> time() {
        HttpRequest request = HttpRequest.get(config.time(), TIME_PATH).within(TIME_LIMIT);
        return Sequence.handling(
                http.send(request, SubmailClient::readTime),
                (time, failure) -> CompletableFuture.completedFuture(failure == null ? time : OptionalLong.empty()));
    }

    private static OptionalLong readTime(HttpReply reply) {
        try {
            String seconds = StrictJson.parseObject(ReplyText.of(reply.body()).text())
                    .get("timestamp")
                    .text();
            return OptionalLong.of(Long.parseLong(seconds));
        } catch (JsonUnreadableException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static RawAnswer read(HttpReply reply) {
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
        return envelope.success() ? answer(reply, envelope) : failure(reply, envelope);
    }

    private static RawAnswer failure(HttpReply reply, Envelope envelope) {
        if (!envelope.errorCode().isEmpty()) {
            throw SubmailCodes.rule(envelope.errorCode())
                    .failure(envelope.errorCode())
                    .vendorMessage(envelope.errorMessage())
                    .vendorReference(envelope.sendId())
                    .build();
        }
        throw reply.status() >= 300
                ? statusFailure(reply)
                : MalformedReply.failure(reply.body(), Charge.CHARGE_UNKNOWN, "neither success nor a code")
                        .vendorMessage(envelope.errorMessage())
                        .vendorReference(envelope.sendId())
                        .build();
    }

    private static RawAnswer answer(HttpReply reply, Envelope envelope) {
        String code = envelope.resultCode();
        if (code.isEmpty()) {
            throw named(
                    MalformedReply.failure(reply.body(), Charge.CHARGE_POSSIBLY_CHARGED, "no result code"), envelope);
        }
        if (!SubmailCodes.isAnswer(code)) {
            throw SubmailCodes.rule(code)
                    .failure(code)
                    .vendorMessage(envelope.resultMessage())
                    .vendorReference(envelope.sendId())
                    .build();
        }
        try {
            envelope.categories();
        } catch (JsonUnreadableException e) {
            throw named(MalformedReply.failure(reply.body(), Charge.CHARGE_POSSIBLY_CHARGED, e), envelope);
        }
        return new RawAnswer(
                SubmailProvider.OFFERING,
                reply.body(),
                reply.contentType(),
                envelope.sendId(),
                code,
                envelope.resultMessage(),
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                reply.receiveTime());
    }

    private static RuntimeException named(ProviderException.Builder malformedSuccess, Envelope envelope) {
        return malformedSuccess
                .vendorCode(envelope.resultCode())
                .vendorMessage(envelope.resultMessage())
                .vendorReference(envelope.sendId())
                .build();
    }

    private static RuntimeException statusFailure(HttpReply reply) {
        return FailureRule.ofStatus(reply.status())
                .failure("HTTP_" + reply.status())
                .build();
    }
}
