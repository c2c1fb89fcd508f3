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
import java.util.function.Supplier;

/** {@code keys}: makes and changes the file of keys that all replicas of a gateway share. */
@Command(
        name = "keys",
        description = "Makes and changes the file of keys that all replicas of a gateway share.",
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

    @Command(
            name = "prepare",
            description = {
                "Adds next keys to a file, which are known but not used yet: the first step of a rotation over replicas."
                        + " Give the file to all of them and start them again, one after another; then rotate.",
                "The file is replaced as a whole; a copy of the one before is yours to keep."
            },
            mixinStandardHelpOptions = true)
    int prepare(@Parameters(paramLabel = "FILE", description = "The key file.") Path file) {
        return change(file, () -> switch (KeyFile.prepare(file, new SecureRandom())) {
            case NOW ->
                "Next keys are in " + file + ". Start every gateway again with it, then rotate. Keep a copy apart"
                        + " from the database.";
            case BEFORE -> "There were next keys in " + file + " already; nothing was changed.";
        });
    }

    @Command(
            name = "rotate",
            description = {
                "Makes the next keys of a file the current ones; new ones if none were prepared. Those before stay in the"
                        + " file, since what was written with them is still read.",
                "Where several gateways run, prepare first: one that runs with a file without the new keys pays for nothing"
                        + " any more once another is started with them.",
                "The file is replaced as a whole; a copy of the one before is yours to keep."
            },
            mixinStandardHelpOptions = true)
    int rotate(@Parameters(paramLabel = "FILE", description = "The key file.") Path file) {
        return change(file, () -> {
            KeyFile.rotate(file, new SecureRandom());
            return "The keys of " + file + " are rotated. Start every gateway again with it. Keep a copy apart from the"
                    + " database.";
        });
    }

    private int change(Path file, Supplier<String> change) {
        try {
            spec.commandLine().getOut().println(change.get());
            return ExitCode.OK;
        } catch (KeyFileException e) {
            spec.commandLine().getErr().println(file + ": " + e.getMessage() + ".");
            return ExitCode.SOFTWARE;
        }
    }
}
