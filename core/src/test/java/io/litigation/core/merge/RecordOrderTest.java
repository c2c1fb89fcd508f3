package io.litigation.core.merge;

import com.google.type.Date;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RecordOrderTest {

    @Test
    void theNewestEventComesFirstAndWhatHasNoDateLast() {
        LitigationRecord undated = record("alpha", "1").build();
        LitigationRecord old =
                record("alpha", "2").setEventDate(date(2001, 2, 3)).build();
        LitigationRecord young =
                record("alpha", "3").setEventDate(date(2024, 1, 1)).build();

        assertThat(sorted(undated, old, young)).containsExactly(young, old, undated);
    }

    @Test
    void whatIsNotKnownOfADateCountsAsTheEarliest() {
        LitigationRecord year =
                record("alpha", "1").setEventDate(date(2019, 0, 0)).build();
        LitigationRecord month =
                record("alpha", "2").setEventDate(date(2019, 1, 0)).build();
        LitigationRecord day =
                record("alpha", "3").setEventDate(date(2019, 1, 8)).build();
        LitigationRecord before =
                record("alpha", "4").setEventDate(date(2018, 12, 31)).build();

        assertThat(sorted(before, year, month, day)).containsExactly(day, month, year, before);
    }

    @Test
    void withoutAnEventThePublicationDecides() {
        LitigationRecord published =
                record("alpha", "1").setPublishDate(date(2023, 5, 5)).build();
        LitigationRecord happened = record("alpha", "2")
                .setEventDate(date(2022, 5, 5))
                .setPublishDate(date(2024, 5, 5))
                .build();

        assertThat(sorted(happened, published)).containsExactly(published, happened);
    }

    @Test
    void onOneDayProvidersCategoriesAndIdentifiersDecideSoThatArrivalDoesNot() {
        List<LitigationRecord> expected = List.of(
                record("alpha", "1").build(),
                record("alpha", "2").build(),
                record("alpha", "0")
                        .setCategory(RecordCategory.RECORD_CATEGORY_HEARING)
                        .build(),
                record("beta", "0").build());
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<LitigationRecord> shuffled = new ArrayList<>(expected);
            Collections.shuffle(shuffled, random);
            assertThat(sorted(shuffled.toArray(LitigationRecord[]::new))).isEqualTo(expected);
        }
    }

    private static List<LitigationRecord> sorted(LitigationRecord... records) {
        return List.of(records).stream().sorted(RecordOrder.NEWEST_FIRST).toList();
    }

    private static LitigationRecord.Builder record(String provider, String id) {
        return LitigationRecord.newBuilder()
                .setProvider(provider)
                .setCategory(RecordCategory.RECORD_CATEGORY_JUDGMENT)
                .setRecordId(id);
    }

    private static VendorDate date(int year, int month, int day) {
        return VendorDate.newBuilder()
                .setDate(Date.newBuilder().setYear(year).setMonth(month).setDay(day))
                .build();
    }
}
