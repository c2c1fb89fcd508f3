package io.litigation.core.normalize;

import com.google.type.Date;
import com.google.type.Money;
import io.litigation.core.normalize.VendorDates.Horizon;
import io.litigation.v1.VendorDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every date, amount and identifier. */
class ValuePropertiesTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, (int) LocalDate.of(1949, 1, 1).until(LocalDate.of(2026, 11, 23), ChronoUnit.DAYS))
                .map(LocalDate.of(1949, 1, 1)::plusDays)
                .filter(day -> !day.equals(LocalDate.EPOCH));
    }

    @Provide
    Arbitrary<DateTimeFormatter> forms() {
        return Arbitraries.of(
                        "uuuu-MM-dd",
                        "uuuu-M-d",
                        "uuuu/M/d",
                        "uuuu.MM.dd",
                        "uuuuMMdd",
                        "uuuu年MM月dd日",
                        "uuuu 年 M 月 d 日",
                        "uuuu-MM-dd' 00:00:00'",
                        "uuuuMMdd'000000'")
                .map(DateTimeFormatter::ofPattern);
    }

    @Property
    void aDayIsReadInEveryForm(@ForAll("days") LocalDate day, @ForAll("forms") DateTimeFormatter form) {
        assertThat(date(form.format(day))).isEqualTo(day);
    }

    @Property
    void beijingsMidnightIsItsDay(@ForAll("days") LocalDate day) {
        // Once, in 1949, summer time began at midnight: that day begins at one.
        Assume.that(day.atStartOfDay(BEIJING).getHour() == 0);
        Instant midnight = day.atStartOfDay(BEIJING).toInstant();

        assertThat(date(midnight.toString())).isEqualTo(day);
        if (midnight.toEpochMilli() >= 100_000_000_000L) {
            long milliseconds = midnight.toEpochMilli();
            String digits = Long.toString(milliseconds);
            // Twelve digits that are a time are read as one.
            if (digits.length() == 13 || !digits.matches("(?:19|20).*")) {
                assertThat(date(digits)).isEqualTo(day);
            }
            if (milliseconds >= 1_000_000_000_000L) {
                assertThat(date(Long.toString(milliseconds / 1000))).isEqualTo(day);
            }
        }
    }

    @Property
    void aDateKeepsItsTextAndItsRange(@ForAll("texts") String text) {
        if (VendorDates.read(text, Horizon.FUTURE, AS_OF) instanceof Reading.Known<VendorDate> known) {
            assertThat(known.value().getRaw()).isEqualTo(text);
            assertThat(known.value().getDate().getYear()).isBetween(1949, 2031);
        }
    }

    @Property
    void anAmountIsExactInEveryForm(
            @ForAll @LongRange(min = 1, max = 9_999_999_999_999L) long fen,
            @ForAll("multipliers") Multiplier multiplier,
            @ForAll("currencies") List<String> currency) {
        BigDecimal yuan = BigDecimal.valueOf(fen, 2);
        String number = yuan.scaleByPowerOfTen(-multiplier.power()).toPlainString();
        Money expected = Money.newBuilder()
                .setCurrencyCode(currency.get(2))
                .setUnits(fen / 100)
                .setNanos((int) (fen % 100) * 10_000_000)
                .build();

        assertThat(VendorMoney.read(currency.get(0) + number + multiplier.word() + currency.get(1)))
                .isEqualTo(Reading.known(expected));
    }

    record Multiplier(String word, int power) {}

    @Provide
    Arbitrary<Multiplier> multipliers() {
        return Arbitraries.of(
                new Multiplier("", 0),
                new Multiplier("千", 3),
                new Multiplier("万", 4),
                new Multiplier(" 万", 4),
                new Multiplier("百万", 6),
                new Multiplier("亿", 8));
    }

    @Provide
    Arbitrary<List<String>> currencies() {
        return Arbitraries.of(
                List.of("", "", "CNY"),
                List.of("", "元", "CNY"),
                List.of("￥", "元", "CNY"),
                List.of("人民币", "元整", "CNY"),
                List.of("", "美元", "USD"),
                List.of("USD ", "", "USD"),
                List.of("", "港币", "HKD"));
    }

    @Provide
    Arbitrary<String> ids() {
        return Combinators.combine(
                        Arbitraries.of("31", "11", "65", "71", "81", "82", "83", "93"),
                        Arbitraries.strings().numeric().ofLength(4),
                        Arbitraries.integers().between(0, 50_000),
                        Arbitraries.strings().numeric().ofLength(3))
                .as((province, place, day, order) -> {
                    String body = province
                            + place
                            + DateTimeFormatter.BASIC_ISO_DATE.format(
                                    LocalDate.of(1900, 1, 1).plusDays(day))
                            + order;
                    return "0123456789X"
                            .chars()
                            .mapToObj(check -> body + (char) check)
                            .filter(id -> ResidentId.parse(id).isPresent())
                            .toList();
                })
                // One check character of the eleven fits.
                .map(fitting -> {
                    assertThat(fitting).hasSize(1);
                    return fitting.get(0);
                });
    }

    @Property
    void oneOtherCharacterIsAnotherId(
            @ForAll("ids") String id,
            @ForAll @IntRange(max = 16) int position,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        int digit = (Character.digit(id.charAt(position), 10) + shift) % 10;
        String other = id.substring(0, position) + digit + id.substring(position + 1);

        assertThat(ResidentId.parse(other)).isEmpty();
        assertThat(IdMask.compare(other, List.of(id))).isEqualTo(new IdMask.Contradicting());
    }

    @Property
    void everyMaskOfAnIdAgreesWithIt(@ForAll("ids") String id, @ForAll @LongRange(max = (1 << 18) - 1) long hidden) {
        StringBuilder mask = new StringBuilder();
        int visible = 0;
        for (int i = 0; i < id.length(); i++) {
            boolean hides = (hidden >> i & 1) == 1;
            mask.append(hides ? '*' : id.charAt(i));
            visible += hides ? 0 : 1;
        }
        IdMask.Comparison comparison = IdMask.compare(mask.toString(), List.of(id));

        if (visible < 4) {
            assertThat(comparison).isEqualTo(new IdMask.NotComparable());
        } else {
            assertThat(comparison).isInstanceOf(IdMask.Consistent.class);
            assertThat(((IdMask.Consistent) comparison).visible()).isEqualTo(visible);
        }
    }

    @Property
    void aValidIdSurvivesItsOwnSpelling(@ForAll("texts") String text) {
        ResidentId.parse(text)
                .ifPresent(id -> assertThat(ResidentId.parse(id.canonical())).contains(id));
        CreditCode.parse(text)
                .ifPresent(
                        code -> assertThat(CreditCode.parse(code.canonical())).contains(code));
        OrganizationCode.parse(text)
                .ifPresent(code ->
                        assertThat(OrganizationCode.parse(code.canonical())).contains(code));
    }

    private static LocalDate date(String raw) {
        Reading<VendorDate> reading = VendorDates.read(raw, Horizon.PAST, AS_OF);
        assertThat(reading).as(raw).isInstanceOf(Reading.Known.class);
        VendorDate value = ((Reading.Known<VendorDate>) reading).value();
        Date date = value.getDate();
        assertThat(value.getPrecision()).isEqualTo(VendorDate.Precision.PRECISION_DAY);
        return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    }
}
