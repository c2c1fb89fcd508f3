package io.litigation.core.search;

import com.google.protobuf.Duration;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoodRequestTest {

    private final World world = new World();

    @Test
    void itsIdentifierIsEchoed() {
        assertThat(world.search(World.person(request -> request.setRequestId("A-z_0.9:")))
                        .getRequestId())
                .isEqualTo("A-z_0.9:");
    }

    @Test
    void withoutAnIdentifierItGetsOne() {
        SearchRecordsResponse one = world.search();
        SearchRecordsResponse other = world.search();

        assertThat(one.getRequestId()).matches("[a-z2-7]{26}").isNotEqualTo(other.getRequestId());
        assertThat(one.getLookupId()).matches("[a-z2-7]{26}").isNotEqualTo(other.getLookupId());
        assertThat(one.getRequestId()).isNotEqualTo(one.getLookupId());
    }

    @Test
    void mayGoToEveryBound() {
        SearchRecordsResponse answer = world.search(World.person(request -> {
            for (RecordCategory category : SearchPlanner.ALL_CATEGORIES) {
                request.addCategories(category);
            }
            request.addCategories(RecordCategory.RECORD_CATEGORY_OTHER)
                    .setPageSize(1_000)
                    .setRequestId("r".repeat(64))
                    .setMaxAge(Duration.newBuilder().setSeconds(315_576_000_000L));
            request.getPurposeBuilder()
                    .setCode(PurposeCode.PURPOSE_CODE_OTHER)
                    .setAuthorizationReference("号".repeat(128))
                    .getAuthorizationExpireTimeBuilder()
                    .setSeconds(FakeClock.START.getEpochSecond() + 1);
            return request;
        }));

        assertThat(answer.getOutcomesCount()).isEqualTo(2);
        assertThat(answer.getUncoveredCategoriesList()).contains(RecordCategory.RECORD_CATEGORY_OTHER);
    }
}
