package io.litigation.provider.testkit.contract;

import org.junit.jupiter.api.Test;

import java.util.logging.Level;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;

class ToldTest {

    private static final Logger LOG = Logger.getLogger("a.logger.of.somebodys");

    @Test
    void hearsTheConsoleAndEveryLevelOfTheLog() {
        try (Told told = Told.listen()) {
            System.out.println("to the one stream");
            System.err.println("to the other");
            LOG.log(Level.FINEST, "whispered", new IllegalStateException("with its cause"));

            assertThat(told.text()).contains("to the one stream", "to the other", "whispered", "with its cause");
        }
    }

    @Test
    void hearsNothingWhenItHasStopped() {
        Told told = Told.listen();
        told.close();

        System.out.println("said later");
        LOG.severe("logged later");

        assertThat(told.text()).doesNotContain("later");
    }
}
