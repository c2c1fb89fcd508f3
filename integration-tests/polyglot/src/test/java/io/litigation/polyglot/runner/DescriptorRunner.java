package io.litigation.polyglot.runner;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the calls of a plan by nothing but the descriptor set that is shipped with the contract. */
public final class DescriptorRunner {

    private DescriptorRunner() {}

    /** The one argument is the plan's file. */
    public static void main(String[] arguments) throws IOException {
        Contract contract = Contract.shipped();
        Plan.run(Path.of(arguments[0]), target -> new DescriptorCalls(contract, target));
    }
}
