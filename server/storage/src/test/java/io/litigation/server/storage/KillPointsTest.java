package io.litigation.server.storage;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A process is killed at each point on the way of a paid question, and another one goes on with what it left behind. */
class KillPointsTest {

    @Nested
    class OnSqlite extends KillPointContract {

        @TempDir
        private Path folder;

        @Override
        String emptyDatabase() {
            return "jdbc:sqlite:" + folder.resolve("killed.db");
        }
    }

    @Nested
    class OnPostgres extends KillPointContract {

        @Override
        String emptyDatabase() {
            return Postgres.emptyDatabase();
        }
    }
}
