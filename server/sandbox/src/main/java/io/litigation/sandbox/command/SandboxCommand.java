package io.litigation.sandbox.command;

import io.litigation.client.LitigationException;
import io.litigation.server.StartException;
import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.LogConfig;
import io.litigation.server.telemetry.ServerLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** {@code sandbox}: shows the gateway before simulated vendors, then leaves it running to be tried out. */
@Command(
        name = "sandbox",
        description =
                "Starts simulated vendors and the gateway in front of them, shows two look-ups, and goes on serving."
                        + " All persons and companies in it are made up; nothing is paid.",
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "50051",
            description = "The gateway's port on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--once", description = "Stop after the two look-ups.")
    private boolean once;

    @Override
    public Integer call() throws InterruptedException {
        // A line for each search would stand between the tables.
        ServerLog log = ServerLog.open(new LogConfig(LogConfig.Format.TEXT, LogConfig.Level.WARN), System.err);
        try {
            return run(log);
        } finally {
            log.close();
        }
    }

    private int run(ServerLog log) throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (Sandbox sandbox = Sandbox.start(port)) {
            show(sandbox, log);
            return ExitCode.OK;
        } catch (ConfigurationException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        } catch (StartException e) {
            err.println(
                    e.getMessage() + (e.getCause() instanceof IOException ? " Choose another port with --port." : ""));
        } catch (IOException e) {
            err.println("The simulated vendors could not start: " + e.getMessage());
        } catch (LitigationException e) {
            err.println("The look-up has no answer: " + e.getMessage());
        }
        return ExitCode.SOFTWARE;
    }

    private void show(Sandbox sandbox, ServerLog log) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The gateway serves on " + sandbox.target() + ", before two vendors that are simulated on "
                + sandbox.vendors() + ".");
        out.println();
        Tour tour = new Tour(sandbox.client(), out);
        tour.lookUp(DemoLookUps.PERSON);
        tour.lookUp(DemoLookUps.COMPANY);
        if (!once) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sandbox, log), "sandbox-end"));
        }
        tour.handOver(sandbox.target(), DemoLookUps.PERSON, DemoLookUps.COMPANY);
        if (!once) {
            out.println("Serving until it is stopped (Ctrl-C).");
            out.flush();
            sandbox.awaitClosed();
        }
    }

    /** After a signal the JVM would exit with 128 + its number, however well everything went. */
    private static void end(Sandbox sandbox, ServerLog log) {
        sandbox.close();
        log.close();
        Runtime.getRuntime().halt(ExitCode.OK);
    }
}
