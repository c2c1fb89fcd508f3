package io.litigation.server.storage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An SQLite file belongs to one process at a time. The lock ends with the process, however it ends. */
final class SqliteLock implements AutoCloseable {

    private final FileChannel channel;

    private SqliteLock(FileChannel channel) {
        this.channel = channel;
    }

    static SqliteLock of(Path database) {
        Path file = database.resolveSibling(database.getFileName() + ".lock");
        FileChannel channel = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(database);
            }
            return new SqliteLock(channel);
        } catch (OverlappingFileLockException | StorageException e) {
            closeQuietly(channel);
            throw inUse(database);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StorageException(
                    "the database's folder cannot be written to ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private static StorageException inUse(Path database) {
        return new StorageException(
                database + " is in use by another process: stop that one first (several at a time need PostgreSQL)");
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It is given up anyway.
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
