package io.litigation.casefiles;

import io.litigation.core.merge.LeftOut;
import io.litigation.core.merge.Picture;
import io.litigation.core.merge.Pictures;
import io.litigation.core.merge.SourcedRecord;
import io.litigation.core.merge.Summaries;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.LitigationSummary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each scenario below {@code scenarios}: vendors' rows in, the picture out. {@code -Dscenarios.update=true} writes the
 * pictures anew, and fails: somebody must look at them. What belongs together is never written by the test.
 */
class ScenariosTest {

    private static final int FEWEST = 60;
    private static final boolean UPDATE = Boolean.getBoolean("scenarios.update");
    private static final List<Scenario> SCENARIOS =
            Scenario.allIn(Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "scenarios"));

    @TestFactory
    Stream<DynamicTest> whatBelongsTogetherIsTogetherAndNothingElseIs() {
        return each(scenario -> {
            List<SourcedRecord> records = Vendors.records(scenario);

            assertThat(Grouping.of(records, Pictures.of(records)))
                    .isEqualTo(Grouping.read(scenario.part(Scenario.SAYS)));
        });
    }

    @TestFactory
    Stream<DynamicTest> thePictureIsTheOneThatWasRead() {
        return each(scenario -> {
            String text = text(Vendors.records(scenario));
            if (UPDATE) {
                scenario.write(text);
                throw new AssertionError("rewritten: look at the diff");
            }
            assertThat(text).isEqualTo(scenario.part(Scenario.PICTURE));
        });
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfRecordsChangesNothing() {
        return each(scenario -> {
            List<SourcedRecord> records = new ArrayList<>(Vendors.records(scenario));
            Picture picture = Pictures.of(records);
            for (int seed = 0; seed < 5; seed++) {
                Collections.shuffle(records, new Random(seed));
                assertThat(Pictures.of(records)).isEqualTo(picture);
            }
        });
    }

    @Test
    void precisionAndRecallOfTheGroupingAreOne() {
        int right = 0;
        int found = 0;
        int wanted = 0;
        for (Scenario scenario : SCENARIOS) {
            List<SourcedRecord> records = Vendors.records(scenario);
            Set<String> ours = Grouping.of(records, Pictures.of(records)).pairs();
            Set<String> theirs = Grouping.read(scenario.part(Scenario.SAYS)).pairs();
            Set<String> both = new HashSet<>(ours);
            both.retainAll(theirs);
            right += both.size();
            found += ours.size();
            wanted += theirs.size();
        }
        assertThat(wanted).isPositive();
        assertThat((double) right / found).as("precision").isEqualTo(1.0);
        assertThat((double) right / wanted).as("recall").isEqualTo(1.0);
    }

    @Test
    void thereAreEnoughScenariosAndEachIsExplained() {
        assertThat(SCENARIOS).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(SCENARIOS).allSatisfy(scenario -> {
            assertThat(scenario.story()).as(scenario.name()).isNotEmpty();
            assertThat(String.join(" ", scenario.story())).as(scenario.name()).contains("§");
        });
    }

    private static String text(List<SourcedRecord> records) {
        Picture picture = Pictures.of(records);
        List<LitigationRecord> all = records.stream().map(SourcedRecord::record).toList();
        LitigationSummary summary =
                Summaries.at(Summaries.of(all, picture, LeftOut.NOTHING), picture, Vendors.FETCHED, List.of());
        return PictureText.of(picture, summary);
    }

    private static Stream<DynamicTest> each(Consumer<Scenario> check) {
        return SCENARIOS.stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(), scenario.file().toUri(), () -> check.accept(scenario)));
    }
}
