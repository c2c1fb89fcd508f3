package io.litigation.core.merge;

import io.litigation.v1.CaseFile;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Matter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the picture of any records. Few numbers, courts and days, so that records have to do with each other. */
class PicturePropertiesTest {

    private static final List<String> NUMBERS = List.of(
            "(2019)沪0105民初1号",
            "(2020)沪01民终2号",
            "(2020)沪0105执100号",
            "(2020)沪0105执200号",
            "（2020）沪0105执字第0100号",
            "(2020)沪0105执100号、200号",
            "(2021)沪0105执恢31号",
            "(2022)沪0105执恢32号",
            "(2013)浦执字第5号",
            "(2019)沪0105执**号",
            "");
    private static final List<String> BASES =
            List.of("", "(2019)沪0105民初1号", "(2019)沪0105民初9号", "(2012)浦民初字第7号", "(2020)沪仲案字第8号");
    private static final List<String> UNITS = List.of("", "上海市浦东新区人民法院", "上海仲裁委员会");
    private static final List<String> DATES = List.of("", "2020", "2020-02", "2020-02-03", "2021-04-06", "2022-01-09");

    @Provide
    Arbitrary<List<SourcedRecord>> answers() {
        return sources().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    @Property(tries = 500)
    void theOrderOfRecordsChangesNothing(
            @ForAll("answers") List<SourcedRecord> records, @ForAll("randoms") Random random) {
        List<SourcedRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);

        assertThat(Pictures.of(shuffled)).isEqualTo(Pictures.of(records));
    }

    @Property(tries = 300)
    void mergingTwiceIsMergingOnce(@ForAll("answers") List<SourcedRecord> records) {
        List<SourcedRecord> twice = new ArrayList<>(records);
        twice.addAll(records);

        assertThat(Pictures.of(twice)).isEqualTo(Pictures.of(records));
        assertThat(Pictures.of(Pictures.of(records).records())).isEqualTo(Pictures.of(records));
    }

    @Property(tries = 300)
    void everyRecordAboutTheSubjectIsInACaseOrStandsAlone(@ForAll("answers") List<SourcedRecord> records) {
        Picture picture = Pictures.of(records);
        Set<String> told = new HashSet<>();
        picture.caseFiles().forEach(file -> told.addAll(file.getRecordIdsList()));
        picture.standalone().forEach(source -> told.add(source.id()));

        Set<String> about = new HashSet<>();
        records.stream()
                .filter(source -> Grades.isAboutSubject(source.record()))
                .forEach(source -> about.add(source.id()));
        assertThat(told).isEqualTo(about);
    }

    @Property(tries = 300)
    void everyCaseIsInOneMatterAndEveryEventInItsTimeline(@ForAll("answers") List<SourcedRecord> records) {
        Picture picture = Pictures.of(records);
        List<String> ofMatters = new ArrayList<>();
        picture.matters().forEach(matter -> ofMatters.addAll(matter.getCaseKeysList()));

        assertThat(ofMatters)
                .containsExactlyElementsOf(
                        picture.caseFiles().stream().map(CaseFile::getCaseKey).toList())
                .doesNotHaveDuplicates();
        int events = picture.caseFiles().stream()
                .mapToInt(CaseFile::getTimelineCount)
                .sum();
        assertThat(picture.matters().stream().mapToInt(Matter::getTimelineCount).sum())
                .isEqualTo(events);
    }

    @Property(tries = 300)
    void whatIsAboutOthersChangesNothing(@ForAll("answers") List<SourcedRecord> records) {
        List<SourcedRecord> about = records.stream()
                .filter(source -> Grades.isAboutSubject(source.record()))
                .toList();

        assertThat(Pictures.of(records)).isEqualTo(Pictures.of(about));
    }

    private static Arbitrary<SourcedRecord> sources() {
        Arbitrary<LitigationRecord.Builder> plain = Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(NUMBERS),
                        Arbitraries.of(DATES),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2))
                .as(PicturePropertiesTest::record);
        Arbitrary<LitigationRecord.Builder> resting = Combinators.combine(
                        plain,
                        Arbitraries.of(BASES),
                        Arbitraries.of(UNITS),
                        Arbitraries.of(
                                MatchGrade.MATCH_GRADE_STRONG,
                                MatchGrade.MATCH_GRADE_NAME_ONLY,
                                MatchGrade.MATCH_GRADE_CONTRADICTED))
                .as((record, basis, unit, grade) -> {
                    record.getMatchBuilder().setGrade(grade);
                    return basis.isEmpty() ? record : Told.basis(record, basis, unit);
                });
        return Combinators.combine(
                        resting,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 2))
                .as((record, place, hours) -> new SourcedRecord(
                        record.setProvider(place == 0 ? "xinshu" : "submail").build(),
                        place,
                        Told.FETCHED.plusSeconds(3_600L * hours)));
    }

    private static LitigationRecord.Builder record(int id, String number, String date, int kind, int state) {
        LitigationRecord.Builder record = Told.record("r" + id, number);
        switch (kind) {
            case 0 -> {
                record.getEnforcementBuilder()
                        .setStateValue(state)
                        .setVendorState("词" + state)
                        .setOutstandingAmount(Told.cny(state));
                if (!date.isEmpty()) {
                    record.getEnforcementBuilder().setFiledDate(Told.date(date)).setTerminatedDate(Told.date(date));
                }
            }
            case 1 -> {
                record.getDishonestListingBuilder().setStateValue(state).setStateAsOfTime(Told.fetched());
                if (!date.isEmpty()) {
                    record.getDishonestListingBuilder().setListedDate(Told.date(date));
                }
            }
            case 2 -> {
                record.getJudgmentBuilder().setDocumentKindValue(state);
                record.setBody("不服(2019)沪0105民初1号民事判决");
            }
            default -> record.getPublicExposureBuilder().setClaimedAmount(Told.cny(5));
        }
        return record;
    }
}
