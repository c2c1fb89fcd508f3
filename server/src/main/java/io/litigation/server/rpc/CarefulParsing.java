package io.litigation.server.rpc;

import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.ForwardingServerCall;
import io.grpc.ForwardingServerCallListener;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.StatusRuntimeException;
import io.litigation.core.search.SearchException;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Refuses requests that are no messages (a name in GBK rather than UTF-8 is enough) with INVALID_ARGUMENT. gRPC alone
 * would answer UNKNOWN, "application error", and log a stack trace; interceptors come too late to change that. Where a
 * request is one of many, it is the service that refuses it: it gets an empty one in its place.
 */
public final class CarefulParsing {

    private final FailureStatuses failures;

    @Inject
    public CarefulParsing(FailureStatuses failures) {
        this.failures = failures;
    }

    /** The same service, parsing carefully. */
    public ServerServiceDefinition around(ServerServiceDefinition service) {
        ServiceDescriptor original = service.getServiceDescriptor();
        ServiceDescriptor.Builder descriptor = ServiceDescriptor.newBuilder(original.getName());
        descriptor.setSchemaDescriptor(original.getSchemaDescriptor());
        var methods = service.getMethods().stream().map(this::careful).toList();
        methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
        ServerServiceDefinition.Builder careful = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(careful::addMethod);
        return careful.build();
    }

    private <Q, R> ServerMethodDefinition<Parsed<Q>, R> careful(ServerMethodDefinition<Q, R> method) {
        MethodDescriptor<Q, R> original = method.getMethodDescriptor();
        MethodDescriptor<Parsed<Q>, R> careful = original.toBuilder(
                        new ParsedMarshaller<>(original.getRequestMarshaller()), original.getResponseMarshaller())
                .build();
        ServerCallHandler<Q, R> handler = method.getServerCallHandler();
        return ServerMethodDefinition.create(careful, (call, headers) -> {
            ServerCall.Listener<Q> listener = handler.startCall(new OriginalCall<>(call, original), headers);
            return new CarefulListener<>(listener, call, ifOneOfMany(original));
        });
    }

    private static <Q> Supplier<Optional<Q>> ifOneOfMany(MethodDescriptor<Q, ?> method) {
        return method.getType().clientSendsOneMessage()
                ? Optional::empty
                : () -> Optional.of(method.parseRequest(InputStream.nullInputStream()));
    }

    /** A message, or null where the bytes were none. */
    private record Parsed<Q>(@Nullable Q message) {}

    private record ParsedMarshaller<Q>(Marshaller<Q> marshaller) implements Marshaller<Parsed<Q>> {

        @Override
        public InputStream stream(Parsed<Q> value) {
            throw new UnsupportedOperationException("servers send no requests");
        }

        @Override
        public Parsed<Q> parse(InputStream stream) {
            try {
                return new Parsed<>(marshaller.parse(stream));
            } catch (StatusRuntimeException e) {
                return new Parsed<>(null);
            }
        }
    }

    /** The call as the service knows it. */
    private static final class OriginalCall<Q, R> extends ForwardingServerCall<Q, R> {

        private final ServerCall<Parsed<Q>, R> call;
        private final MethodDescriptor<Q, R> method;

        OriginalCall(ServerCall<Parsed<Q>, R> call, MethodDescriptor<Q, R> method) {
            this.call = call;
            this.method = method;
        }

        /** Nothing of a call but its method knows the type of the request. */
        @Override
        @SuppressWarnings("unchecked")
        protected ServerCall<Q, R> delegate() {
            return (ServerCall<Q, R>) (ServerCall<?, R>) call;
        }

        @Override
        public MethodDescriptor<Q, R> getMethodDescriptor() {
            return method;
        }
    }

    private final class CarefulListener<Q> extends ForwardingServerCallListener<Parsed<Q>> {

        private final ServerCall.Listener<Q> listener;
        private final ServerCall<Parsed<Q>, ?> call;
        private final Supplier<Optional<Q>> inPlace;
        private boolean refused;

        /**
         * A listener.
         *
         * @param inPlace what the service gets in place of what is no message; empty if the call is to end
         */
        CarefulListener(ServerCall.Listener<Q> listener, ServerCall<Parsed<Q>, ?> call, Supplier<Optional<Q>> inPlace) {
            this.listener = listener;
            this.call = call;
            this.inPlace = inPlace;
        }

        /** What is forwarded has nothing to do with the type of the request. */
        @Override
        @SuppressWarnings("unchecked")
        protected ServerCall.Listener<Parsed<Q>> delegate() {
            return (ServerCall.Listener<Parsed<Q>>) (ServerCall.Listener<?>) listener;
        }

        @Override
        public void onMessage(Parsed<Q> parsed) {
            Q message = parsed.message();
            if (refused) {
                return;
            }
            Optional<Q> readable = message != null ? Optional.of(message) : inPlace.get();
            if (readable.isPresent()) {
                listener.onMessage(readable.get());
                return;
            }
            refused = true;
            failures.close(
                    call,
                    new SearchException(
                            FailureStatuses.withReason(
                                    Code.INVALID_ARGUMENT,
                                    "The request is no message of its type; texts must be UTF-8.",
                                    ErrorInfo.newBuilder().setReason("REQUEST_INVALID")),
                            false));
        }

        @Override
        public void onHalfClose() {
            if (!refused) {
                super.onHalfClose();
            }
        }

        @Override
        public void onReady() {
            if (!refused) {
                super.onReady();
            }
        }
    }
}
