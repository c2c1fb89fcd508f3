package io.litigation.server;

import com.google.type.Money;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.Payer;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Secret;
import io.litigation.core.subject.QuestionKey;
import io.litigation.server.keys.KeyFile;
import io.litigation.server.storage.Storage;
import io.litigation.server.storage.StorageConfig;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** A person settles what the vendor's bill says, on the command line. */
class LedgerCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String url = "";
    private String attempt = "";

    @TempDir
    private Path folder;

    @BeforeEach
    void anAttemptOfUnknownCharge() {
        url = "jdbc:sqlite:" + folder.resolve("test.db");
        StorageConfig config = new StorageConfig(
                url,
                "",
                Secret.of(""),
                true,
                1,
                1 << 20,
                Duration.ofDays(1),
                Duration.ofDays(1),
                StorageConfig.LookupWrites.COMMITTED);
        try (Storage storage = Storage.open(config, KeyFile.ephemeral(new SecureRandom()), Clock.systemUTC())) {
            Granted granted = (Granted) storage.ledger()
                    .admit(new Intent(
                            "lookup",
                            new Payer("loans", "bank", List.of()),
                            new QuestionKey("0a"),
                            "alpha",
                            "cases",
                            1,
                            Money.newBuilder().setCurrencyCode("CNY").build(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Duration.ofMinutes(1)))
                    .join();
            AttemptOutcome outcome = new AttemptOutcome(
                    Charge.CHARGE_UNKNOWN, Optional.of(FailureKind.TIMED_OUT), "", "order\u001b[2J7");
            storage.ledger().settle(granted, outcome, Optional.empty()).join();
            storage.ledger().release(granted.lease()).join();
            attempt = granted.attemptId();
        }
    }

    @Test
    void showsWhatIsToBeComparedWithTheBill() {
        assertThat(run("ledger", "unknown")).isZero();

        String[] columns = out.toString().strip().split("\t", -1);
        assertThat(columns).hasSize(7);
        assertThat(columns[0]).isEqualTo(attempt);
        assertThat(columns[1]).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(List.of(columns).subList(2, 7))
                .containsExactly("alpha", "cases", "bank/loans", "TIMED_OUT", "order?[2J7");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void settlesItOnce() {
        assertThat(run("ledger", "settle", attempt, "--charge", "charged")).isZero();
        assertThat(out.toString().strip()).isEqualTo("Written down. The question may be asked again.");

        assertThat(run("ledger", "settle", attempt, "--charge", "not-charged")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo(attempt + ": it is not of unknown charge, but CHARGE_CHARGED; nothing was changed.");
        out.getBuffer().setLength(0);
        assertThat(run("ledger", "unknown")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... args) {
        CommandLine commands = Main.commandLine(Map.of("LITIGATION_STORAGE_URL", url));
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        return commands.execute(args);
    }
}
