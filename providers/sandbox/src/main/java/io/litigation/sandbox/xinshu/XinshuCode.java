package io.litigation.sandbox.xinshu;

import java.util.Arrays;
import java.util.Optional;

/** 状态码, section 2.4 of the document. */
enum XinshuCode {
    FOUND("0000", "查询成功"),
    NOTHING_FOUND("0001", "查询成功,无数据"),
    API_KEY_UNKNOWN("1000", "apikey 校验失败"),
    API_KEY_SUSPENDED("1001", "apikey 暂停使用"),
    SIGN_WRONG("1002", "sign 校验失败"),
    NO_GRANT_CONFIGURED("1003", "未配置资源访问权限"),
    NOT_GRANTED("1004", "无该资源访问权限"),
    ADDRESS_NOT_ALLOWED("1005", "未授权的 IP 地址"),
    /** Its message names the parameter and what is wrong with it. */
    PARAMETER_WRONG("2000", "参数{q}设置错误:{参数不合法}"),
    QUOTA_NOT_CONFIGURED("3000", "未配置查询次数"),
    QUOTA_USED_UP("3001", "可用查询次数为 0"),
    POOL_NOT_CONFIGURED("3002", "未配置资源池"),
    POOL_USED_UP("3003", "资源池可用次数为 0"),
    SERVER_FAILED("9999", "查询失败, 服务端异常");

    private final String code;
    private final String message;

    XinshuCode(String code, String message) {
        this.code = code;
        this.message = message;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }

    static Optional<XinshuCode> of(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }
}
