package io.litigation.core.normalize;

import io.litigation.v1.ProcedureStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypeCodesTest {

    @Test
    void theSpecialTrialCodeIsTakenOff() {
        assertThat(TypeCodes.stage("知民初")).contains(ProcedureStage.PROCEDURE_STAGE_FIRST_INSTANCE);
        assertThat(TypeCodes.stage("知")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "初", "民", "民初执", "执恢复", "知知民初"})
    void aCodeIsNeverLookedUpByAPartOfIt(String code) {
        assertThat(TypeCodes.stage(code)).isEmpty();
    }
}
