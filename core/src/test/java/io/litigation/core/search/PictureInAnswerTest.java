package io.litigation.core.search;

import io.litigation.v1.CaseFile;
import io.litigation.v1.LeftOutFigure;
import io.litigation.v1.LeftOutFigure.Reason;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Case files and figures in answers, and what is left out of them. */
class PictureInAnswerTest {

    private static final String NUMBER = "(2020)沪0105执100号";

    private final World world = new World();

    @Test
    void theSameCaseOfTwoVendorsIsOneCaseFile() {
        world.alpha.says("ENFORCEMENT a@STRONG@" + NUMBER);
        world.beta.says("ENFORCEMENT b@STRONG@（2020）沪0105执字第0100号");

        SearchRecordsResponse answer = world.search();

        assertThat(answer.getCaseFilesList()).singleElement().satisfies(file -> {
            assertThat(file.getCaseKey()).isEqualTo(NUMBER);
            assertThat(file.getRecordIdsCount()).isEqualTo(2);
        });
        assertThat(answer.getMattersList()).hasSize(1);
        assertThat(answer.getSummary().getMatterFigures(0).getMatterCount()).isEqualTo(1);
    }

    @Test
    void thePictureIsOfAllPagesAndOnTheFirstOnly() {
        world.alpha.says(IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "ENFORCEMENT a" + i + "@STRONG@(2020)沪0105执" + i + "号")
                .toArray(String[]::new));

        SearchRecordsResponse first = world.search(World.person(request -> request.setPageSize(2)));
        SearchRecordsResponse second =
                world.search(World.person(request -> request.setPageSize(2).setPageToken(first.getNextPageToken())));

