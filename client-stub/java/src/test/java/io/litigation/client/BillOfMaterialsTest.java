package io.litigation.client;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The bill of materials names the versions that are tested here. It has no parent that could tell it. */
class BillOfMaterialsTest {

    @ParameterizedTest
    @ValueSource(strings = {"grpc.version", "protobuf.version", "version"})
    void namesTheVersionThatTheBuildHas(String property) throws IOException {
        assertThat(value(property, Path.of("..", "bom", "pom.xml")))
                .isEqualTo(value(property, Path.of("..", "..", "pom.xml")));
    }

    private static String value(String element, Path pom) throws IOException {
        Matcher found = Pattern.compile("<" + element + ">([^<$]+)</").matcher(Files.readString(pom));
        assertThat(found.find()).as("%s in %s", element, pom).isTrue();
        return found.group(1);
    }
}
