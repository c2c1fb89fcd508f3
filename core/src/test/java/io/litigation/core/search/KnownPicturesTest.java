package io.litigation.core.search;

import com.google.protobuf.ByteString;
import io.litigation.core.merge.LeftOut;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class KnownPicturesTest {

    private static final int BOUND = 1 << 20;

    private final KnownPictures pictures = new KnownPictures(BOUND);

    @Test
    void aPictureIsKeptForTheVeryAnswersThatItIsOf() {
        List<Part> parts = List.of(part(1_000));
        assertThat(pictures.has(parts, LeftOut.NOTHING)).isFalse();

        pictures.of(parts, LeftOut.NOTHING);

        assertThat(pictures.has(parts, LeftOut.NOTHING)).isTrue();
        assertThat(pictures.has(List.of(part(1_000)), LeftOut.NOTHING)).isFalse();
    }

    /** It would keep the answer in memory, which may be larger by far than the picture. */
    @Test
    void aPictureOfAnAnswerThatIsLargerThanTheBoundIsNotKept() {
        List<Part> parts = List.of(part(BOUND));

        pictures.of(parts, LeftOut.NOTHING);

        assertThat(pictures.has(parts, LeftOut.NOTHING)).isFalse();
    }

    private static Part part(int size) {
        RawAnswer raw = new RawAnswer(
                "cases",
                ByteString.EMPTY,
                "text/plain",
                "",
                "0000",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                Instant.EPOCH);
        List<LitigationRecord> records =
                List.of(LitigationRecord.newBuilder().setRecordId("r1").build());
        return new Part(
                Set.of(),
                ProviderOutcome.getDefaultInstance(),
                Optional.of(new Answer(raw, Verdict.RECORDS_FOUND, records, records, List.of(), Set.of(), size)),
                Optional.empty());
    }
}
