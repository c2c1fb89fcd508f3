package io.litigation.sandbox;

import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.xinshu.XinshuAccounts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Runs the simulated vendors alone, until the process is stopped. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "The simulated vendors over HTTP on 127.0.0.1.")
public final class SandboxMain implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8089", description = "0 takes a free one; default ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--delay", defaultValue = "0", description = "milliseconds before every answer of a vendor")
    private long delayMillis;

    private SandboxMain() {}

    /** The command. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SandboxMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        SandboxOptions options = SandboxOptions.defaults().withPort(port).withDelay(Duration.ofMillis(delayMillis));
        try (SandboxServer server = SandboxServer.start(options)) {
            System.out.printf(
                    "Simulated vendors at %s%n  Xinshu   api-key %s, private-key %s%n  SUBMAIL  app-id %s, app-key %s%n"
                            + "  counters %s/sandbox/calls%n",
                    server.baseUrl(),
                    XinshuAccounts.API_KEY,
                    XinshuAccounts.PRIVATE_KEY,
                    SubmailAccounts.APP_ID,
                    SubmailAccounts.APP_KEY,
                    server.baseUrl());
            Thread.currentThread().join();
            return 0;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
