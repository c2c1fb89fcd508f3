package io.litigation.sandbox.xinshu;

import io.litigation.sandbox.vendor.Examination;
import io.litigation.sandbox.vendor.Examination.Accepted;
import io.litigation.sandbox.vendor.Examination.Refused;
import io.litigation.sandbox.wire.HttpCall;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The checks on a call: api key, its account's standing, signature, grants and address, parameters, quota. Which comes
 * first is not documented; this order refuses whom it does not know before it says anything more.
 */
final class XinshuExaminer {

    private static final Pattern ID_NUMBER = Pattern.compile("\\d{17}[0-9Xx]|\\d{15}");

    private final XinshuAccounts accounts;
    private final XinshuSignature signature;
    private final Clock clock;
    private final XinshuJson json;

    XinshuExaminer(XinshuAccounts accounts, Clock clock, XinshuJson json) {
        this.accounts = accounts;
        this.signature = new XinshuSignature(accounts.privateKey());
        this.clock = clock;
        this.json = json;
    }

    Examination examine(HttpCall call) {
        String apiKey = call.parameter("apikey").orElse("");
        if (!accounts.holds(apiKey)) {
            return refused(XinshuCode.API_KEY_UNKNOWN);
        }
        if (!signature.matches(call.parameter("sign").orElse(""), clock.instant())) {
            return refused(XinshuCode.SIGN_WRONG);
        }
        Optional<XinshuCode> refusal = accounts.refusal(apiKey);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        String name = call.parameter("q").map(String::strip).orElse("");
        if (name.isEmpty()) {
            return wrong("q", "主体名称不能为空");
        }
        String idNumber = call.parameter("idCardNo").map(String::strip).orElse("");
        if (!idNumber.isEmpty() && !ID_NUMBER.matcher(idNumber).matches()) {
            return wrong("idCardNo", "身份证号格式不正确");
        }
        return new Accepted(name, idNumber);
    }

    private Refused refused(XinshuCode code) {
        return new Refused(json.failure(code.code(), code.message()));
    }

    /** 参数{}设置错误:{...具体错误信息...} */
    private Refused wrong(String parameter, String explanation) {
        return new Refused(
                json.failure(XinshuCode.PARAMETER_WRONG.code(), "参数{%s}设置错误:{%s}".formatted(parameter, explanation)));
    }
}
