package io.litigation.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Message;
import io.litigation.v1.LedgerServiceProto;
import io.litigation.v1.LitigationServiceProto;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The contract as the generated code has it: every file that its services are made of. */
final class Contract {

    private static final String PACKAGE = "litigation.v1";

    private Contract() {}

    /** All messages, nested ones too. */
    static List<Descriptor> messages() {
        return files().flatMap(file -> file.getMessageTypes().stream())
                .flatMap(Contract::withNested)
                .toList();
    }

    /** The empty instance of a message's generated class. */
    static Message generated(String fullName) {
        String nested = fullName.substring(PACKAGE.length() + 1).replace('.', '$');
        try {
            return (Message) Class.forName("io.litigation.v1." + nested)
                    .getMethod("getDefaultInstance")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no generated class of " + fullName, e);
        }
    }

    private static Stream<FileDescriptor> files() {
        Map<String, FileDescriptor> files = new LinkedHashMap<>();
        collect(LedgerServiceProto.getDescriptor(), files);
        collect(LitigationServiceProto.getDescriptor(), files);
        return files.values().stream().filter(file -> file.getPackage().equals(PACKAGE));
    }

    private static void collect(FileDescriptor file, Map<String, FileDescriptor> files) {
        file.getDependencies().forEach(imported -> collect(imported, files));
        files.putIfAbsent(file.getName(), file);
    }

    private static Stream<Descriptor> withNested(Descriptor type) {
        return Stream.concat(Stream.of(type), type.getNestedTypes().stream().flatMap(Contract::withNested));
    }
}
