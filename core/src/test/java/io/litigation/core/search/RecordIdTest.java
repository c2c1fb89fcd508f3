package io.litigation.core.search;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordView;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RecordIdTest {

    private final World world = new World();

    @Test
    void staysTheSameWhenStateOrAmountsChange() {
        world.alpha.says("ENFORCEMENT a1 20190108 执行中").says("ENFORCEMENT a1 20200202 已终本");

        List<String> before = ids();
        world.advance(Duration.ofDays(2));

        assertThat(ids()).isEqualTo(before);
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void isTwentySixCharactersAndTellsNothing() {
        world.alpha.says("ENFORCEMENT 张三丰 20190108");

        assertThat(ids()).allSatisfy(id -> assertThat(id).matches("[a-z2-7]{26}"));
    }

    @Test
    void recordsThatTheVendorGivesOneIdentifierAreNumbered() {
        world.alpha.says("ENFORCEMENT a1 20190108", "ENFORCEMENT a1 20190109", "ENFORCEMENT a1 20190110");
        World other = new World();
        other.alpha.says("ENFORCEMENT a1 20190108");

        assertThat(ids())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .contains(other.search().getRecords(0).getRecordId());
    }

    @Test
    void theVendorsOrderOfRowsDoesNotNumberThem() {
        world.alpha.says("ENFORCEMENT a1 20190108 甲", "ENFORCEMENT a1 20190110", "ENFORCEMENT a1 20190108 乙");
        World other = new World();
        other.alpha.says("ENFORCEMENT a1 20190108 乙", "ENFORCEMENT a1 20190108 甲", "ENFORCEMENT a1 20190110");

        assertThat(full(world)).isEqualTo(full(other));
    }

    @Test
    void aNewerOneLeavesTheNumbersOfTheOthersAsTheyAre() {
        world.alpha.says("ENFORCEMENT a1 20190108", "ENFORCEMENT a1 20190110");
        World other = new World();
        other.alpha.says("ENFORCEMENT a1 20200601", "ENFORCEMENT a1 20190110", "ENFORCEMENT a1 20190108");

        assertThat(other.search().getRecordsList().stream()
                        .map(LitigationRecord::getRecordId)
                        .toList())
                .endsWith(ids().toArray(String[]::new));
    }

    @Test
    void isOfVendorAndCategory() {
        world.alpha.says("ENFORCEMENT a1 20190108", "DISHONEST_DEBTOR a1 20190108");
        world.beta.says("ENFORCEMENT a1 20190108");

        assertThat(ids()).hasSize(3).doesNotHaveDuplicates();
    }

    private static List<LitigationRecord> full(World world) {
        return world.search(World.person(request -> request.setView(RecordView.RECORD_VIEW_FULL)))
                .getRecordsList();
    }

    private List<String> ids() {
        return world.search().getRecordsList().stream()
                .map(LitigationRecord::getRecordId)
                .toList();
    }
}
