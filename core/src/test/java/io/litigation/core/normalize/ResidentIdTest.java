package io.litigation.core.normalize;

import io.litigation.v1.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentIdTest {

    @ParameterizedTest
    @CsvSource({
        "310000198503070019, 1985-03-07, MALE, 31",
        "310000198503070027, 1985-03-07, FEMALE, 31",
        "310000200503070019, 2005-03-07, MALE, 31",
        "310000189912310015, 1899-12-31, MALE, 31",
        "31000020000229003X, 2000-02-29, MALE, 31",
        "710000198503070013, 1985-03-07, MALE, 71",
        "810000198503070017, 1985-03-07, MALE, 81",
        "820000198503070027, 1985-03-07, FEMALE, 82",
        "830000198503070010, 1985-03-07, MALE, 83",
        "93184019850307001X, 1985-03-07, MALE, ''",
        "931840198503070028, 1985-03-07, FEMALE, ''",
    })
    void tellsBirthDateSexAndProvince(String id, LocalDate birthDate, String sex, String province) {
        assertThat(ResidentId.parse(id)).contains(new ResidentId(id, birthDate, Sex.valueOf("SEX_" + sex), province));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Ｘ", "ｘ", "Ⅹ", "ⅹ", "×"})
    void readsEverySpellingOfX(String x) {
        assertThat(ResidentId.parse("31000019900101007" + x))
                .map(ResidentId::canonical)
                .contains("31000019900101007X");
    }

    @ParameterizedTest
    @CsvSource({
        "310000850307001, 310000198503070019",
        "310000850307000, 310000198503070000",
        "３１００００850307001, 310000198503070019",
        "710000850307001, 710000198503070013",
    })
    void completesTheOldForm(String old, String canonical) {
        assertThat(ResidentId.parse(old)).map(ResidentId::canonical).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "160000198503070010", // no such province
                "840000198503070012",
                "000000198503070016",
                "310000198504310010", // no such day
                "310000190002290017",
                "310000202302290014",
                "310000179912310016", // no such century
                "310000210001010015",
                "31000000000101001X",
                "310000198503070018", // the check character
                "31000019850307001X",
                "310000850431001",
                "931840850307001", // permits without an old form
                "810000850307001",
                "31000085030700X",
                "3100001985030700190",
                "31000019850307001",
                "身份证",
                "",
            })
    void refusesWhatIsNone(String text) {
        assertThat(ResidentId.parse(text)).isEmpty();
    }

    @Test
    void aNeighbourOfEveryDigitIsRefused() {
        String id = "310000198503070019";
        for (int i = 0; i < id.length(); i++) {
            int digit = Character.digit(id.charAt(i), 10);
            String other = id.substring(0, i) + (digit + 1) % 10 + id.substring(i + 1);
            assertThat(ResidentId.parse(other)).as(other).isEmpty();
        }
    }

    @Test
    void isNeverShown() {
        assertThat(ResidentId.parse("310000198503070019").orElseThrow().toString())
                .isEqualTo("ResidentId[***]");
    }
}
