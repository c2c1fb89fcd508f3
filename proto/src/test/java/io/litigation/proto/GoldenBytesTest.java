package io.litigation.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was written once is read for ever: {@code golden-bytes.txt} has each message as it was written when it entered the
 * contract. Lines are added, never changed: a message that has grown since is read from its old bytes.
 */
class GoldenBytesTest {

    @ParameterizedTest
    @MethodSource("lines")
    void oldBytesAreUnderstoodToTheLastFieldAndWrittenAsTheyWere(String line) throws InvalidProtocolBufferException {
        byte[] bytes = Base64.getDecoder().decode(line.substring(line.indexOf(' ') + 1));

        Message message = Contract.generated(name(line)).getParserForType().parseFrom(bytes);

        assertThat(unknown(message)).isEmpty();
        assertThat(message.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void everyMessageOfTheContractHasItsBytes() {
        Set<String> present = new TreeSet<>();
        lines().forEach(line -> present.add(name(line)));

        List<String> missing = new ArrayList<>();
        for (Descriptor type : Contract.messages()) {
            if (!present.contains(type.getFullName())) {
                SampleMessage.of(type).forEach(sample -> missing.add(line(type, sample)));
            }
        }

        assertThat(missing).as("lines to add to golden-bytes.txt").isEmpty();
    }

    static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(GoldenBytesTest.class.getResourceAsStream("golden-bytes.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String line(Descriptor type, DynamicMessage sample) {
        return type.getFullName() + " " + Base64.getEncoder().encodeToString(sample.toByteArray());
    }

    /** Fields that were not understood, at any depth. */
    private static List<String> unknown(Message message) {
        List<String> found = new ArrayList<>();
        UnknownFieldSet here = message.getUnknownFields();
        here.asMap()
                .keySet()
                .forEach(number -> found.add(message.getDescriptorForType().getFullName() + " " + number));
        message.getAllFields().values().forEach(value -> {
            if (value instanceof Message inner) {
                found.addAll(unknown(inner));
            } else if (value instanceof List<?> list) {
                list.stream()
                        .filter(Message.class::isInstance)
                        .forEach(inner -> found.addAll(unknown((Message) inner)));
            }
        });
        return found;
    }
}
