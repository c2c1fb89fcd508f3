package io.litigation.server;

import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.LogConfig;
import io.litigation.server.keys.KeyFileException;
import io.litigation.server.storage.StorageException;
import io.litigation.server.telemetry.ServerLog;
import picocli.CommandLine.ExitCode;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;

/** What a command does on the storage: what goes wrong is one sentence, and an exit code as of {@link Main}. */
@FunctionalInterface
interface StorageWork {

    /** Does it, and tells the exit code. */
    int run() throws ConfigurationException;

    /** Runs it with a log of warnings only, on stderr. */
    static int run(PrintWriter err, StorageWork work) {
        LogConfig warnings = new LogConfig(LogConfig.Format.TEXT, LogConfig.Level.WARN);
        ServerLog log = ServerLog.open(warnings, new FileOutputStream(FileDescriptor.err));
        try {
            return work.run();
        } catch (ConfigurationException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        } catch (KeyFileException e) {
            err.println("The keys cannot be had: " + e.getMessage() + ".");
            return ExitCode.SOFTWARE;
        } catch (StorageException e) {
            err.println("The storage cannot be used: " + e.getMessage() + ".");
            return ExitCode.SOFTWARE;
        } finally {
            log.close();
        }
    }
}
