package io.litigation.polyglot.runner;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What a descriptor set says: messages, services, and how both are written as JSON. No generated code is looked at. */
final class Contract {

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

    /** The one in the jar of the contract. */
    static Contract shipped() throws IOException {
        try (InputStream set = Objects.requireNonNull(Contract.class.getResourceAsStream(SHIPPED))) {
            return new Contract(FileDescriptorSet.parseFrom(set));
        } catch (DescriptorValidationException e) {
            throw new IOException(e);
        }
    }

    /** A method by the names of its service and its own. */
    Method method(String service, String name) {
        ServiceDescriptor found = files.values().stream()
                .flatMap(file -> file.getServices().stream())
                .filter(candidate -> candidate.getFullName().equals(service))
                .findFirst()
                .orElseThrow();
        var method = found.findMethodByName(name);
        var grpc = MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(type(method.isClientStreaming(), method.isServerStreaming()))
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, name))
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
                .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                .build();
        return new Method(grpc, method.getInputType());
    }

    /** A method that can be called. */
    final class Method {

        private final MethodDescriptor<DynamicMessage, DynamicMessage> grpc;
        private final Descriptor input;

        private Method(MethodDescriptor<DynamicMessage, DynamicMessage> grpc, Descriptor input) {
            this.grpc = grpc;
            this.input = input;
        }

        MethodDescriptor<DynamicMessage, DynamicMessage> grpc() {
            return grpc;
        }

        DynamicMessage request(JsonNode json) {
            return message(input, json);
        }
    }

    private DynamicMessage message(Descriptor type, JsonNode json) {
        try {
            DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
            JsonFormat.parser().usingTypeRegistry(types).merge(json.toString(), builder);
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

    /** A google.rpc.Status, as the header grpc-status-details-bin carries it. */
    JsonNode status(byte[] bytes) {
        try {
            return json(DynamicMessage.parseFrom(types.find("google.rpc.Status"), bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static MethodType type(boolean clientStreams, boolean serverStreams) {
        if (clientStreams) {
            return serverStreams ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING;
        }
        return serverStreams ? MethodType.SERVER_STREAMING : MethodType.UNARY;
    }
}
