package io.litigation.server.storage;

import io.litigation.server.keys.Keys;

import java.util.List;
import java.util.Optional;

/**
 * A database remembers all keys that it was ever written with: without one of them something in it would not be found, and
 * would be paid for again. So a process that lacks one is refused when it starts, and one that was started before the keys
 * were rotated pays for nothing any more.
 */
final class KeyCheck {

    private static final String INDEX = "keys.index";
    private static final String SEALING = "keys.sealing";

    private final Keys keys;
    private final List<String> known;

    KeyCheck(Keys keys) {
        this.keys = keys;
        this.known = keys.fingerprints();
    }

    /**
     * At the start: notes a current key that is new.
     *
     * @throws StorageException if the database was written with keys that these do not have
     */
    void check(Database database) {
        Optional<String> refusal = database.atOnce(this::check);
        if (refusal.isPresent()) {
            throw new StorageException(refusal.get());
        }
    }

    private Optional<String> check(Transaction transaction) {
        note(transaction, "");
        // Who notes a key is alone: of two with different ones, the second is refused.
        transaction
                .queryForUpdate("select value from settings where name = :name")
                .bind("name", INDEX)
                .mapTo(String.class)
                .one();
        List<String> written = values(transaction, INDEX);
        if (written.stream().noneMatch(known::contains)) {
            return Optional.of("the keys are not those that the database was written with");
        }
        if (!known.containsAll(written)
                || !values(transaction, SEALING).stream().allMatch(keys::opens)) {
            return Optional.of(
                    "the key file lacks a key that the database was written with: it is an older copy, or was"
                            + " rotated apart from the one in use");
        }
        if (!written.contains(keys.fingerprint())) {
            note(transaction, "." + keys.fingerprint());
        }
        return Optional.empty();
    }

    /**
     * While it runs, before something is paid: whether nobody writes with a key that this process lacks. What was answered
     * under such a key it would not find.
     */
    void checkStillKnown(Transaction transaction) {
        if (!known.containsAll(values(transaction, INDEX))) {
            throw new StorageException(
                    "the keys were rotated: this process needs to be started again with the new key file");
        }
    }

    private void note(Transaction transaction, String suffix) {
        setIfNew(transaction, INDEX + suffix, keys.fingerprint());
        setIfNew(transaction, SEALING + suffix, keys.check());
    }

    private static void setIfNew(Transaction transaction, String name, String value) {
        transaction
                .update("insert into settings (name, value) values (:name, :value) on conflict (name) do nothing")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }

    private static List<String> values(Transaction transaction, String prefix) {
        return transaction
                .query("select value from settings where name = :name or name like :more")
                .bind("name", prefix)
                .bind("more", prefix + ".%")
                .mapTo(String.class)
                .list();
    }
}
