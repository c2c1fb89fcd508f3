package io.litigation.core.search;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.DishonestListing;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.Party;
import org.junit.jupiter.api.Test;

import java.util.Collections;

import static org.assertj.core.api.Assertions.assertThat;

class RecordSizesTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void whatFitsStaysAsItIs() {
        LitigationRecord record =
                LitigationRecord.newBuilder().setBody("x".repeat(900_000)).build();

        assertThat(RecordSizes.fit(record)).isSameAs(record);
    }

    @Test
    void theRawRowGoesFirst() {
        LitigationRecord fitted =
                fit(LitigationRecord.newBuilder().setBody("文".repeat(200_000)).setRawJson("x".repeat(700_000)));

        assertThat(fitted.getRawJson()).isEmpty();
        assertThat(fitted.getBody()).hasSize(200_000);
        assertThat(fitted.getNotesList()).containsExactly(note("raw_json", "700000 bytes", "OMITTED_FOR_SIZE"));
    }

    @Test
    void aBodyLosesItsEndAndNoMoreThanItMust() {
        LitigationRecord fitted = fit(LitigationRecord.newBuilder().setBody("𠮷".repeat(500_000)));

        assertThat(fitted.getBody().length()).isGreaterThan(2 * 200_000);
        assertThat(fitted.getBody().codePoints()).allMatch(character -> character == "𠮷".codePointAt(0));
        assertThat(fitted.getNotesList()).containsExactly(note("body", "2000000 bytes", "TRUNCATED_FOR_SIZE"));
    }

    /** JSON can say half a character, and a vendor that cuts its texts by their length does. */
    @Test
    void halfACharacterIsNoReasonToLoseARecord() {
        LitigationRecord small =
                LitigationRecord.newBuilder().setTitle("甲\ud842").build();
        assertThat(RecordSizes.fit(small).toByteArray()).hasSize(small.getSerializedSize());

        LitigationRecord fitted = fit(LitigationRecord.newBuilder().setBody("\ud842" + "x".repeat(MEBIBYTE)));
        assertThat(fitted.getBody()).startsWith("\ud842x");
        assertThat(fitted.getNotesList()).containsExactly(note("body", "1048577 bytes", "TRUNCATED_FOR_SIZE"));
    }

    @Test
    void anyOtherTextMayBeTheLargeOne() {
        LitigationRecord fitted = fit(LitigationRecord.newBuilder()
                .setBody("a body")
                .setDishonestListing(DishonestListing.newBuilder().setDuty("义".repeat(600_000))));

        assertThat(fitted.getBody()).isEqualTo("a body");
        assertThat(fitted.getDishonestListing().getDuty()).isNotEmpty();
        assertThat(fitted.getNotesList())
                .containsExactly(note("dishonest_listing.duty", "1800000 bytes", "TRUNCATED_FOR_SIZE"));
    }

    @Test
    void severalLargeTextsAllLoseTheirEnds() {
        LitigationRecord fitted = fit(LitigationRecord.newBuilder()
                .setTitle("t".repeat(2 * MEBIBYTE))
                .setBody("b".repeat(3 * MEBIBYTE))
                .setCause("c".repeat(MEBIBYTE)));

        assertThat(fitted.getNotesList()).extracting(Note::getField).contains("body", "title");
    }

    @Test
    void aTextWithinAListIsNamedByItsPlace() {
        LitigationRecord fitted = fit(LitigationRecord.newBuilder()
                .addParties(Party.newBuilder().setName("甲"))
                .addParties(Party.newBuilder().setName("乙".repeat(MEBIBYTE))));

        assertThat(fitted.getPartiesCount()).isEqualTo(2);
        assertThat(fitted.getParties(0).getName()).isEqualTo("甲");
        assertThat(fitted.getNotesList()).extracting(Note::getField).containsExactly("parties[1].name");
    }

    @Test
    void aListOfManyLosesItsLast() {
        CaseNumber number = CaseNumber.newBuilder().setRaw("(2019)沪0105执447号").build();
        LitigationRecord fitted =
                fit(LitigationRecord.newBuilder().addAllCaseNumbers(Collections.nCopies(100_000, number)));

        assertThat(fitted.getCaseNumbersCount()).isBetween(30_000, 45_000);
        assertThat(fitted.getNotesList())
                .containsExactly(note(
                        "case_numbers",
                        (100_000 - fitted.getCaseNumbersCount()) + " of 100000 elements",
                        "OMITTED_FOR_SIZE"));
    }

    @Test
    void manyNotesAreCountedToo() {
        LitigationRecord fitted = fit(LitigationRecord.newBuilder()
                .addAllNotes(Collections.nCopies(50_000, note("execMoney", "约二十万", "AMOUNT_NOT_PARSED"))));

        assertThat(fitted.getNotesList())
                .filteredOn(note -> note.getReason().equals("OMITTED_FOR_SIZE"))
                .extracting(Note::getField)
                .containsExactly("notes");
    }

    private static LitigationRecord fit(LitigationRecord.Builder record) {
        LitigationRecord fitted = RecordSizes.fit(record.setRecordId("id").build());
        assertThat(fitted.getSerializedSize()).isLessThanOrEqualTo(RecordSizes.GREATEST);
        assertThat(fitted.getRecordId()).isEqualTo("id");
        assertThat(fitted.getNotesCount()).isPositive();
        return fitted;
    }

    private static Note note(String field, String raw, String reason) {
        return Note.newBuilder().setField(field).setRaw(raw).setReason(reason).build();
    }
}
