package io.litigation.e2e;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Replies that are not as documented: what can be read is read, and what can't be is a failure, never "nothing". */
@ExtendWith(SharedGateway.class)
class OddRepliesTest {

    private final RunningGateway gateway;

    OddRepliesTest(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @CsvSource({
        "xinshu,  信数故障网页南宫问雪有案1",
        "submail, 赛邮故障网页南宫问雪有案1",
        "xinshu,  信数故障畸形南宫问雪有案1",
        "submail, 赛邮故障畸形南宫问雪有案1",
    })
    void aReplyThatIsNoJsonIsMalformed(String provider, String name) {
        SearchRecordsResponse answer = gateway.client().search(Searches.forPerson(name));

        ProviderOutcome outcome = Searches.outcome(answer, provider);
        assertThat(outcome.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(Searches.reason(outcome)).isEqualTo("VENDOR_MALFORMED_RESPONSE");
        assertThat(outcome.getVendorMessage()).isEmpty();
        assertThat(gateway.received(provider, name)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xinshu", "submail"})
    void gbkIsReadAndNoted(String provider) {
        SearchRecordsResponse answer = search(provider, "故障GBK申屠砚舟");

        ProviderOutcome outcome = Searches.outcome(answer, provider);
        assertThat(outcome.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(outcome.getNotesList()).extracting(Note::getReason).contains("CHARSET_NOT_UTF8");
        assertThat(courts(answer))
                .isEqualTo(courts(search(provider, "故障延迟1申屠砚舟")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"xinshu, 故障BOM申屠砚舟", "submail, 故障BOM申屠砚舟", "xinshu, 故障类型申屠砚舟", "submail, 故障类型申屠砚舟"})
    void aByteOrderMarkOrAWrongContentTypeDoesNotMatter(String provider, String name) {
        SearchRecordsResponse answer = search(provider, name);

        assertThat(Searches.outcome(answer, provider).getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(answer.getRecordsCount()).isPositive();
    }

    private SearchRecordsResponse search(String provider, String name) {
        SearchRecordsRequest request =
                Searches.forPerson(name).toBuilder().addProviders(provider).build();
        return gateway.client().search(request);
    }

    private static List<String> courts(SearchRecordsResponse answer) {
        return answer.getRecordsList().stream()
                .map(LitigationRecord::getCourt)
                .map(court -> court.getName())
                .toList();
    }
}
