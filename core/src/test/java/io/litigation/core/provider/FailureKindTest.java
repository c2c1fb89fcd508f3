package io.litigation.core.provider;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class FailureKindTest {

    private static final String CONTRACT = "/litigation/v1/litigation_service.proto";

    /** In the table of a provider's reasons, in the row of its code. */
    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void isExplainedInTheContract(FailureKind kind) throws IOException {
        try (InputStream contract = requireNonNull(FailureKindTest.class.getResourceAsStream(CONTRACT))) {
            assertThat(new String(contract.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .anyMatch(line -> line.startsWith("// | " + kind.code().name())
                            && line.matches(".*\\b" + kind.reason() + "\\b.*"));
        }
    }
}
