package io.litigation.core.normalize;

import com.google.type.Date;
import com.google.type.Money;
import com.google.type.TimeOfDay;
import io.litigation.core.normalize.VendorDates.Horizon;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.CaseNumber.Kind;
import io.litigation.v1.Sex;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every case of the known-answer files. */
class KnownAnswersTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");

    static Stream<JsonNode> caseNumbers() {
        return KnownAnswers.of("case-numbers.json");
    }

    static Stream<JsonNode> dates() {
        return KnownAnswers.of("dates.json");
    }

    static Stream<JsonNode> amounts() {
        return KnownAnswers.of("money.json");
    }

    static Stream<JsonNode> identities() {
        return KnownAnswers.of("identity.json");
    }

    @ParameterizedTest
    @MethodSource("caseNumbers")
    void readsTheCaseNumber(JsonNode known) {
        String input = known.get("input").asString();
        List<CaseNumber> numbers = CaseNumbers.read(input);
        assertThat(numbers).allSatisfy(number -> assertThat(number.getRaw()).isEqualTo(input));
        switch (known.get("kind").asString()) {
            case "KEY" -> {
                assertThat(numbers).hasSize(1);
                CaseNumber number = numbers.get(0);
                assertThat(number.getCanonical()).isEqualTo(known.get("key").asString());
                assertThat(number.getDocument())
                        .isEqualTo(known.path("document").asInt(0));
                boolean legacy = known.path("legacy").asBoolean(false);
                assertThat(number.getKind()).isEqualTo(legacy ? Kind.KIND_LEGACY : Kind.KIND_MODERN);
            }
            case "KEYS" ->
                assertThat(numbers)
                        .extracting(CaseNumber::getCanonical)
                        .containsExactlyElementsOf(known.get("keys")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
            case "ABSENT" -> assertThat(numbers).isEmpty();
            default -> {
                assertThat(numbers)
                        .singleElement()
                        .extracting(CaseNumber::getKind)
                        .isEqualTo(Kind.valueOf("KIND_" + known.get("kind").asString()));
                assertThat(numbers.get(0).getCanonical()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dates")
    void readsTheDate(JsonNode known) {
        String input = known.get("input").asString();
        Reading<VendorDate> reading = VendorDates.read(input, Horizon.PAST, AS_OF);
        switch (known.get("precision").asString()) {
            case "ABSENT" -> assertThat(reading).isInstanceOf(Reading.Absent.class);
            case "INVALID" -> assertThat(reading).isInstanceOf(Reading.Unreadable.class);
            default -> {
                VendorDate date = ((Reading.Known<VendorDate>) reading).value();
                assertThat(date.getPrecision())
                        .isEqualTo(VendorDate.Precision.valueOf(
                                "PRECISION_" + known.get("precision").asString()));
                assertThat(text(date)).isEqualTo(known.get("value").asString());
                assertThat(date.getRaw()).isEqualTo(input);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void readsTheAmount(JsonNode known) {
        Reading<Money> reading = VendorMoney.read(known.get("input").asString());
        switch (known.path("state").asString("")) {
            case "ABSENT" -> assertThat(reading).isInstanceOf(Reading.Absent.class);
            case "UNPARSED" -> assertThat(reading).isEqualTo(new Reading.Unreadable<>("AMOUNT_NOT_PARSED"));
            case "INVALID" -> assertThat(reading).isEqualTo(new Reading.Unreadable<>("AMOUNT_NEGATIVE"));
            default -> {
                Money money = ((Reading.Known<Money>) reading).value();
                assertThat(BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9)))
                        .isEqualByComparingTo(known.get("amount").asString());
                assertThat(money.getCurrencyCode())
                        .isEqualTo(known.get("currency").asString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("identities")
    void readsTheIdentifier(JsonNode known) {
        String input = known.get("input").asString();
        Optional<String> canonical = switch (known.get("type").asString()) {
            case "resident" -> ResidentId.parse(input).map(ResidentId::canonical);
            case "credit" -> CreditCode.parse(input).map(CreditCode::canonical);
            case "orgcode" -> OrganizationCode.parse(input).map(OrganizationCode::canonical);
            default -> MobileNumber.parse(input);
        };
        assertThat(canonical.isPresent()).isEqualTo(known.get("valid").asBoolean());
        assertThat(canonical.orElse("")).isEqualTo(known.path("canonical").asString(canonical.orElse("")));
        if (known.has("sex")) {
            ResidentId id = ResidentId.parse(input).orElseThrow();
            assertThat(id.sex()).isEqualTo(known.get("sex").asString().equals("F") ? Sex.SEX_FEMALE : Sex.SEX_MALE);
            assertThat(id.birthDate()).isEqualTo(known.get("birth").asString());
        }
        if (known.has("orgcode")) {
            assertThat(CreditCode.parse(input).orElseThrow().organizationCode())
                    .isEqualTo(OrganizationCode.parse(known.get("orgcode").asString())
                            .orElseThrow());
        }
    }

    private static String text(VendorDate vendorDate) {
        Date date = vendorDate.getDate();
        TimeOfDay time = vendorDate.getTime();
        return switch (vendorDate.getPrecision()) {
            case PRECISION_YEAR -> "%04d".formatted(date.getYear());
            case PRECISION_MONTH -> "%04d-%02d".formatted(date.getYear(), date.getMonth());
            case PRECISION_DAY -> "%04d-%02d-%02d".formatted(date.getYear(), date.getMonth(), date.getDay());
            default ->
                "%04d-%02d-%02dT%02d:%02d:%02d"
                        .formatted(
                                date.getYear(),
                                date.getMonth(),
                                date.getDay(),
                                time.getHours(),
                                time.getMinutes(),
                                time.getSeconds());
        };
    }
}
