package io.litigation.server.config;

import io.litigation.core.provider.Secret;
import io.litigation.core.search.AnswerAges;
import io.litigation.server.storage.Dialect;
import io.litigation.server.storage.StorageConfig;
import io.litigation.server.storage.StorageConfig.LookupWrites;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code litigation.storage}, {@code .keys}, and what {@code .answers} and {@code .ledger} say of keeping. */
final class StorageSection {

    static final Duration ANSWERS_KEPT = Duration.ofDays(30);

    private static final Duration LONGEST = Duration.ofDays(36_500);
    /** Whoever waits for an answer that another replica stores must find it. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String DEFAULT_URL = SQLITE + "data/litigation.db";
    private static final String DEFAULT_KEYS = "litigation-keys.json";
    private static final int CONNECTIONS = 8;
    private static final int MOST_CONNECTIONS = 200;
    /** What recent answers may take of the heap. */
    private static final int PART_OF_HEAP = 8;

    private final Section storage;
    private final Section keys;
    private final Section answers;
    private final Section ledger;

    StorageSection(Section storage, Section keys, Section answers, Section ledger) {
        this.storage = storage;
        this.keys = keys;
        this.answers = answers;
        this.ledger = ledger;
    }

    private enum Migrate {
        AUTO,
        OFF
    }

    StorageSettings read(AnswerAges ages) {
        String url = storage.text("url", DEFAULT_URL);
        boolean sqlite = url.startsWith(SQLITE) && url.length() > SQLITE.length();
        boolean postgresql = url.startsWith(POSTGRESQL);
        if (!sqlite && !postgresql) {
            storage.mistake("url", "must begin with jdbc:sqlite: and name a file, or with jdbc:postgresql:");
        }
        if (url.contains(":memory:") || url.equals(SQLITE)) {
            storage.mistake("url", "must name a file: what is in memory is gone after a crash, and is paid again");
        }
        if (url.contains("password=")) {
            storage.mistake("url", "must not hold a password; use " + storage.key("password") + " or password-file");
        }
        Optional<String> keyFile = keys.optionalText("file");
        if (postgresql && keyFile.isEmpty()) {
            keys.missing(
                    "file",
                    "is missing; with PostgreSQL all replicas need the same keys, in a file that is made"
                            + " once by: litigation keys create FILE");
        }
        StorageConfig database = new StorageConfig(
                url,
                storage.text("user", ""),
                storage.optionalSecret("password").orElse(Secret.of("")),
                storage.choice("migrate", Migrate.AUTO) == Migrate.AUTO,
                storage.integer("connections", CONNECTIONS, 1, MOST_CONNECTIONS),
                Runtime.getRuntime().maxMemory() / PART_OF_HEAP,
                retention(ages),
                ledger.duration("retention", Duration.ofDays(1_095), A_DAY, LONGEST),
                ledger.choice("reads", LookupWrites.COMMITTED));
        return new StorageSettings(database, keyFile.map(Path::of).orElseGet(() -> besides(database)), sqlite);
    }

    private static Path besides(StorageConfig database) {
        return database.dialect().equals(Optional.of(Dialect.SQLITE))
                ? database.file().resolveSibling(DEFAULT_KEYS)
                : Path.of(DEFAULT_KEYS);
    }

    private Duration retention(AnswerAges ages) {
        Duration kept = answers.duration("retention", ANSWERS_KEPT, A_MINUTE, LONGEST);
        if (Stream.of(ages.maxAge(), ages.emptyMaxAge(), ages.failedMaxAge())
                .anyMatch(age -> kept.compareTo(age) < 0)) {
            answers.mistake(
                    "retention",
                    "must not be shorter than " + answers.key("max-age") + ", empty-max-age and failed-max-age");
        }
        return kept;
    }
}
