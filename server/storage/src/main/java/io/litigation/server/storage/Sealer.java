package io.litigation.server.storage;

import com.google.crypto.tink.Aead;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Encrypts what is stored. What was sealed as one row's does not open as another's. */
final class Sealer {

    private final Aead aead;

    Sealer(Aead aead) {
        this.aead = aead;
    }

    byte[] seal(MessageLite message, String table, String row) {
        try {
            return aead.encrypt(message.toByteArray(), context(table, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours encrypts", e);
        }
    }

    <M extends MessageLite> M open(byte[] sealed, Parser<M> parser, String table, String row) {
        try {
            return parser.parseFrom(aead.decrypt(sealed, context(table, row)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a row of " + table + " was not sealed with the keys of this installation", e);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a row of " + table + " holds something else than it should");
        }
    }

    private static byte[] context(String table, String row) {
        return (table + "/" + row).getBytes(StandardCharsets.UTF_8);
    }
}
