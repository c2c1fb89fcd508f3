package io.litigation.server;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.ConfigurationSources;
import io.litigation.server.config.ServerConfig;
import io.litigation.server.telemetry.ServerLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/** {@code serve}: reads the configuration, starts the server and stays until somebody ends it. */
@Command(
        name = "serve",
        description = "Starts the gateway in front of the configured vendors.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class ServeCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration, a YAML file. Keys can also be set by environment variables.")
    private @Nullable Path file;

    @Option(names = "--check", description = "Only check the configuration.")
    private boolean check;

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        ServerConfig config;
        try {
            config = ServerConfig.read(
                    ConfigurationSources.of(Optional.ofNullable(file), environment),
                    ServiceLoader.load(ProviderPlugin.class));
        } catch (ConfigurationException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        if (check) {
            config.warnings().forEach(warning -> err.println("Warning: " + warning));
            spec.commandLine().getOut().println("OK");
            return ExitCode.OK;
        }
        return serve(config, err);
    }

    private static int serve(ServerConfig config, PrintWriter err) throws InterruptedException {
        // The log goes to stderr: stdout belongs to whoever pipes a command's answer.
        ServerLog log = ServerLog.open(config.log(), new FileOutputStream(FileDescriptor.err));
        LitigationServer server;
        try {
            server = LitigationServer.start(config);
        } catch (StartException e) {
            log.close();
            err.println(e.getMessage());
            return ExitCode.SOFTWARE;
        }
        // Whoever is told that it serves may end it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, log), "litigation-end"));
        greet(config, server);
        server.awaitClosed();
        return ExitCode.OK;
    }

    /** After a signal the JVM would exit with 128 + its number, however well everything went. */
    private static void end(LitigationServer server, ServerLog log) {
        server.close();
        log.close();
        Runtime.getRuntime().halt(ExitCode.OK);
    }

    private static void greet(ServerConfig config, LitigationServer server) {
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        config.warnings().forEach(log::warn);
        if (config.callers().isOpen()) {
            log.warn("No caller is configured: everybody on this machine is anonymous and may ask everything.");
        }
        log.atInfo()
                .addKeyValue("version", BuildVersion.text())
                .addKeyValue("address", text(server.address()))
                .addKeyValue("tls", config.server().tls().isPresent())
                .addKeyValue("admin", text(server.adminAddress()))
                .addKeyValue("admin_grpc", text(server.adminGrpcAddress()))
                .log("serving");
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
