package io.litigation.polyglot.runner;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the calls of a plan by nothing but the descriptor set that is shipped with the contract. */
public final class DescriptorRunner {

    private DescriptorRunner() {}

    /** The arguments are the plan's file and, for another contract than the shipped one, its descriptor set's. */
    public static void main(String[] arguments) throws IOException {
        Contract contract = arguments.length == 1
                ? Contract.shipped()
                : Contract.of(FileDescriptorSet.parseFrom(Files.readAllBytes(Path.of(arguments[1]))));
        Plan.run(Path.of(arguments[0]), target -> new DescriptorCalls(contract, target));
    }
}
