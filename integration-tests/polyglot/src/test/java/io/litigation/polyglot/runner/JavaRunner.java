package io.litigation.polyglot.runner;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the calls of a plan by {@code io.litigation:litigation-client}. */
public final class JavaRunner {

    private JavaRunner() {}

    /** The one argument is the plan's file. */
    public static void main(String[] arguments) throws IOException {
        Plan.run(Path.of(arguments[0]), JavaCalls::new);
    }
}
