package io.litigation.polyglot.runner;

import com.google.protobuf.Any;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.Status;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a descriptor set says: messages, services, and how both are written as JSON. No generated code is looked at. */
public final class Contract {

    private static final String SHIPPED = "/litigation/v1/litigation.v1.binpb";

    private final Map<String, FileDescriptor> files = new HashMap<>();
    private final TypeRegistry types;

    private Contract(FileDescriptorSet set) throws DescriptorValidationException {
        TypeRegistry.Builder all = TypeRegistry.newBuilder();
        // A file comes after those that it imports.
        for (FileDescriptorProto file : set.getFileList()) {
            FileDescriptor[] imports = file.getDependencyList().stream()
                    .map(name -> Objects.requireNonNull(files.get(name), name))
                    .toArray(FileDescriptor[]::new);
            FileDescriptor descriptor = FileDescriptor.buildFrom(file, imports);
            files.put(file.getName(), descriptor);
            all.add(descriptor.getMessageTypes());
        }
        types = all.build();
    }

    /** A contract that a descriptor set holds. */
    public static Contract of(FileDescriptorSet set) {
        try {
            return new Contract(set);
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The one in the jar of the contract. */
    static Contract shipped() throws IOException {
        try (InputStream set = Objects.requireNonNull(Contract.class.getResourceAsStream(SHIPPED))) {
            return of(FileDescriptorSet.parseFrom(set));
        }
    }

    /** A method by the names of its service and its own, if the contract has it. */
    public Optional<Method> method(String service, String name) {
        return files.values().stream()
                .flatMap(file -> file.getServices().stream())
                .filter(candidate -> candidate.getFullName().equals(service))
                .flatMap(found -> found.getMethods().stream())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .map(this::method);
    }

    private Method method(Descriptors.MethodDescriptor method) {
        var grpc = MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(type(method.isClientStreaming(), method.isServerStreaming()))
                .setFullMethodName(MethodDescriptor.generateFullMethodName(
                        method.getService().getFullName(), method.getName()))
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
                .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                .build();
        return new Method(grpc, method.getInputType(), method.getOutputType());
    }

    /** A method that can be called, or served. */
    public final class Method {

        private final MethodDescriptor<DynamicMessage, DynamicMessage> grpc;
        private final Descriptor input;
        private final Descriptor output;

        private Method(MethodDescriptor<DynamicMessage, DynamicMessage> grpc, Descriptor input, Descriptor output) {
            this.grpc = grpc;
            this.input = input;
            this.output = output;
        }

        /** As gRPC has it. */
        public MethodDescriptor<DynamicMessage, DynamicMessage> grpc() {
            return grpc;
        }

        /** An answer by its JSON text. */
        public DynamicMessage response(String json) {
            return message(output, json);
        }

        /**
         * A question by its JSON text.
         *
         * @throws NotInTheContractException if it has what the contract does not
         */
        DynamicMessage request(JsonNode json) {
            try {
                return message(input, json.toString());
            } catch (IllegalArgumentException e) {
                throw new NotInTheContractException(e);
            }
        }
    }

    private DynamicMessage message(Descriptor type, String json) {
        try {
            DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
            JsonFormat.parser().usingTypeRegistry(types).merge(json, builder);
            return builder.build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    JsonNode json(Message message) {
        try {
            return Plan.JSON.readTree(
                    JsonFormat.printer().usingTypeRegistry(types).print(message));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The details of a google.rpc.Status by their types' names; those of types that the contract does not have are left out. */
    Map<String, JsonNode> details(Status status) {
        Map<String, JsonNode> details = new HashMap<>();
        for (Any any : status.getDetailsList()) {
            String url = any.getTypeUrl();
            Descriptor type = types.find(url.substring(url.lastIndexOf('/') + 1));
            if (type != null) {
                try {
                    details.put(type.getFullName(), json(DynamicMessage.parseFrom(type, any.getValue())));
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalArgumentException(e);
                }
            }
        }
        return details;
    }

    /** The value of a field by its name. */
    static Object field(Message message, String name) {
        return message.getField(message.getDescriptorForType().findFieldByName(name));
    }

    private static MethodType type(boolean clientStreams, boolean serverStreams) {
        if (clientStreams) {
            return serverStreams ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING;
        }
        return serverStreams ? MethodType.SERVER_STREAMING : MethodType.UNARY;
    }
}
