package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.Offering;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/** What a vendor sells, and which fields of a subject it declares. */
abstract class OfferingsGroup extends ContractGroup {

    OfferingsGroup(VendorContract suite) {
        super(suite);
    }

    @Test
    void thePlugInIsFoundByServiceLoader() {
        ProviderPlugin plugin = suite().plugin();

        assertThat(ServiceLoader.load(ProviderPlugin.class))
                .filteredOn(found -> found.name().equals(plugin.name()))
                .singleElement()
                .isInstanceOf(plugin.getClass());
        assertThat(plugin.name())
                .matches("[a-z0-9-]+")
                .isEqualTo(bench().provider().name());
        assertThat(plugin.displayName())
                .isNotBlank()
                .isEqualTo(bench().provider().displayName());
    }

    @Test
    void aVendorSellsSomethingAndAlwaysTheSame() {
        Provider provider = bench().provider();

        assertThat(provider.offerings()).isNotEmpty().isEqualTo(provider.offerings());
        assertThat(provider.offerings()).extracting(Offering::name).doesNotHaveDuplicates();
        assertThat(provider.offerings()).allSatisfy(offering -> {
            assertThat(offering.name()).matches("[a-z0-9-]+");
            assertThat(offering.categories())
                    .isNotEmpty()
                    .doesNotContain(RecordCategory.RECORD_CATEGORY_UNSPECIFIED, RecordCategory.UNRECOGNIZED);
            assertThat(offering.subjects()).isNotEmpty();
            assertThat(offering.price().getCurrencyCode()).matches("[A-Z]{3}");
            assertThat(offering.price().getUnits()).isNotNegative();
            assertThat(offering.price().getNanos()).isNotNegative();
        });
        assertThat(provider.mapperVersion()).isPositive();
    }

    @Test
    void aDeclaredFieldIsRequiredOrOptionalAndTheSubjectHasIt() {
        assertThat(bench().provider().offerings())
                .allSatisfy(offering -> offering.subjects().forEach((kind, fields) -> {
                    assertThat(fields.required()).contains(SubjectField.NAME).isSubsetOf(fieldsOf(kind));
                    assertThat(fields.optional()).isSubsetOf(fieldsOf(kind));
                    assertThat(fields.optional()).noneMatch(fields.required()::contains);
                }));
    }

    @Test
    void thisSuiteAsksEachOfferingAboutEachKindOfSubjectThatItServes() {
        List<String> sold = new ArrayList<>();
        bench().provider()
                .offerings()
                .forEach(offering ->
                        offering.subjects().keySet().forEach(kind -> sold.add(offering.name() + " about a " + kind)));

        assertThat(suite().questions()).extracting(VendorQuestion::toString).containsExactlyInAnyOrderElementsOf(sold);
    }

    @Test
    void thisSuiteAsksAboutSubjectsOfWhichEverythingIsKnown() {
        assertThat(suite().questions())
                .allSatisfy(question -> assertThat(fieldsOf(question.subject().kind()))
                        .allSatisfy(field ->
                                assertThat(question.subject().field(field)).isPresent()));
    }

    @Test
    void theAccountIsNamedByAddressAndCredential() {
        Provider provider = bench().provider();

        assertThat(provider.account().address()).isEqualTo(vendor().address());
        assertThat(suite().secrets())
                .contains(provider.account().credential().reveal())
                .first()
                .isNotEqualTo(provider.account().credential().reveal());
    }

    private static List<SubjectField> fieldsOf(SubjectKind kind) {
        return switch (kind) {
            case SUBJECT_KIND_PERSON -> List.of(SubjectField.NAME, SubjectField.ID_NUMBER, SubjectField.MOBILE);
            case SUBJECT_KIND_ORGANIZATION -> List.of(SubjectField.NAME, SubjectField.CREDIT_CODE);
            default -> throw new AssertionError("a kind that nobody knows: " + kind);
        };
    }
}
