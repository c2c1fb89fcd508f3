package io.litigation.polyglot;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;

import java.util.Locale;

/** A contract as it may be after a while: everything has grown by what compatibility allows. */
final class ContractOfTomorrow {

    /** The field that every message has got, by its JSON name. */
    static final String ADDED = "addedTomorrow";

    /** The kind of part that a stream has got. */
    static final String ADDED_PART = "addedPart";

    private static final int FIELD = 15_000;
    private static final int PART = 15_001;
    private static final int VALUE = 99;

    private ContractOfTomorrow() {}

    static FileDescriptorSet of(FileDescriptorSet today) {
        FileDescriptorSet.Builder tomorrow = today.toBuilder();
        tomorrow.getFileBuilderList().stream()
                .filter(file -> file.getPackage().equals("litigation.v1"))
                .forEach(ContractOfTomorrow::grow);
        return tomorrow.build();
    }

    /** The value that an enum has got. */
    static String valueOf(String enumName) {
        return "ADDED_TOMORROW_" + enumName.toUpperCase(Locale.ROOT);
    }

    private static void grow(FileDescriptorProto.Builder file) {
        file.getEnumTypeBuilderList().forEach(ContractOfTomorrow::grow);
        file.getMessageTypeBuilderList().forEach(ContractOfTomorrow::grow);
    }

    private static void grow(EnumDescriptorProto.Builder type) {
        type.addValueBuilder().setName(valueOf(type.getName())).setNumber(VALUE);
    }

    private static void grow(DescriptorProto.Builder type) {
        type.getEnumTypeBuilderList().forEach(ContractOfTomorrow::grow);
        type.getNestedTypeBuilderList().forEach(ContractOfTomorrow::grow);
        type.addField(text("added_tomorrow", ADDED, FIELD));
        if (type.getName().equals("StreamRecordsResponse")) {
            type.addField(text("added_part", ADDED_PART, PART).setOneofIndex(0));
        }
    }

    private static FieldDescriptorProto.Builder text(String name, String jsonName, int number) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setJsonName(jsonName)
                .setNumber(number)
                .setType(FieldDescriptorProto.Type.TYPE_STRING)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL);
    }
}
