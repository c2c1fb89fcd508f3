package io.litigation.client;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceConfigTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void isTheOneThatAllLanguagesHave() throws IOException {
        String file = Files.readString(Path.of("..", "service-config.json"));

        assertThat(json.readTree(withDoubles(ServiceConfig.asMap())))
                .isEqualTo(json.readTree(withDoubles(json.readValue(file, Map.class))));
    }

    /** Gson's way, which gRPC's is: every number has a point. */
    private String withDoubles(Map<?, ?> config) {
        return json.writeValueAsString(config).replaceAll("(?<=:)(\\d+)(?=[,}])", "$1.0");
    }
}
