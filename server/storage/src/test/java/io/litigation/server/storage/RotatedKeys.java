package io.litigation.server.storage;

import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.core.subject.Identities;
import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.QuestionKey;
import io.litigation.core.subject.Subject;
import io.litigation.server.keys.KeyFile;
import io.litigation.server.keys.Keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * A key file's history, and what one question is called by each.
 *
 * @param before as it was made
 * @param prepared with next keys
 * @param after with them as the current ones
 */
record RotatedKeys(Keys before, Keys prepared, Keys after) {

    private static final Subject COMPANY = new OrganizationSubject("示例贸易有限公司", null);

    static RotatedKeys make() {
        SecureRandom random = new SecureRandom();
        try {
            Path file = Files.createTempDirectory("keys").resolve("keys.json");
            Keys before = KeyFile.create(file, random);
            KeyFile.prepare(file, random);
            Keys prepared = KeyFile.read(file);
            KeyFile.rotate(file, random);
            return new RotatedKeys(before, prepared, KeyFile.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static QuestionKey question(Keys keys) {
        VendorAccount account = new VendorAccount(URI.create("https://vendor.example"), Secret.of("account"));
        return new Identities(keys.index()).question("default", "alpha", "cases", account, false, COMPANY);
    }

    static Identities identities(Keys keys) {
        return new Identities(keys.index());
    }

    static Subject company() {
        return COMPANY;
    }
}
