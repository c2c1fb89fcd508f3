package io.litigation.server.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import java.security.GeneralSecurityException;

/**
 * A keyset of Tink's: its primary key seals, all of them open. A key that comes after the primary one is the next.
 *
 * @param handle never printed: it holds the keys
 */
record SealingKeys(KeysetHandle handle) {

    static SealingKeys create() throws GeneralSecurityException {
        return new SealingKeys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    }

    static SealingKeys parse(String json) throws GeneralSecurityException {
        return new SealingKeys(
                TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    }

    String json() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    Aead aead() throws GeneralSecurityException {
        return handle.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    boolean hasNext() {
        return !handle.getAt(handle.size() - 1).isPrimary();
    }

    SealingKeys prepared() throws GeneralSecurityException {
        return hasNext()
                ? this
                : new SealingKeys(KeysetHandle.newBuilder(handle)
                        .setConfiguration(AeadConfig2026.get())
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                .withRandomId())
                        .build());
    }

    SealingKeys rotated() throws GeneralSecurityException {
        KeysetHandle.Builder keys = KeysetHandle.newBuilder(prepared().handle()).setConfiguration(AeadConfig2026.get());
        keys.getAt(keys.size() - 1).makePrimary();
        return new SealingKeys(keys.build());
    }

    @Override
    public String toString() {
        return "SealingKeys[" + handle.size() + "]";
    }
}