        assertThat(first.getCaseFilesCount()).isEqualTo(5);
        assertThat(second.getCaseFilesList()).isEmpty();
        assertThat(second.getMattersList()).isEmpty();
        assertThat(second.hasSummary()).isFalse();
    }

    @Test
    void theSummaryOfAStreamHasThePicture() {
        world.alpha.says("ENFORCEMENT a@STRONG@" + NUMBER);
        world.beta.says("ENFORCEMENT b@STRONG@" + NUMBER);

        StreamSummary summary = summary(World.streamed());

        assertThat(summary.getCaseFilesList()).extracting(CaseFile::getCaseKey).containsExactly(NUMBER);
        assertThat(summary.getMattersList()).hasSize(1);
    }

    @Test
    void theViewChangesNothingInThePicture() {
        world.alpha.says("JUDGMENT a@STRONG@(2020)沪01民终100号 20200210 不服(2019)沪0105民初1号民事判决");

        assertThat(world.search().getCaseFiles(0).getLinks(0).getTargetCaseKey())
                .isEqualTo("(2019)沪0105民初1号");
    }

    @Test
    void ofRecordsAboutOthersNobodySeesMoreThanWhy() {
        world.alpha.says(
                "ENFORCEMENT a@STRONG@" + NUMBER,
                "HEARING b@CONTRADICTED@" + NUMBER + " 20200101",
                "JUDGMENT c@UNRELATED@" + NUMBER);

        SearchRecordsResponse answer = world.search();

        assertThat(answer.getRecordsList())
                .filteredOn(record -> record.getMatch().getGrade() != MatchGrade.MATCH_GRADE_STRONG)
                .hasSize(2)
                .allSatisfy(record -> {
                    assertThat(record.getRecordId()).isNotEmpty();
                    assertThat(record.toBuilder()
                                    .clearRecordId()
                                    .clearCategory()
                                    .clearMatch()
                                    .build())
                            .isEqualTo(LitigationRecord.getDefaultInstance());
                });
        assertThat(answer.getCaseFiles(0).getRecordIdsCount()).isEqualTo(1);
        assertThat(answer.getSummary().getRecordCount()).isEqualTo(3);
        assertThat(titles(pull(world.stream(World.streamed())))).doesNotContain("b", "c");
    }

    @Test
    void aCallerWhoMaySeeThemInWhole() {
        world.alpha.says("ENFORCEMENT a@CONTRADICTED@" + NUMBER);
        Caller officer = new Caller("officer", "default", Set.of(), Set.of(), Set.of(), List.of(), true);
        CompletableFuture<SearchRecordsResponse> answer =
                world.gateway().search().searchRecords(World.person(), new CallContext(officer, Optional.empty()));
        world.run();

        assertThat(World.now(answer).getRecords(0).getTitle()).isEqualTo("a");
        assertThat(World.now(answer).getCaseFilesList()).isEmpty();
    }

    @Test
    void whatIsBelowTheLeastGradeIsLeftOutAndCounted() {
        world.alpha.says(
                "ENFORCEMENT a@STRONG@" + NUMBER, "ENFORCEMENT b@NAME_ONLY@" + NUMBER, "ENFORCEMENT c@CONTRADICTED");

        SearchRecordsResponse answer =
                world.search(World.person(request -> request.setMinMatch(MatchGrade.MATCH_GRADE_PROBABLE)));

        assertThat(answer.getRecordsList())
                .extracting(LitigationRecord::getTitle)
                .containsExactly("a");
        assertThat(answer.getCaseFiles(0).getRecordIdsCount()).isEqualTo(1);
        assertThat(answer.getSummary().getRecordCount()).isEqualTo(1);
        assertThat(answer.getSummary().getLeftOutFiguresList())
                .extracting(LeftOutFigure::getGrade)
                .containsExactly(MatchGrade.MATCH_GRADE_NAME_ONLY, MatchGrade.MATCH_GRADE_CONTRADICTED);
    }

    @Test
    void aKnownFalseHitIsLeftOutOfEverything() {
        world.alpha.says("ENFORCEMENT a@STRONG@" + NUMBER, "ENFORCEMENT b@STRONG@" + NUMBER);
        String hit = world.search().getRecordsList().stream()
                .filter(record -> record.getTitle().equals("b"))
                .findFirst()
                .orElseThrow()
                .getRecordId();

        SearchRecordsResponse answer = world.search(
                World.person(request -> request.addExcludeRecordIds(hit).addExcludeRecordIds("unknown")));
        List<StreamRecordsResponse> stream = pull(world.stream(
                World.streamed().toBuilder().addExcludeRecordIds(hit).build()));

        assertThat(answer.getRecordsList())
                .extracting(LitigationRecord::getTitle)
                .containsExactly("a");
        assertThat(answer.getCaseFiles(0).getRecordIdsList()).doesNotContain(hit);
        assertThat(answer.getSummary().getLeftOutFiguresList()).singleElement().satisfies(figure -> {
            assertThat(figure.getReason()).isEqualTo(Reason.REASON_EXCLUDED);
            assertThat(figure.getRecordIdsList()).containsExactly(hit);
        });
        assertThat(titles(stream)).containsExactly("a");
        assertThat(stream.get(stream.size() - 1).getSummary().getRecordCount()).isEqualTo(1);
        assertThat(world.alpha.sent()).as("what is left out is paid for once").isEqualTo(1);
    }

    @Test
    void whatIsNotMergedYetIsMergedElsewhereAndOnce() {
        world.alpha.says("ENFORCEMENT a@STRONG@" + NUMBER);
        world.search();
        SearchRecordsRequest other = World.person(request -> request.setMinMatch(MatchGrade.MATCH_GRADE_STRONG));

        CompletableFuture<SearchRecordsResponse> first = world.begin(other);
        assertThat(first).isNotDone();
        world.run();

        assertThat(World.now(first).getCaseFilesCount()).isEqualTo(1);
        assertThat(world.begin(other)).isCompleted();
    }

    @Test
    void whatHasNoRoomIsCountedAndSaid() {
        world.alpha.says(IntStream.rangeClosed(1, 9_000)
                .mapToObj(i -> "ENFORCEMENT a" + i + "@STRONG@(2020)沪0105执" + i + "号")
                .toArray(String[]::new));

        SearchRecordsResponse answer = world.search();
        StreamSummary summary = summary(World.streamed());

        int missing = answer.getSummary().getOmittedCaseFileCount();
        assertThat(missing).isPositive();
        assertThat(answer.getCaseFilesCount() + missing).isEqualTo(9_000);
        assertThat(answer.getMattersCount()).isEqualTo(answer.getCaseFilesCount());
        assertThat(answer.getSummary().getCoverageGapsList()).anyMatch(gap -> gap.contains("no room for " + missing));
        assertThat(answer.getSerializedSize()).isLessThan(Pages.GREATEST_RESPONSE);
        assertThat(answer.getRecordsList()).hasSize(100);
        assertThat(summary.getSerializedSize()).isLessThan(1 << 20);
        assertThat(summary.getCaseFilesCount()).isPositive();
    }

    private StreamSummary summary(StreamRecordsRequest request) {
        List<StreamRecordsResponse> all = pull(world.stream(request));
        return all.get(all.size() - 1).getSummary();
    }

    private List<StreamRecordsResponse> pull(RecordStream stream) {
        List<StreamRecordsResponse> all = new ArrayList<>();
        while (true) {
            CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
            world.run();
            Optional<StreamRecordsResponse> piece = World.now(next);
            if (piece.isEmpty()) {
                return all;
            }
            all.add(piece.get());
        }
    }

    private static List<String> titles(List<StreamRecordsResponse> stream) {
        return stream.stream()
                .flatMap(piece -> piece.getProviderPart().getRecordsList().stream())
                .map(LitigationRecord::getTitle)
                .toList();
    }
}
