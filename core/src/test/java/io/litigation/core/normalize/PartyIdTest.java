package io.litigation.core.normalize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PartyIdTest {

    @ParameterizedTest
    @CsvSource({
        "310000198503070019, RESIDENT_ID, 310000********0019",
        "31000019900101007x, RESIDENT_ID, 310000********007X",
        "310000850307001, RESIDENT_ID, 310000*****7001",
        "3100001985****0019, RESIDENT_ID, 310000********0019",
        "31000019850307****, RESIDENT_ID, 310000************",
        "310000********007X, RESIDENT_ID, 310000********007X",
        "310000****0019, RESIDENT_ID, 310000****0019",
        "310000850307***, RESIDENT_ID, 310000*****7***",
        "93184019850307001X, RESIDENT_ID, 931840********001X",
        "810000198503070017, RESIDENT_ID, 810000********0017",
        "**0000********0019, RESIDENT_ID, **0000********0019",
        "810000********0017, RESIDENT_ID, 810000********0017",
        "00000001-9, ORGANIZATION_CODE, 000000019",
        "000000019, ORGANIZATION_CODE, 000000019",
        "91310000000000019Q, CREDIT_CODE, 91310000000000019Q",
        "91310000000000019q, CREDIT_CODE, 91310000000000019Q",
    })
    void recognisesTheKind(String raw, String kind, String shown) {
        PartyId id = PartyId.of(raw);

        assertThat(id.recognized()).isTrue();
        assertThat(id.kind().name()).isEqualTo("PARTY_ID_KIND_" + kind);
        assertThat(id.shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "31000019850307000X, 310000********000X",
        "990000********0019, 990000********0019",
        "91310000000000018Q, 913100********018Q",
        "000000018, 00*****18",
        "9131************9Q, 9131************9Q",
        "91310000*********Q, 913100***********Q",
        "913100********0019, 913100********0019",
        "E12345678, E1*****78",
        "1234567, *******",
        "身份证号310000198503070019, 身份证号31************0019",
    })
    void whatIsNotRecognisedIsMaskedAllTheSame(String raw, String shown) {
        PartyId id = PartyId.of(raw);

        assertThat(id.recognized()).isFalse();
        assertThat(id.kind().name()).isEqualTo("PARTY_ID_KIND_UNSPECIFIED");
        assertThat(id.shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "暂无", "null"})
    void silenceIsNoId(String raw) {
        assertThat(PartyId.of(raw)).isEqualTo(new PartyId(PartyId.of("").kind(), "", true));
        assertThat(PartyId.of(raw).shown()).isEmpty();
    }

    @Test
    void noTextLeaksMoreThanTenCharacters() {
        for (String raw :
                new String[] {"310000198503070019,310000198503070000", "31 0000 1985 0307 001 9", "3".repeat(80)}) {
            assertThat(PartyId.of(raw)
                            .shown()
                            .chars()
                            .filter(character -> character != '*')
                            .count())
                    .isLessThanOrEqualTo(10);
        }
    }
}
