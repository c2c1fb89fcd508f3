package io.litigation.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages with something in every field, the same in every run: texts say the field's name, numbers follow from its
 * number, enums have their last value.
 */
final class SampleMessage {

    /** Below that, messages are there but empty: some contain themselves, and the rest is in their own samples. */
    private static final int DEPTH = 2;

    private SampleMessage() {}

    /** As many as the largest oneof has alternatives, at least one. */
    static List<DynamicMessage> of(Descriptor type) {
        int alternatives = type.getRealOneofs().stream()
                .mapToInt(OneofDescriptor::getFieldCount)
                .max()
                .orElse(1);
        List<DynamicMessage> samples = new ArrayList<>();
        for (int i = 0; i < alternatives; i++) {
            samples.add(of(type, i, DEPTH));
        }
        return samples;
    }

    private static DynamicMessage of(Descriptor type, int alternative, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            OneofDescriptor oneof = field.getRealContainingOneof();
            if (oneof != null && oneof.getField(alternative % oneof.getFieldCount()) != field) {
                continue;
            }
            if (field.isRepeated()) {
                message.addRepeatedField(field, value(field, depth));
            } else {
                message.setField(field, value(field, depth));
            }
        }
        return message.build();
    }

    private static Object value(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case INT -> field.getNumber() + 100;
            case LONG -> field.getNumber() + 10_000_000_000L;
            case FLOAT -> field.getNumber() + 0.5f;
            case DOUBLE -> field.getNumber() + 0.25;
            case BOOLEAN -> true;
            case STRING -> field.getName();
            case BYTE_STRING -> ByteString.copyFromUtf8(field.getName());
            case ENUM -> last(field.getEnumType().getValues());
            case MESSAGE ->
                depth == 0 && !field.isMapField()
                        ? DynamicMessage.getDefaultInstance(field.getMessageType())
                        : of(field.getMessageType(), 0, Math.max(0, depth - 1));
        };
    }

    private static EnumValueDescriptor last(List<EnumValueDescriptor> values) {
        return values.get(values.size() - 1);
    }
}
