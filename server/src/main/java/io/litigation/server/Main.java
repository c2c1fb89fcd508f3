package io.litigation.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.Map;

/**
 * The command line. Exit codes: 0 done, 1 the server could not start, 2 wrong usage or configuration.
 */
@Command(
        name = "litigation",
        description = "One gRPC service in front of every paid litigation-data vendor.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        footer = {
            "",
            "Without a contract with a vendor: `./litigation sandbox` starts simulated vendors and a server in front of them,",
            "and shows a first search."
        })
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    Main() {}

    public static void main(String[] args) {
        // The hook of `serve` ends the process itself after a signal; this is for all other ends.
        System.exit(commandLine(System.getenv()).execute(args));
    }

    /** The command line, for programs that add commands of their own. */
    public static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new Main())
                .addSubcommand("serve", new ServeCommand(environment))
                .addSubcommand("keys", new KeysCommand())
                .addSubcommand("storage", new StorageCommand(environment))
                .addSubcommand("ledger", new LedgerCommand(environment));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
