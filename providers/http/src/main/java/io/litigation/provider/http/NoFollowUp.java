package io.litigation.provider.http;

import okhttp3.Interceptor;
import okhttp3.Response;

import java.io.IOException;

/**
 * Hides {@code Retry-After} from OkHttp, which sends a request again by itself after a 503 with {@code Retry-After: 0}.
 * One-shot bodies prevent it too, but a GET has none.
 */
final class NoFollowUp implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.proceed(chain.request())
                .newBuilder()
                .removeHeader("Retry-After")
                .build();
    }
}
