package io.litigation.server.storage;

import io.litigation.server.keys.KeyFile;
import io.litigation.server.keys.Keys;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** A process that asks one question, and dies on the way. */
final class DyingProcess {

    /** More than the socket's buffers on both sides hold. */
    private static final int LARGE = 16 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DyingProcess() {}

    /** Point, address of the database, key file, port of the vendor, company. */
    public static void main(String[] arguments) throws SQLException {
        KillPoint point = KillPoint.valueOf(arguments[0]);
        if (point == KillPoint.BEFORE_STORE) {
            DyingDriver.register();
        }
        Clock clock = Clock.systemUTC();
        Keys keys = KeyFile.read(Path.of(arguments[2]));
        Storage storage = open(Storages.config(arguments[1]), keys, clock);
        Replica replica = new Replica(
                storage,
                keys,
                clock,
                Limits.PATIENT,
                ledger -> new DyingLedger(ledger, point),
                threads -> new LoopbackProvider(
                        Integer.parseInt(arguments[3]),
                        clock,
                        threads,
                        point == KillPoint.MID_SEND ? LARGE : 0,
                        () -> point.dieIf(KillPoint.AFTER_ANSWER)));
        System.out.println("it lived: " + replica.ask(arguments[4]).join());
    }

    /** The first connection of a process that has just begun may take longer than the pool waits for one. */
    private static Storage open(StorageConfig config, Keys keys, Clock clock) {
        long begin = System.nanoTime();
        while (true) {
            try {
                return Storage.open(config, keys, clock);
            } catch (StorageException e) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw e;
                }
            }
        }
    }
}
