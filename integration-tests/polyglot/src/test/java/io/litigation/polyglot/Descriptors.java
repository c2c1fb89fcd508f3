package io.litigation.polyglot;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Descriptor sets of the contract, now and before. */
final class Descriptors {

    private Descriptors() {}

    /** What is in the jar of the contract. */
    static FileDescriptorSet shipped() {
        return read(shippedFile());
    }

    static Path shippedFile() {
        return Project.path("proto", "target", "classes", "litigation", "v1", "litigation.v1.binpb");
    }

    /** That of the last release. */
    static FileDescriptorSet baseline() {
        return read(baselineFile());
    }

    static Path baselineFile() {
        return Project.path("proto", "baseline", "litigation.v1.binpb");
    }

    private static FileDescriptorSet read(Path file) {
        try {
            return FileDescriptorSet.parseFrom(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
