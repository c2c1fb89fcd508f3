package io.litigation.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/** Remembers the options of the last call, which goes nowhere. */
final class RecordingChannel extends Channel {

    private @Nullable CallOptions options;

    @Nullable
    CallOptions options() {
        return options;
    }

    @Override
    public <ReqT, RespT> ClientCall<ReqT, RespT> newCall(MethodDescriptor<ReqT, RespT> method, CallOptions options) {
        this.options = options;
        return new ClientCall<>() {
            @Override
            public void start(Listener<RespT> listener, Metadata headers) {}

            @Override
            public void request(int messages) {}

            @Override
            public void cancel(@Nullable String message, @Nullable Throwable cause) {}

            @Override
            public void halfClose() {}

            @Override
            public void sendMessage(ReqT message) {}
        };
    }

    @Override
    public String authority() {
        return "nowhere";
    }
}
