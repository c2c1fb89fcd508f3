package io.litigation.server;

import com.google.common.hash.Hashing;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration that names one caller, {@code loans} of the tenant {@code bank}, and its key. */
final class CallerFile {

    static final String KEY = "a-key-that-is-made-up-for-the-tests-of-the-server";

    private CallerFile() {}

    static Path in(Path folder) {
        String hash = Hashing.sha256().hashString(KEY, StandardCharsets.UTF_8).toString();
        try {
            return Files.writeString(folder.resolve("callers.yaml"), """
                    litigation:
                      callers:
                        - { name: loans, tenant: bank, api-key-sha256: %s }
                    """.formatted(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows a key with every call. */
    static ClientInterceptor showing(String key) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }
}
