package io.litigation.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/** Shows an API key with calls that show nothing of their own. */
final class DefaultApiKey implements ClientInterceptor {

    private final ApiKey key;

    DefaultApiKey(ApiKey key) {
        this.key = key;
    }

    @Override
    public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(
            MethodDescriptor<ReqT, RespT> method, CallOptions options, Channel next) {
        return next.newCall(method, options.getCredentials() == null ? options.withCallCredentials(key) : options);
    }
}
