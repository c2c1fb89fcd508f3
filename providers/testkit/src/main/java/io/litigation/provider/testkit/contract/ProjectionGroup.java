package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.Offering.SubjectFields;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.VendorRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A vendor receives the fields that its offering declares, and never another. */
abstract class ProjectionGroup extends ContractGroup {

    ProjectionGroup(VendorContract suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> aDeclaredFieldReachesTheVendorAndNoOther() {
        List<Case> cases = new ArrayList<>();
        for (int variant = 0; variant < suite().variants(vendor().address()).size(); variant++) {
            for (VendorQuestion question : suite().questions()) {
                cases.add(new Case(variant, question));
            }
        }
        return each(cases, this::searches);
    }

    private void searches(Bench bench, Case one) {
        MapSettings settings = suite().variants(bench.vendor().address()).get(one.variant());
        SubjectFields declared = Bench.declared(bench.provider(settings), one.question());
        Subject subject = one.question().subject();
        bench.vendor().replies(200, "application/json", one.question().records().toByteArray());

        bench.core(settings, Limits.usual()).search(subject);

        VendorRequest request = bench.vendor().takeRequest();
        String received = request.everything() + "\n" + suite().sent(request).question();
        for (SubjectField field : SubjectField.values()) {
            subject.field(field).ifPresent(value -> {
                if (declared.declares(field)) {
                    assertThat(received).as("what the vendor received").contains(value);
                } else {
                    assertThat(received).as("what the vendor received").doesNotContain(value);
                }
            });
        }
    }

    /** A question with one of the vendor's configurations. */
    private record Case(int variant, VendorQuestion question) {

        @Override
        public String toString() {
            return question + ", settings " + variant;
        }
    }
}
