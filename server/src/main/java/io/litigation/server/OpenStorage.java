package io.litigation.server;

import io.litigation.server.config.StorageSettings;
import io.litigation.server.keys.KeyFile;
import io.litigation.server.keys.KeyFileException;
import io.litigation.server.keys.Keys;
import io.litigation.server.storage.Storage;
import io.litigation.server.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;

/** The keys, and the database that was written with them. */
record OpenStorage(Keys keys, Storage storage) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStorage.class);

    /**
     * Reads the keys, or makes them at the first start of an embedded database, and opens the database.
     *
     * @throws StartException if either cannot be had
     */
    static OpenStorage of(StorageSettings settings) throws StartException {
        Keys keys;
        try {
            keys = keys(settings);
        } catch (KeyFileException e) {
            throw new StartException("The keys cannot be had from " + settings.keys() + ": " + e.getMessage() + ".", e);
        }
        try {
            return new OpenStorage(keys, Storage.open(settings.database(), keys, Clock.systemUTC()));
        } catch (StorageException e) {
            throw new StartException("The storage cannot be opened: " + e.getMessage() + ".", e);
        }
    }

    private static Keys keys(StorageSettings settings) {
        if (Files.exists(settings.keys()) || !settings.mayMakeKeys()) {
            Keys keys = KeyFile.read(settings.keys());
            if (KeyFile.isOpenToAll(settings.keys())) {
                LOG.atWarn()
                        .addKeyValue("file", settings.keys().toAbsolutePath())
                        .log("everybody on this machine may read the keys, and with them what is stored: chmod 600");
            }
            return keys;
        }
        if (settings.database().isThere()) {
            throw new KeyFileException("the file is missing, and there is a database already that was written with it");
        }
        Keys made = KeyFile.create(settings.keys(), new SecureRandom());
        LOG.atInfo()
                .addKeyValue("file", settings.keys().toAbsolutePath())
                .log("new keys were made; without this file what is stored cannot be read: keep a copy apart from it");
        return made;
    }
}
