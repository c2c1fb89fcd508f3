package io.litigation.thirdvendor;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.RawAnswer;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.Charge;
import io.litigation.v1.RecordCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class YunjianMapperTest {

    @Test
    void aRowThatCannotBeReadIsSaidByTheCategoriesOfItsOffering() {
        ProviderAnswer answer = map("YJ0000", "[{\"docId\":\"YJ-D-1\",\"kind\":\"判决\"},\"见附件\"]");

        assertThat(answer.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(answer.unreadable())
                .containsExactlyInAnyOrder(
                        RecordCategory.RECORD_CATEGORY_JUDGMENT, RecordCategory.RECORD_CATEGORY_HEARING);
        assertThat(map("YJ0001", "[]").unreadable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"YJ0000", "YJ0001"})
    void rowsNoneOfWhichCanBeReadAreNeverNothing(String code) {
        assertThat(map(code, "[\"见附件\"]").verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    private static ProviderAnswer map(String code, String rows) {
        RawAnswer raw = new RawAnswer(
                "person-judgments",
                ByteString.copyFromUtf8("{\"code\":\"" + code + "\",\"rows\":" + rows + "}"),
                "",
                "",
                code,
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                Instant.parse("2026-03-01T02:00:00Z"));
        return YunjianMapper.map(raw, Subjects.person());
    }
}
