package io.litigation.server;

import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.StorageSettings;
import io.litigation.server.storage.UnknownAttempt;
import io.litigation.server.storage.UnknownAttempts;
import io.litigation.server.storage.UnknownAttempts.Ruling;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** {@code ledger}: attempts of which it is not known whether they were billed. */
@Command(
        name = "ledger",
        description = "Shows and settles attempts of which it is not known whether they were billed.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class LedgerCommand implements Runnable {

    private static final int MOST = 1_000;

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    LedgerCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What the vendor's bill says. */
    enum Bill {
        CHARGED("charged"),
        NOT_CHARGED("not-charged");

        private final String text;

        Bill(String text) {
            this.text = text;
        }

        /** As it is written on the command line. */
        @Override
        public String toString() {
            return text;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    @Command(
            name = "unknown",
            description = {
                "Lists attempts of unknown charge, the oldest first, at most " + MOST
                        + " of them: attempt, time, provider,"
                        + " offering, caller, failure, and the vendor's reference.",
                "Runs beside gateways on PostgreSQL; a gateway on SQLite must be stopped."
            },
            mixinStandardHelpOptions = true)
    int unknown(@Mixin ConfigurationFile configuration) {
        return StorageWork.run(spec.commandLine().getErr(), () -> {
            try (UnknownAttempts attempts = open(configuration)) {
                PrintWriter out = spec.commandLine().getOut();
                List<UnknownAttempt> found = attempts.list(MOST);
                found.forEach(attempt -> out.println(line(attempt)));
                if (found.isEmpty()) {
                    spec.commandLine().getErr().println("There is no attempt of unknown charge.");
                }
            }
            return ExitCode.OK;
        });
    }

    @Command(
            name = "settle",
            description = {
                "Writes down what the vendor's bill says of an attempt. What was not charged is given back to its budgets;"
                        + " either way the question may be asked again, once no attempt made with this one is unknown.",
                "Runs beside gateways on PostgreSQL; a gateway on SQLite must be stopped."
            },
            mixinStandardHelpOptions = true)
    int settle(
            @Parameters(paramLabel = "ATTEMPT", description = "As `ledger unknown` names it.") String attempt,
            @Option(names = "--charge", required = true, paramLabel = "CHARGE", description = "charged or not-charged")
                    Bill bill,
            @Mixin ConfigurationFile configuration) {
        return StorageWork.run(spec.commandLine().getErr(), () -> {
            try (UnknownAttempts attempts = open(configuration)) {
                return tell(attempt, attempts.settle(attempt, bill == Bill.CHARGED));
            }
        });
    }

    private UnknownAttempts open(ConfigurationFile configuration) throws ConfigurationException {
        return UnknownAttempts.open(
                StorageSettings.read(configuration.sources(environment)).database());
    }

    /** Columns by tabs; what comes from a vendor cannot move a terminal's cursor. */
    private static String line(UnknownAttempt attempt) {
        return String.join(
                "\t",
                attempt.id(),
                attempt.time().toString(),
                attempt.provider(),
                attempt.offering(),
                attempt.caller(),
                attempt.failure(),
                attempt.vendorReference().replaceAll("\\p{Cntrl}", "?"));
    }

    private int tell(String attempt, Ruling ruling) {
        if (ruling instanceof Ruling.Settled settled) {
            spec.commandLine()
                    .getOut()
                    .println(
                            settled.othersUnknown() == 0
                                    ? "Written down. The question may be asked again."
                                    : "Written down. " + settled.othersUnknown()
                                            + " more at the same question are of unknown charge.");
            return ExitCode.OK;
        }
        spec.commandLine().getErr().println(attempt + ": " + refusal(ruling) + ".");
        return ExitCode.SOFTWARE;
    }

    private static String refusal(Ruling ruling) {
        if (ruling instanceof Ruling.Known known) {
            return "it is not of unknown charge, but " + known.charge().name() + "; nothing was changed";
        }
        return ruling instanceof Ruling.UnderWay
                ? "its question is still being asked; try again when that is over"
                : "there is no such attempt";
    }
}
