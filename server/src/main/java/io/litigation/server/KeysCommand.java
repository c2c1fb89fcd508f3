package io.litigation.server;

import io.litigation.server.keys.KeyFile;
import io.litigation.server.keys.KeyFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.security.SecureRandom;

/** {@code keys}: makes the file of keys that all replicas of a gateway share. */
@Command(
        name = "keys",
        description = "Makes the file of keys that all replicas of a gateway share.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class KeysCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    @Command(
            name = "create",
            description =
                    "Makes new keys in a file that nobody but its owner may read. An existing file is left alone.",
            mixinStandardHelpOptions = true)
    int create(@Parameters(paramLabel = "FILE", description = "Where they are written to.") Path file) {
        try {
            KeyFile.create(file, new SecureRandom());
        } catch (KeyFileException e) {
            spec.commandLine().getErr().println(file + ": " + e.getMessage() + ".");
            return ExitCode.SOFTWARE;
        }
        spec.commandLine().getOut().println("New keys are in " + file + ". Keep a copy apart from the database.");
        return ExitCode.OK;
    }
}
