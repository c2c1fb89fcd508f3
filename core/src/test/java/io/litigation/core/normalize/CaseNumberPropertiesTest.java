package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.CaseNumber.Kind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every case number, however it is spelt, and for every text that is none. */
class CaseNumberPropertiesTest {

    private static final Set<Kind> WITH_A_KEY =
            Set.of(Kind.KIND_MODERN, Kind.KIND_MODERN_UNKNOWN_TYPE, Kind.KIND_LEGACY);

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }

    @Provide
    Arbitrary<ModernNumber> numbers() {
        return ModernNumber.any();
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    @Provide
    Arbitrary<Integer> years() {
        return ModernNumber.years();
    }

    @Provide
    Arbitrary<String> courts() {
        return ModernNumber.courts();
    }

    @Provide
    Arbitrary<String> types() {
        return ModernNumber.types();
    }

    @Provide
    Arbitrary<Integer> serials() {
        return ModernNumber.serials();
    }

    @Property
    void everySpellingHasTheCanonicalForm(@ForAll("numbers") ModernNumber number, @ForAll("randoms") Random random) {
        String spelt = number.spelt(random);

        assertThat(CaseNumbers.read(spelt))
                .containsExactly(CaseNumber.newBuilder()
                        .setRaw(spelt)
                        .setCanonical(number.canonical())
                        .setKind(number.year() < 2016 ? Kind.KIND_LEGACY : Kind.KIND_MODERN)
                        .setYear(number.year())
                        .setCourtCode(number.court())
                        .setTypeCode(number.special() + number.type())
                        .setSerial(number.serial())
                        .setStage(Objects.requireNonNull(TypeCodes.all().get(number.type())))
                        .build());
    }

    @Property
    void anotherYearIsAnotherCase(@ForAll("numbers") ModernNumber one, @ForAll("years") int year) {
        assertKeys(one, new ModernNumber(year, one.court(), one.special(), one.type(), one.serial()));
    }

    @Property
    void anotherCourtHasAnotherCase(@ForAll("numbers") ModernNumber one, @ForAll("courts") String court) {
        assertKeys(one, new ModernNumber(one.year(), court, one.special(), one.type(), one.serial()));
    }

    @Property
    void aSpecialTrialIsAnotherCase(@ForAll("numbers") ModernNumber one) {
        String other = one.special().isEmpty() ? "知" : "";
        assertKeys(one, new ModernNumber(one.year(), one.court(), other, one.type(), one.serial()));
    }

    @Property
    void anotherTypeIsAnotherCase(@ForAll("numbers") ModernNumber one, @ForAll("types") String type) {
        assertKeys(one, new ModernNumber(one.year(), one.court(), one.special(), type, one.serial()));
    }

    @Property
    void anotherSerialIsAnotherCase(@ForAll("numbers") ModernNumber one, @ForAll("serials") int serial) {
        assertKeys(one, new ModernNumber(one.year(), one.court(), one.special(), one.type(), serial));
    }

    @Property
    void anyTwoNumbersShareAKeyOnlyIfTheyAreOne(
            @ForAll("numbers") ModernNumber one, @ForAll("numbers") ModernNumber other) {
        assertKeys(one, other);
    }

    @Property
    void everyTextIsNumbersOrSilenceOrKeptWithoutAKey(@ForAll("texts") String text) {
        List<CaseNumber> numbers = CaseNumbers.read(text);

        if (numbers.isEmpty()) {
            assertThat(Silences.isInCaseNumbers(text)).as(text).isTrue();
        }
        for (CaseNumber number : numbers) {
            assertThat(number.getRaw()).isEqualTo(text);
            if (WITH_A_KEY.contains(number.getKind())) {
                assertThat(number.getCanonical()).isNotEmpty();
                assertThat(number.getSerial()).isBetween(1, 99_999_999);
                assertThat(number.getYear()).isBetween(1949, 2100);
            } else {
                assertThat(number)
                        .isEqualTo(CaseNumber.newBuilder()
                                .setRaw(text)
                                .setKind(number.getKind())
                                .build());
                assertThat(number.getKind()).isNotEqualTo(Kind.KIND_UNSPECIFIED);
            }
        }
    }

    @Property
    void canonicalisingTwiceChangesNothing(@ForAll("texts") String text) {
        for (CaseNumber number : CaseNumbers.read(text)) {
            if (!number.getCanonical().isEmpty()) {
                assertThat(CaseNumbers.read(number.getCanonical()))
                        .containsExactly(number.toBuilder()
                                .setRaw(number.getCanonical())
                                .clearDocument()
                                .build());
            }
        }
    }

    private static void assertKeys(ModernNumber one, ModernNumber other) {
        assertThat(key(one).equals(key(other))).as("%s, %s", one, other).isEqualTo(one.equals(other));
    }

    private static String key(ModernNumber number) {
        return CaseNumbers.read(number.canonical()).get(0).getCanonical();
    }
}
