package io.litigation.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a newer contract adds is no obstacle to this one's code, and is passed on as it came. */
class NewerContractTest {

    private static final int ADDED_FIELD = 15_000;
    private static final int ADDED_VALUE = 99;

    static List<Descriptor> messages() {
        return Contract.messages();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void unknownFieldsAndValuesSurvive(Descriptor type) throws InvalidProtocolBufferException {
        for (DynamicMessage sample : SampleMessage.of(type)) {
            byte[] newer = newer(sample).toByteArray();

            Message read =
                    Contract.generated(type.getFullName()).getParserForType().parseFrom(newer);

            assertThat(read.toBuilder().build().toByteArray()).isEqualTo(newer);
            assertThat(read.getUnknownFields().hasField(ADDED_FIELD)).isTrue();
            type.getFields().stream()
                    .filter(field -> field.getJavaType() == JavaType.ENUM && !field.isRepeated())
                    .filter(read::hasField)
                    .forEach(field -> assertThat(((EnumValueDescriptor) read.getField(field)).getNumber())
                            .isEqualTo(ADDED_VALUE));
        }
    }

    private static Message newer(DynamicMessage sample) {
        DynamicMessage.Builder newer = sample.toBuilder();
        for (FieldDescriptor field : sample.getAllFields().keySet()) {
            if (field.getJavaType() == JavaType.ENUM && !field.isRepeated()) {
                newer.setField(field, field.getEnumType().findValueByNumberCreatingIfUnknown(ADDED_VALUE));
            }
        }
        return newer.setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                ADDED_FIELD,
                                Field.newBuilder()
                                        .addLengthDelimited(ByteString.copyFromUtf8("added"))
                                        .build())
                        .build())
                .build();
    }
}
