package io.litigation.server.storage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The promise, through the death of a process at each point of its way. Several at a time: what takes long is to start
 * processes, and each test has a database of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class KillPointContract {

    private static final int SOME = 1;
    private static final int MANY = 50;

    @TempDir
    private Path place;

    abstract String emptyDatabase();

    @ParameterizedTest
    @EnumSource
    @Timeout(180)
    void isPaidOnceThoughAProcessIsKilled(KillPoint point) throws IOException, InterruptedException {
        kill(point, SOME);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    @Timeout(1_200)
    void isPaidOnceThoughManyAreKilled(KillPoint point) throws IOException, InterruptedException {
        kill(point, MANY);
    }

    private void kill(KillPoint point, int times) throws IOException, InterruptedException {
        try (Aftermath aftermath = new Aftermath(point, emptyDatabase(), place)) {
            for (int i = 0; i < times; i++) {
                aftermath.kill();
            }
            aftermath.askAtOnce();
            if (point.attempts() > 0) {
                aftermath.askWhenTheLeasesRanOut();
                aftermath.askWhenTheHoldsAreOver();
            }
            aftermath.askAgain();
        }
    }
}
