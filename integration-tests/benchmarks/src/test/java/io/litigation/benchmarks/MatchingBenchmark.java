package io.litigation.benchmarks;

import io.litigation.core.normalize.Matching;
import io.litigation.core.subject.Subject;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.MatchAssessment;
import io.litigation.v1.Sex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

import java.util.List;

/** Comparing a party with the subject: name, masked id, sex, age. */
public class MatchingBenchmark extends AgainstJackson {

    @Param
    public Form form = Form.MASKED_ID;

    private final Subject subject = Subjects.person();

    /** What vendors write of a party. */
    public enum Form {
        FULL_ID(Subjects.NAME, Subjects.ID_NUMBER),
        MASKED_ID(Subjects.NAME, "3100001985****0000"),
        MASKED_NAME("张某某", "");

        private final String name;
        private final String id;

        Form(String name, String id) {
            this.name = name;
            this.id = id;
        }
    }

    @Override
    protected byte[] json() {
        return quoted(form.name + form.id);
    }

    @Benchmark
    public MatchAssessment assess(BytesRead read) {
        read.add(length());
        return Matching.assess(
                subject,
                new Matching.Evidence(
                        form.name, form.id, Sex.SEX_FEMALE, 34, "0.95", "上海", List.of(), Vendor.RECEIVED));
    }
}
