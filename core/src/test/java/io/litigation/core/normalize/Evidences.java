package io.litigation.core.normalize;

import io.litigation.core.normalize.Matching.Evidence;
import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Sex;
import io.litigation.v1.VendorDate;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Evidence, built step by step, and what it is worth. */
final class Evidences {

    static final String NAME = "陈试样";
    static final String ID = "310000198503070019";
    static final Subject PERSON = new PersonSubject(NAME, ID, null);
    static final Subject WITHOUT_ID = new PersonSubject(NAME, null, null);

    private final String name;
    private final String id;
    private Sex sex = Sex.SEX_UNSPECIFIED;
    private int age;
    private String ratio = "";
    private String province = "";
    private List<VendorDate> dates = List.of();
    private @Nullable Instant asOf = Instant.parse("2026-11-22T04:00:00Z");

    private Evidences(String name, String id) {
        this.name = name;
        this.id = id;
    }

    static Evidences of(String name, String id) {
        return new Evidences(name, id);
    }

    Evidences sex(Sex sex) {
        this.sex = sex;
        return this;
    }

    Evidences age(int age) {
        this.age = age;
        return this;
    }

    Evidences ratio(String ratio) {
        this.ratio = ratio;
        return this;
    }

    Evidences province(String province) {
        this.province = province;
        return this;
    }

    Evidences dates(VendorDate... dates) {
        this.dates = List.of(dates);
        return this;
    }

    Evidences withoutTimeOfAnswer() {
        asOf = null;
        return this;
    }

    Evidence build() {
        return new Evidence(name, id, sex, age, ratio, province, dates, asOf);
    }

    void assertGrade(Subject subject, String grade) {
        assertThat(Matching.assess(subject, build()).getGrade()).isEqualTo(MatchGrade.valueOf("MATCH_GRADE_" + grade));
    }
}
