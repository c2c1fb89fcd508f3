package io.litigation.provider.testkit;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CorpusTextTest {

    private static final ProviderOutcome OUTCOME = ProviderOutcome.newBuilder()
            .setProvider("a-vendor")
            .setState(State.STATE_RECORDS_FOUND)
            .setVendorMessage("查询\"成功\"\r\n\t\u200B{")
            .setAttemptCount(3)
            .build();

    private static final LitigationRecord RECORD = LitigationRecord.newBuilder()
            .setRecordId("an-id")
            .setRawJson("{}")
            .setTitle("标题")
            .addNotes(Note.newBuilder().setField("a").setRaw("长".repeat(60)))
            .addNotes(Note.newBuilder().setField("b").setReason("SHORT"))
            .build();

    private static final String TEXT = """
            outcomes { state: STATE_RECORDS_FOUND vendor_message: "查询\\"成功\\"\\r\\n\\t\\u200b{" }
            records {
              title: "标题"
              notes {
                field: "a"
                raw: "%s"
              }
              notes { field: "b" reason: "SHORT" }
            }
            """.formatted("长".repeat(60));

    @TempDir
    private Path folder;

    @Test
    void whatFitsOnALineStandsOnOneAndNothingIsInvisible() {
        assertThat(CorpusText.of(List.of(OUTCOME), List.of(RECORD))).isEqualTo(TEXT);
    }

    @Test
    void itIsReadAsItWasWrittenWithoutWhatTheGatewayAdds() {
        CorpusText text = new CorpusText("", TEXT);

        assertThat(text.parse().getOutcomes(0))
                .isEqualTo(
                        OUTCOME.toBuilder().clearProvider().clearAttemptCount().build());
        assertThat(text.parse().getRecords(0))
                .isEqualTo(RECORD.toBuilder().clearRecordId().clearRawJson().build());
    }

    @Test
    void writingItAnewKeepsWhatSomebodyWroteOfIt() throws IOException {
        Path file = folder.resolve("answer.txtpb");
        Files.writeString(file, "# What it is.\n# Why it is here.\nan old answer\n# not of its beginning\n");

        CorpusText.write(file, TEXT);

        assertThat(CorpusText.read(file)).isEqualTo(new CorpusText("# What it is.\n# Why it is here.\n", TEXT));
        assertThat(CorpusText.read(file).isExplained()).isTrue();
    }

    @Test
    void aNewOneAsksForAnExplanation() {
        Path file = folder.resolve("answer.txtpb");

        CorpusText.write(file, TEXT);

        assertThat(CorpusText.read(file).answer()).isEqualTo(TEXT);
        assertThat(CorpusText.read(file).isExplained()).isFalse();
        assertThat(new CorpusText("", TEXT).isExplained()).isFalse();
    }
}
