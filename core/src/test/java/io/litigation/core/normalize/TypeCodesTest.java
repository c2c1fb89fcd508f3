package io.litigation.core.normalize;

import io.litigation.v1.ProcedureStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypeCodesTest {

    @ParameterizedTest
    @CsvSource({
        "JURISDICTION, 刑辖 民辖 民辖终 民辖监 行辖 行辖终 赔辖 赔辖终",
        "FIRST_INSTANCE, 刑初 民初 行初 行赔初 民撤",
        "SECOND_INSTANCE, 刑终 民终 行终 行赔终",
        "RETRIAL_REVIEW, 刑监 刑申 刑抗 民监 民申 民抗 行监 行申 行抗 行赔监 行赔申 行赔抗",
        "RETRIAL, 刑再 民再 行再 行赔再",
        "SPECIAL, 民特 民特监 民催 民督 民督监 民保令 民保更 行审 行审复 刑没",
        "PRESERVATION, 财保 行保 行保复 证保 执保",
        "ENFORCEMENT, 执 执恢 执他",
        "ENFORCEMENT_REVIEW, 执异 执复 执监 执协",
        "BANKRUPTCY, 清申 破申 清终 破终 清监 破监 强清 破 民破 民算",
        "COMPENSATION, 法赔 委赔 委赔监 委赔提 委赔再 赔确监",
        "JUDICIAL_AID, 司救刑 司救民 司救行 司救赔 司救执 司救访 司救他",
        "SANCTION, 司惩 司惩复",
        "OTHER, 刑他 民他 行他 赔他 诉前调 民诉前调",
    })
    void everyTypeStandsForAStage(String stage, String codes) {
        for (String code : codes.split(" ", -1)) {
            assertThat(TypeCodes.stage(code)).as(code).contains(ProcedureStage.valueOf("PROCEDURE_STAGE_" + stage));
        }
    }

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
