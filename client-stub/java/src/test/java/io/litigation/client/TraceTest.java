package io.litigation.client;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.litigation.v1.SearchRecordsRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.instrumentation.grpc.v1_6.GrpcTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** The caller's trace goes on at the gateway. */
class TraceTest {

    @Test
    void aCallCarriesTheTraceOfItsCaller() throws IOException {
        TraceParent seen = new TraceParent();
        Server server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new FakeLitigationService())
                .intercept(seen)
                .build()
                .start();
        try (SdkTracerProvider tracing = SdkTracerProvider.builder().build();
                OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                        .setTracerProvider(tracing)
                        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                        .build();
                LitigationClient client = LitigationClients.plaintext("127.0.0.1:" + server.getPort())
                        .intercept(GrpcTelemetry.create(telemetry).createClientInterceptor())
                        .build()) {
            Span span = tracing.get("test").spanBuilder("caller").startSpan();
            try (Scope scope = span.makeCurrent()) {
                assertThat(scope).isNotNull();
                client.search(SearchRecordsRequest.getDefaultInstance());
            } finally {
                span.end();
            }

            assertThat(seen.header).matches("00-" + span.getSpanContext().getTraceId() + "-[0-9a-f]{16}-0[13]");
        } finally {
            server.shutdownNow();
        }
    }

    private static final class TraceParent implements ServerInterceptor {

        private volatile @Nullable String header;

        @Override
        public <ReqT, RespT> ServerCall.Listener<ReqT> interceptCall(
                ServerCall<ReqT, RespT> call, Metadata headers, ServerCallHandler<ReqT, RespT> next) {
            if (call.getMethodDescriptor().getFullMethodName().contains("LitigationService")) {
                header = headers.get(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER));
            }
            return next.startCall(call, headers);
        }
    }
}
