package io.litigation.server.keys;

import com.google.crypto.tink.Aead;
import io.litigation.core.subject.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyFileTest {

    private static final byte[] CONTEXT = "row".getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = new JsonMapper();

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    @Test
    void aRotatedFileNamesWithTheNewKeyAndKnowsTheOld() {
        Keys before = KeyFile.create(file(), random);
        KeyFile.rotate(file(), random);
        Keys after = KeyFile.read(file());

        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
        assertThat(after.fingerprints()).contains(before.fingerprint()).hasSize(2);
        assertThat(after.indexVersion()).isEqualTo(2);
        assertThat(name(after.index().first())).isEqualTo(name(before.index().current()));
    }

    @Test
    void aRotatedFileOpensWhatWasSealedBeforeAndSealsWithTheNewKey() throws GeneralSecurityException {
        Keys before = KeyFile.create(file(), random);
        byte[] sealed = before.sealing().encrypt(CONTEXT, CONTEXT);
        KeyFile.rotate(file(), random);
        Keys after = KeyFile.read(file());

        assertThat(after.sealing().decrypt(sealed, CONTEXT)).isEqualTo(CONTEXT);
        assertThat(opens(before.sealing(), after.sealing().encrypt(CONTEXT, CONTEXT)))
                .isFalse();
    }

    @Test
    void preparedKeysAreKnownButNotWrittenWith() throws GeneralSecurityException {
        Keys before = KeyFile.create(file(), random);
        assertThat(KeyFile.prepare(file(), random)).isEqualTo(KeyFile.Prepared.NOW);
        Keys prepared = KeyFile.read(file());

        assertThat(prepared.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(prepared.fingerprints()).hasSize(2);
        assertThat(opens(before.sealing(), prepared.sealing().encrypt(CONTEXT, CONTEXT)))
                .isTrue();
    }

    @Test
    void whatIsPreparedIsWhatIsRotatedTo() throws GeneralSecurityException {
        KeyFile.create(file(), random);
        KeyFile.prepare(file(), random);
        Keys prepared = KeyFile.read(file());
        KeyFile.rotate(file(), random);
        Keys after = KeyFile.read(file());

        assertThat(after.fingerprints()).containsExactlyInAnyOrderElementsOf(prepared.fingerprints());
        assertThat(opens(prepared.sealing(), after.sealing().encrypt(CONTEXT, CONTEXT)))
                .isTrue();
    }

    @Test
    void preparingTwiceIsPreparingOnce() throws IOException {
        KeyFile.create(file(), random);
        KeyFile.prepare(file(), random);
        String prepared = Files.readString(file());

        assertThat(KeyFile.prepare(file(), random)).isEqualTo(KeyFile.Prepared.BEFORE);
        assertThat(Files.readString(file())).isEqualTo(prepared);
    }

    @Test
    void everyRotationKeepsAllThatWereBefore() {
        Keys first = KeyFile.create(file(), random);
        KeyFile.rotate(file(), random);
        Keys second = KeyFile.read(file());
        KeyFile.rotate(file(), random);

        assertThat(KeyFile.read(file()).fingerprints()).hasSize(3).contains(first.fingerprint(), second.fingerprint());
    }

    @Test
    void aFileOfFormatOneIsReadAndCanBeRotated() throws IOException {
        Keys before = KeyFile.create(file(), random);
        String check = before.check();
        toFormatOne();

        assertThat(KeyFile.read(file()).fingerprint()).isEqualTo(before.fingerprint());
        KeyFile.rotate(file(), random);
        assertThat(JSON.readTree(Files.readString(file())).path("format").asInt(0))
                .isEqualTo(2);
        assertThat(KeyFile.read(file()).fingerprints()).contains(before.fingerprint());
        assertThat(KeyFile.read(file()).opens(check)).isTrue();
    }

    @Test
    void theLedgersKeyIsRotatedToo() throws IOException {
        KeyFile.create(file(), random);
        JsonNode before = JSON.readTree(Files.readString(file())).path("ledger");
        KeyFile.rotate(file(), random);
        JsonNode after = JSON.readTree(Files.readString(file())).path("ledger");

        assertThat(after.path("current").asInt(0)).isEqualTo(2);
        assertThat(after.path("versions").path(0))
                .isEqualTo(before.path("versions").path(0));
        assertThat(after.path("versions").size()).isEqualTo(2);
    }

    @Test
    void knowsWhetherEverybodyMayReadIt() throws IOException {
        KeyFile.create(file(), random);
        assertThat(KeyFile.isOpenToAll(file())).isFalse();

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(KeyFile.isOpenToAll(file())).isFalse();

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(KeyFile.isOpenToAll(file())).isTrue();
    }

    @Test
    void onlyTheOwnerMayReadANewFileAndNothingElseIsLeft() throws IOException {
        KeyFile.create(file(), random);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        KeyFile.rotate(file(), random);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).isEqualTo(List.of(file()));
        }
    }

    @Test
    void aLinkStaysOne() throws IOException {
        Keys before = KeyFile.create(file(), random);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file());
        KeyFile.rotate(link, random);

        assertThat(link).isSymbolicLink();
        assertThat(KeyFile.read(file()).fingerprints())
                .contains(before.fingerprint())
                .hasSize(2);
    }

    @Test
    void whoChangesItMeanwhileIsNotDisturbed() throws IOException {
        KeyFile.create(file(), random);
        String before = Files.readString(file());
        Path other = Files.createFile(folder.resolve("keys.json.new"));

        assertThatThrownBy(() -> KeyFile.rotate(file(), random))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("somebody else is changing the keys");
        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(other).exists();
    }

    @Test
    void aDamagedFileStaysAsItIsAndItsKeysAreNotTold() throws IOException {
        String damaged = "{\"format\": 2, \"sealing\": \"very-secret\"}";
        Files.writeString(file(), damaged);

        assertThatThrownBy(() -> KeyFile.rotate(file(), random))
                .isInstanceOf(KeyFileException.class)
                .hasMessageNotContaining("very-secret");
        assertThat(Files.readString(file())).isEqualTo(damaged);
    }

    @Test
    void aCurrentKeyThatIsNotThereIsAMistake() throws IOException {
        KeyFile.create(file(), random);
        Files.writeString(file(), Files.readString(file()).replace("\"current\" : 1", "\"current\" : 2"));

        assertThatThrownBy(() -> KeyFile.read(file()))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("the current version of a key is missing");
    }

    private Path file() {
        return folder.resolve("keys.json");
    }

    /** As files were before keys could be rotated. */
    private void toFormatOne() throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(Files.readString(file()));
        json.put("format", 1);
        for (String key : List.of("index", "ledger")) {
            json.set(key, json.path(key).path("versions").path(0));
        }
        Files.writeString(file(), JSON.writeValueAsString(json));
    }

    private static byte[] name(KeyedHash key) {
        return key.of("name", List.of());
    }

    private static boolean opens(Aead sealing, byte[] sealed) {
        try {
            sealing.decrypt(sealed, CONTEXT);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
