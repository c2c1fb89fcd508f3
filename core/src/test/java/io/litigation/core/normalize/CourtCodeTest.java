package io.litigation.core.normalize;

import io.litigation.v1.Court;
import io.litigation.v1.Court.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CourtCodeTest {

    @ParameterizedTest
    @CsvSource({
        "京, 北京", "津, 天津", "冀, 河北", "晋, 山西", "内, 内蒙古", "辽, 辽宁", "吉, 吉林", "黑, 黑龙江",
        "沪, 上海", "苏, 江苏", "浙, 浙江", "皖, 安徽", "闽, 福建", "赣, 江西", "鲁, 山东", "豫, 河南",
        "鄂, 湖北", "湘, 湖南", "粤, 广东", "桂, 广西", "琼, 海南", "渝, 重庆", "川, 四川", "黔, 贵州",
        "云, 云南", "藏, 西藏", "陕, 陕西", "甘, 甘肃", "青, 青海", "宁, 宁夏", "新, 新疆", "兵, 兵团",
        "军, 军队",
    })
    void aPrefixIsAProvinceAndItsHighCourt(String prefix, String province) {
        CourtCode code = CourtCode.parse(prefix).orElseThrow();

        assertThat(code.province()).contains(province);
        assertThat(code.level()).isEqualTo(Level.LEVEL_HIGH);
    }

    @ParameterizedTest
    @CsvSource({
        "11, 北京", "12, 天津", "13, 河北", "14, 山西", "15, 内蒙古", "21, 辽宁", "22, 吉林", "23, 黑龙江",
        "31, 上海", "32, 江苏", "33, 浙江", "34, 安徽", "35, 福建", "36, 江西", "37, 山东", "41, 河南",
        "42, 湖北", "43, 湖南", "44, 广东", "45, 广西", "46, 海南", "50, 重庆", "51, 四川", "52, 贵州",
        "53, 云南", "54, 西藏", "61, 陕西", "62, 甘肃", "63, 青海", "64, 宁夏", "65, 新疆", "71, 台湾",
        "81, 香港", "82, 澳门", "83, 台湾",
    })
    void knowsTheProvincesByNumber(String code, String province) {
        assertThat(Provinces.byCode(code)).contains(province);
    }

    @Test
    void theNumberOfDigitsIsTheLevel() {
        assertThat(CourtCode.parse("最高法").orElseThrow().level()).isEqualTo(Level.LEVEL_SUPREME);
        assertThat(CourtCode.parse("沪").orElseThrow().level()).isEqualTo(Level.LEVEL_HIGH);
        assertThat(CourtCode.parse("沪01").orElseThrow().level()).isEqualTo(Level.LEVEL_INTERMEDIATE);
        assertThat(CourtCode.parse("沪0105").orElseThrow().level()).isEqualTo(Level.LEVEL_BASIC);
    }

    @Test
    void theSupremeCourtIsInNoProvince() {
        assertThat(CourtCode.parse("最高法").orElseThrow().province()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "沪71, RAILWAY",
        "沪7101, RAILWAY",
        "沪72, MARITIME",
        "沪73, INTELLECTUAL_PROPERTY",
        "沪74, FINANCIAL",
        "京74, FINANCIAL",
        "黑75, FORESTRY",
        "黑8012, FORESTRY",
        "黑81, FARM",
        "黑8501, FARM",
        "辽87, CROSS_DISTRICT",
        "辽9501, CROSS_DISTRICT",
    })
    void specialCourtsHaveRangesOfTheirOwn(String code, String specialty) {
        assertThat(CourtCode.parse(code).orElseThrow().specialty().name()).isEqualTo("SPECIALTY_" + specialty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"沪", "沪01", "沪0105", "沪70", "黑74", "沪86", "沪96", "最高法"})
    void othersAreNotSpecial(String code) {
        assertThat(CourtCode.parse(code).orElseThrow().specialty()).isEqualTo(Court.Specialty.SPECIALTY_UNSPECIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "台01", "沪1", "沪010", "沪01055", "最高法01", "上海", "沪01执", "沪0105执", "最高法知"})
    void othersAreNoCourtCodes(String text) {
        assertThat(CourtCode.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "上海市长宁区人民法院, 上海",
        "上海铁路运输法院, 上海",
        "新疆维吾尔自治区高级人民法院生产建设兵团分院, 兵团",
        "新疆维吾尔自治区乌鲁木齐市中级人民法院, 新疆",
        "广西高级人民法院, 广西",
        "内蒙古自治区包头市中级人民法院, 内蒙古",
    })
    void aCourtsNameMayBeginWithItsProvince(String name, String province) {
        assertThat(Provinces.ofCourt(name)).contains(province);
    }

    @ParameterizedTest
    @ValueSource(strings = {"海南藏族自治州中级人民法院", "杭州互联网法院", "最高人民法院", ""})
    void aCourtsNameMayTellNoProvince(String name) {
        assertThat(Provinces.ofCourt(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"上海, 上海", "上海市, 上海", "广西壮族自治区, 广西", "广西自治区, 广西", "江苏省, 江苏", "黑 龙 江, 黑龙江"})
    void aProvinceIsKnownByItsNames(String name, String province) {
        assertThat(Provinces.byName(name)).contains(province);
    }
}
