package io.litigation.server.storage;

import io.litigation.server.keys.Keys;

import java.util.Optional;

/** A database remembers which keys it was written with: with others nothing in it would be found again. */
final class KeyCheck {

    private KeyCheck() {}

    static void check(Database database, Keys keys) {
        boolean same = database.atOnce(transaction -> {
            setIfNew(transaction, "keys.index", keys.fingerprint());
            setIfNew(transaction, "keys.sealing", keys.check());
            return setting(transaction, "keys.index").equals(Optional.of(keys.fingerprint()))
                    && setting(transaction, "keys.sealing").filter(keys::opens).isPresent();
        });
        if (!same) {
            throw new StorageException("the keys are not those that the database was written with");
        }
    }

    private static void setIfNew(Transaction transaction, String name, String value) {
        transaction
                .update("insert into settings (name, value) values (:name, :value) on conflict (name) do nothing")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }

    private static Optional<String> setting(Transaction transaction, String name) {
        return transaction
                .query("select value from settings where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }
}
