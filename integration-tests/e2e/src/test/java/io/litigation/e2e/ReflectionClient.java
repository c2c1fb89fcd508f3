package io.litigation.e2e;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Knows nothing of the contract but what the server tells. */
final class ReflectionClient {

    private final ServerReflectionGrpc.ServerReflectionStub stub;

    ReflectionClient(Channel channel) {
        stub = ServerReflectionGrpc.newStub(channel);
    }

    List<String> services() throws InterruptedException {
        return ask(ServerReflectionRequest.newBuilder().setListServices("").build())
                .getListServicesResponse()
                .getServiceList()
                .stream()
                .map(ServiceResponse::getName)
                .toList();
    }

    /** The type of a message. */
    Descriptor message(String name) throws InterruptedException, DescriptorValidationException {
        ServerReflectionResponse answer = ask(ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol(name)
                .build());
        Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
        for (ByteString bytes : answer.getFileDescriptorResponse().getFileDescriptorProtoList()) {
            FileDescriptorProto file = parse(bytes);
            files.put(file.getName(), file);
        }
        for (FileDescriptorProto file : files.values()) {
            Descriptor found = build(file, files).findMessageTypeByName(name.substring(name.lastIndexOf('.') + 1));
            if (found != null && found.getFullName().equals(name)) {
                return found;
            }
        }
        throw new AssertionError("reflection does not know " + name + ": " + answer.getErrorResponse());
    }

    private static FileDescriptor build(FileDescriptorProto file, Map<String, FileDescriptorProto> files)
            throws DescriptorValidationException {
        FileDescriptor[] imports = new FileDescriptor[file.getDependencyCount()];
        for (int i = 0; i < imports.length; i++) {
            imports[i] = build(Objects.requireNonNull(files.get(file.getDependency(i))), files);
        }
        return FileDescriptor.buildFrom(file, imports);
    }

    private static FileDescriptorProto parse(ByteString bytes) {
        try {
            return FileDescriptorProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private ServerReflectionResponse ask(ServerReflectionRequest request) throws InterruptedException {
        BlockingQueue<ServerReflectionResponse> answers = new ArrayBlockingQueue<>(2);
        StreamObserver<ServerReflectionRequest> requests = stub.serverReflectionInfo(new StreamObserver<>() {
            @Override
            public void onNext(ServerReflectionResponse response) {
                answers.add(response);
            }

            @Override
            public void onError(Throwable failure) {
                answers.add(ServerReflectionResponse.getDefaultInstance());
            }

            @Override
            public void onCompleted() {}
        });
        requests.onNext(request);
        ServerReflectionResponse answer = answers.poll(30, TimeUnit.SECONDS);
        requests.onCompleted();
        if (answer == null) {
            throw new AssertionError("no answer from reflection");
        }
        return answer;
    }
}
