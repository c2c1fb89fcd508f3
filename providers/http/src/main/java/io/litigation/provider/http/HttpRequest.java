package io.litigation.provider.http;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.Charge;
import okhttp3.HttpUrl;
import okhttp3.Request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A request to a vendor. Immutable; its text form shows neither address, query, headers nor body.
 *
 * <p>Its body is one-shot, an empty one included, so that no library sends it a second time.
 */
public final class HttpRequest {

    private final HttpUrl url;
    private final Method method;
    private final OneShotBody body;
    private final Duration timeLimit;

    private HttpRequest(HttpUrl url, Method method, OneShotBody body, Duration timeLimit) {
        this.url = url;
        this.method = method;
        this.body = body;
        this.timeLimit = timeLimit;
    }

    /**
     * A POST without a body.
     *
     * @param address scheme and host
     * @param path absolute path at the host, without a query
     * @throws ProviderException if nothing can be sent to such an address; nothing was, so that it costs nothing
     */
    public static HttpRequest post(URI address, String path) {
        return new HttpRequest(url(address, path), Method.POST, OneShotBody.empty(), Duration.ZERO);
    }

    /** A GET, for what costs nothing. */
    public static HttpRequest get(URI address, String path) {
        return new HttpRequest(url(address, path), Method.GET, OneShotBody.empty(), Duration.ZERO);
    }

    /** The same request with parameters in its query, in UTF-8. */
    public HttpRequest query(Map<String, String> parameters) {
        HttpUrl.Builder builder = url.newBuilder();
        parameters.forEach((name, value) -> builder.addEncodedQueryParameter(queryText(name), queryText(value)));
        return new HttpRequest(builder.build(), method, body, timeLimit);
    }

    /** The same request with parameters as a form in its body, in UTF-8. */
    public HttpRequest form(Map<String, String> parameters) {
        byte[] bytes = FormEncoding.join(parameters).getBytes(StandardCharsets.US_ASCII);
        return body(bytes, "application/x-www-form-urlencoded; charset=utf-8");
    }

    /**
     * The same request with a body.
     *
     * @param contentType its media type
     */
    public HttpRequest body(byte[] bytes, String contentType) {
        return new HttpRequest(url, method, new OneShotBody(bytes, contentType), timeLimit);
    }

    /** The same request with a limit on the whole exchange, for those that are not paid calls. */
    public HttpRequest within(Duration limit) {
        return new HttpRequest(url, method, body, limit);
    }

    Request toOkHttp() {
        Request.Builder request = new Request.Builder().url(url).header("User-Agent", "litigation-gateway");
        return (method == Method.GET ? request.get() : request.post(body)).build();
    }

    /** Zero if there is none. */
    Duration timeLimit() {
        return timeLimit;
    }

    private static HttpUrl url(URI address, String path) {
        HttpUrl base = HttpUrl.get(address);
        if (base == null) {
            throw ProviderException.of(FailureKind.GATEWAY_FAULT, Charge.CHARGE_NOT_CHARGED)
                    .explanation("not an http address")
                    .build();
        }
        return base.newBuilder().encodedPath(path).query(null).build();
    }

    /** As in a form, but with a space that means the same to servers which know nothing of forms. */
    private static String queryText(String text) {
        return FormEncoding.encode(text).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "HttpRequest[" + method + "]";
    }

    private enum Method {
        GET,
        POST
    }
}
