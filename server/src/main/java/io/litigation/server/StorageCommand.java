package io.litigation.server;

import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.ConfigurationSources;
import io.litigation.server.config.StorageSettings;
import io.litigation.server.keys.KeyFile;
import io.litigation.server.storage.StorageCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Map;

/** {@code storage}: takes what is stored from one database to another. */
@Command(
        name = "storage",
        description = "Takes what is stored from one database to another.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class StorageCommand implements Runnable {

    private static final String URL = "litigation.storage.url";

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    StorageCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    @Command(
            name = "copy",
            description = {
                "Copies everything from an SQLite file to an empty PostgreSQL, in one transaction. The gateway that uses"
                        + " the file must be stopped; the file stays as it is.",
                "User and password of PostgreSQL are those of the configuration: storage.user and storage.password,"
                        + " LITIGATION_STORAGE_USER and LITIGATION_STORAGE_PASSWORD or _PASSWORD_FILE. The keys are those"
                        + " of keys.file, LITIGATION_KEYS_FILE, or of the file beside the SQLite file."
            },
            mixinStandardHelpOptions = true)
    int copy(
            @Option(names = "--from", required = true, paramLabel = "URL", description = "jdbc:sqlite:FILE")
                    String from,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "URL",
                            description = "jdbc:postgresql://HOST/DATABASE")
                    String to,
            @Mixin ConfigurationFile configuration) {
        return StorageWork.run(spec.commandLine().getErr(), () -> copy(from, to, configuration.sources(environment)));
    }

    private int copy(String from, String to, ConfigurationSources configuration) throws ConfigurationException {
        StorageSettings source = StorageSettings.read(configuration.with(URL, from));
        StorageSettings target = StorageSettings.read(configuration
                .with(URL, to)
                .with("litigation.keys.file", source.keys().toString()));
        Map<String, Long> copied = StorageCopy.of(source.database(), target.database(), KeyFile.read(source.keys()))
                .run();
        PrintWriter out = spec.commandLine().getOut();
        copied.forEach((table, rows) -> out.println(table + ": " + rows));
        out.println("Everything is copied. Serve with the new address and the same key file, " + source.keys()
                + ", and not with the old file any more: what is asked there from now on is not known here.");
        return ExitCode.OK;
    }
}
