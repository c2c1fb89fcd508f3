package io.litigation.core.normalize;

import com.google.type.Date;
import com.google.type.TimeOfDay;
import io.litigation.core.normalize.VendorDates.Horizon;
import io.litigation.v1.VendorDate;
import io.litigation.v1.VendorDate.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class VendorDatesTest {

    /** Noon of 22 November 2026 in Beijing. */
    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-01-08",
                "2019-1-8",
                "2019/1/8",
                "2019.01.08",
                "20190108",
                " 2019-01-08 ",
                "２０１９－０１－０８",
                "2019年1月8日",
                "2019 年 01 月 08 日",
                "2019年1月8号",
                "二〇一九年一月八日",
                "二○一九年一月八日",
                "二零一九年一月八日",
                "2019年1⽉8⽇",
                "2019-01-08 00:00:00",
                "2019-01-08 00:00:00.0",
                "2019-01-07T16:00:00Z",
                "2019-01-08T00:00:00+08:00",
                "2019-01-08T00:00:00.000+0800",
                "2019-01-08T00:00:00+08",
                "2019-01-08 00:00:00 +0800",
                "二0一九年一月八日",
                "\u200B2019-01-08\uFEFF",
                "2019—01—08",
                "201901080000",
                "20190108000000",
                "1546876800000",
                "1546876800",
            })
    void oneDayIsOneDateHoweverItIsWritten(String raw) {
        assertThat(known(raw, Horizon.PAST))
                .isEqualTo(VendorDate.newBuilder()
                        .setDate(Date.newBuilder().setYear(2019).setMonth(1).setDay(8))
                        .setPrecision(Precision.PRECISION_DAY)
                        .setRaw(raw)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-01-08 09:30:00",
                "2019-01-08T09:30:00",
                "2019-1-8 9:30",
                "2019/01/08 09:30",
                "20190108093000",
                "201901080930",
                "20190108 09:30",
                "2019年01月08日 09:30",
                "2019年1月8日9时30分",
                "2019年1月8日上午9时30分00秒",
                "2019年1月8日上午 9:30",
                "2019-01-08T01:30:00Z",
                "1546911000",
                "1546911000000",
            })
    void oneMomentIsLocalTimeInBeijing(String raw) {
        VendorDate date = known(raw, Horizon.PAST);

        assertThat(date.getPrecision()).isEqualTo(Precision.PRECISION_TIME);
        assertThat(date.getDate())
                .isEqualTo(Date.newBuilder().setYear(2019).setMonth(1).setDay(8).build());
        assertThat(date.getTime())
                .isEqualTo(TimeOfDay.newBuilder().setHours(9).setMinutes(30).build());
    }

    @ParameterizedTest
    @CsvSource({
        "2019-01-08 09:30:15, 15, 0",
        "2019年1月8日9时30分15秒, 15, 0",
        "20190108093015, 15, 0",
        "1546911015, 15, 0",
        "1546911015007, 15, 7000000",
        "2019-01-08 09:30:15.5, 15, 500000000",
        "2019-01-08T09:30:15.000000007, 15, 7",
    })
    void aMomentMayBeExact(String raw, int second, int nanos) {
        assertThat(known(raw, Horizon.PAST).getTime())
                .isEqualTo(TimeOfDay.newBuilder()
                        .setHours(9)
                        .setMinutes(30)
                        .setSeconds(second)
                        .setNanos(nanos)
                        .build());
    }

    /** Clocks were an hour ahead from 4 May to 14 September 1986, and in the summers until 1991. */
    @ParameterizedTest
    @CsvSource({
        "1986-05-03T16:00:00Z, 4, 0",
        "1986-05-04T15:00:00Z, 5, 0",
        "1986-09-13T15:00:00Z, 14, 0",
        "1986-09-14T16:00:00Z, 15, 0",
        "1988-06-30T15:00:00Z, 1, 0",
        "1991-09-14T15:00:00Z, 15, 0",
        "1991-09-15T16:00:00Z, 16, 0",
        "1992-06-30T16:00:00Z, 1, 0",
        "1992-06-30T15:00:00Z, 30, 23",
        "1988-06-30T16:00:00Z, 1, 1",
    })
    void aMomentIsReadWithTheClocksOfItsTime(String moment, int day, int hour) {
        String milliseconds = "%012d".formatted(Instant.parse(moment).toEpochMilli());

        for (String raw : new String[] {moment, milliseconds}) {
            assertThat(known(raw, Horizon.PAST).getDate().getDay()).isEqualTo(day);
            assertThat(known(raw, Horizon.PAST).getTime().getHours()).isEqualTo(hour);
            assertThat(known(raw, Horizon.PAST).getPrecision())
                    .isEqualTo(hour == 0 ? Precision.PRECISION_DAY : Precision.PRECISION_TIME);
        }
    }

    @Test
    void aYearOrMonthWithTheVendorsZeroIsNone() {
        assertThat(known("1970", Horizon.PAST).getPrecision()).isEqualTo(Precision.PRECISION_YEAR);
        assertThat(known("1970-01", Horizon.PAST).getPrecision()).isEqualTo(Precision.PRECISION_MONTH);
        assertThat(known("1970-01-02", Horizon.PAST).getPrecision()).isEqualTo(Precision.PRECISION_DAY);
    }

    @Test
    void twelveDigitsAreMillisecondsWhereTheyAreNoTime() {
        // 2001-01-01T00:00 in Beijing; as yyyyMMddHHmm it would be of the year 9782.
        assertThat(known("978278400000", Horizon.PAST).getDate())
                .isEqualTo(Date.newBuilder().setYear(2001).setMonth(1).setDay(1).build());
        // Digits of a time in 2033 are beyond the horizon.
        assertThat(known("203301010000", Horizon.FUTURE).getDate().getYear()).isEqualTo(1976);
    }

    @Test
    void aTextOfMoreThanSixtyFourCharactersIsNoDate() {
        assertThat(known("2019-01-08" + " ".repeat(54), Horizon.PAST).getPrecision())
                .isEqualTo(Precision.PRECISION_DAY);
        assertThat(VendorDates.read("2019-01-08" + " ".repeat(55), Horizon.PAST, AS_OF))
                .isEqualTo(Reading.unreadable("DATE_INVALID"));
    }

    @Test
    void theMorningOfTwelveIsNoAfternoon() {
        assertThat(known("2019年1月8日上午11时59分", Horizon.PAST).getTime().getHours())
                .isEqualTo(11);
        assertThat(known("2019年1月8日下午1时", Horizon.PAST).getTime().getHours()).isEqualTo(13);
    }

    @Test
    void theAfternoonBeginsAtTwelve() {
        assertThat(known("2019年1月8日下午2时30分", Horizon.PAST).getTime().getHours()).isEqualTo(14);
        assertThat(known("2019年1月8日下午12时30分", Horizon.PAST).getTime().getHours())
                .isEqualTo(12);
    }

    @Test
    void aMillisecondsMidnightOfSummerTimeIsItsDay() {
        // Midnight of 1 July 1988 in Beijing, where clocks were an hour ahead.
        String raw = Long.toString(Instant.parse("1988-06-30T15:00:00Z").toEpochMilli());

        assertThat(raw).hasSize(12);
        assertThat(known(raw, Horizon.PAST).getDate())
                .isEqualTo(Date.newBuilder().setYear(1988).setMonth(7).setDay(1).build());
        assertThat(known(raw, Horizon.PAST).getPrecision()).isEqualTo(Precision.PRECISION_DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2019年5月, 2019, 5",
        "2019-05, 2019, 5",
        "2019/5, 2019, 5",
        "2019.05, 2019, 5",
        "二〇一九年五月, 2019, 5",
        "2019, 2019, 0",
        "2019年, 2019, 0",
        "二〇一九年, 2019, 0",
    })
    void aPartialDateNeverGetsADay(String raw, int year, int month) {
        VendorDate date = known(raw, Horizon.PAST);

        assertThat(date.getDate())
                .isEqualTo(Date.newBuilder().setYear(year).setMonth(month).build());
        assertThat(date.getPrecision()).isEqualTo(month == 0 ? Precision.PRECISION_YEAR : Precision.PRECISION_MONTH);
    }

    @ParameterizedTest
    @CsvSource({"二〇一九年十二月三十一日, 12, 31", "二〇一九年十月二十日, 10, 20", "二〇一九年十一月十日, 11, 10"})
    void countsInHanzi(String raw, int month, int day) {
        assertThat(known(raw, Horizon.PAST).getDate())
                .isEqualTo(Date.newBuilder()
                        .setYear(2019)
                        .setMonth(month)
                        .setDay(day)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--",
                "null",
                "暂无",
                "0",
                "0000-00-00",
                "0000-00-00 00:00:00",
                "00000000",
                "1970-01-01",
                "1970-01-01 08:00:00",
                "1970-01-01 00:00:00",
                "19700101",
                "0000000000000",
                "000000000000",
                "0000/00/00",
                "0000.00.00",
                "0000年00月00日",
                "1970/1/1",
                "1970年1月1日",
                "1970-01-01T00:00:00Z",
                "0000000001",
                "无",
                "未知",
                "/",
            })
    void aPlaceholderIsAbsent(String raw) {
        assertThat(VendorDates.read(raw, Horizon.PAST, AS_OF)).isEqualTo(Reading.absent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-02-29",
                "2019-13-01",
                "20190230",
                "20191301",
                "2019-00-10",
                "2019年2月30日",
                "2019-01-08 25:00:00",
                "2019-01-08 09:60",
                "20190108240000",
                "2019-01/08",
                "2019-01-08 星期二",
                "154687680",
                "15468768000",
                "201905",
                "154687680000000",
                "-1546876800",
                "约2019年",
                "Tue Jan 08 00:00:00 CST 2019",
                "二〇一九年十十月",
                "2",
                "19",
                "201",
                "20190",
                "2019010",
                "1546876800000000",
                "2019-1-8-1",
                "2019年1月8日25时",
                "2019-01-08 9:3",
                "2019-01-08T09:30:00+25:00",
                "2019年1月8日 星期二",
                "二〇一九",
                "2019-01-08至2019-01-09",
            })
    void whatIsNoDateIsInvalid(String raw) {
        assertThat(VendorDates.read(raw, Horizon.FUTURE, AS_OF)).isEqualTo(Reading.unreadable("DATE_INVALID"));
    }

    @Test
    void aPublishedDateMayLieADayAhead() {
        assertThat(VendorDates.read("2026-11-23", Horizon.PAST, AS_OF)).isInstanceOf(Reading.Known.class);
        assertThat(VendorDates.read("2026-11-24", Horizon.PAST, AS_OF))
                .isEqualTo(Reading.unreadable("DATE_OUT_OF_RANGE"));
    }

    @Test
    void aHearingMayLieFiveYearsAhead() {
        assertThat(VendorDates.read("2031-11-22", Horizon.FUTURE, AS_OF)).isInstanceOf(Reading.Known.class);
        assertThat(VendorDates.read("2031-11-23", Horizon.FUTURE, AS_OF))
                .isEqualTo(Reading.unreadable("DATE_OUT_OF_RANGE"));
    }

    @Test
    void aMonthOrYearThatHasNotBegunLiesAhead() {
        assertThat(VendorDates.read("2026-12", Horizon.PAST, AS_OF)).isEqualTo(Reading.unreadable("DATE_OUT_OF_RANGE"));
        assertThat(VendorDates.read("2026-11", Horizon.PAST, AS_OF)).isInstanceOf(Reading.Known.class);
        assertThat(VendorDates.read("2027", Horizon.PAST, AS_OF)).isEqualTo(Reading.unreadable("DATE_OUT_OF_RANGE"));
        assertThat(VendorDates.read("2026", Horizon.PAST, AS_OF)).isInstanceOf(Reading.Known.class);
        assertThat(VendorDates.read("2031", Horizon.FUTURE, AS_OF)).isInstanceOf(Reading.Known.class);
        assertThat(VendorDates.read("1948", Horizon.PAST, AS_OF)).isEqualTo(Reading.unreadable("DATE_OUT_OF_RANGE"));
    }

    @Test
    void nothingIsOlderThan1949() {
        assertThat(VendorDates.read("1949-01-01", Horizon.PAST, AS_OF)).isInstanceOf(Reading.Known.class);
        assertThat(VendorDates.read("1948-12-31", Horizon.PAST, AS_OF))
                .isEqualTo(Reading.unreadable("DATE_OUT_OF_RANGE"));
        assertThat(VendorDates.read("9999-12-31", Horizon.FUTURE, AS_OF))
                .isEqualTo(Reading.unreadable("DATE_OUT_OF_RANGE"));
    }

    @Test
    void theDayOfTheAnswerIsBeijings() {
        // In Beijing it is already the 23rd.
        Instant lateInTheDay = Instant.parse("2026-11-22T16:30:00Z");

        assertThat(VendorDates.read("2026-11-24", Horizon.PAST, lateInTheDay)).isInstanceOf(Reading.Known.class);
    }

    private static VendorDate known(String raw, Horizon horizon) {
        Reading<VendorDate> reading = VendorDates.read(raw, horizon, AS_OF);
        assertThat(reading).isInstanceOf(Reading.Known.class);
        return ((Reading.Known<VendorDate>) reading).value();
    }
}
