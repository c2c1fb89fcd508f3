package io.litigation.core.merge;

import io.litigation.v1.LitigationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static io.litigation.core.merge.Told.picture;
import static io.litigation.core.merge.Told.record;
import static org.assertj.core.api.Assertions.assertThat;

class ReviewsTest {

    private static final String FIRST = "(2019)沪0105民初8123号";
    private static final String APPEAL = "(2020)沪01民终100号";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "上诉人张三测不服上海市长宁区人民法院（2019）沪0105民初8123号民事判决，向本院提起上诉。",
                "原审案号:(2019)沪0105民初8123号",
                "维持上海市长宁区人民法院(2019)沪0105民初字第08123号民事判决。",
                "对(2019)沪0105民初8123号民事判决提起上诉",
                "不服(2019)沪0105民初8123号之一民事裁定。另案(2018)沪0105民初5号与本案无关。",
                "不服(2019)沪0105民初8123号判决。上诉人称,原判决认定的事实与(2018)沪0105民初5号判决相矛盾。",
                "不服上海市长宁区人民法院在先作出的(2019)沪0105民初8123号判决",
                "本院另行组成合议庭,对(2019)沪0105民初8123号一案进行了审理",
                "原判决即(2019)沪0105民初8123号民事判决。(2018)沪0105民初5号判决已生效。",
                "长宁区人民法院于2019年9月1日作出(2019)沪0105民初8123号判决。张三测不服,提出上诉。曾有(2018)沪0105民初5号判决证实。",
                "不服(2019)沪0105民初8123号判决。查明:法院作出(2018)沪0105民初5号判决。宣判后,当事人上诉。",
                "对(2019)沪0105民初8123号民事判决不服，提起上诉。查明:(2018)沪0105民初5号判决已生效。",
                "对上海市长宁区人民法院于2019年9月1日作出的(2019)沪0105民初8123号民事判决仍不服。查明:法院作出(2018)沪0105民初5号判决。宣判后,当事人上诉。",
                "对一审法院(2019)沪0105民初8123号判决第二项不服，又称(2018)沪0105民初5号民事判决有误。",
                "对(2019)沪0105民初8123号民事判决向上海市第一中级人民法院提出上诉。查明(2018)沪0105民初5号判决已生效。",
                "不服(2019)沪0105民初8123号判决。查明:李四样对(2018)沪0105民初5号判决不服，提起上诉。",
                "长宁区人民法院作出(2019)沪0105民初8123号判决:一、李四样还款;二、驳回其余诉讼请求。张三测不服,提起上诉。曾有(2018)沪0105民初5号判决。"
            })
    void anAppealIsOfWhatItsTextCites(String text) {
        assertThat(reviewed(APPEAL, text)).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "不服一审判决",
                "参照(2018)沪0105民初5号民事判决",
                "另案(2018)沪0105民初5号民事判决已生效",
                "(2018)沪0105民初5号和(2018)沪0105民初6号民事判决认定的事实",
                "(2018)沪0105刑初9号刑事判决",
                "不服(2018)沪0105执9号执行裁定",
                "不服(2021)沪0105民初9号民事判决",
                "不服(2020)沪01民终100号民事判决",
                "不服(2019)沪0105民初***号民事判决",
                "以上事实,有(2019)沪0105民初8123号民事判决书、证人证言等在案佐证",
                "上诉人提交(2019)沪0105民初8123号民事判决书",
                "该债务已由生效的(2019)沪0105民初8123号判决证明",
                "其债务已经(2019)沪0105民初8123号判决确认,属既判事实",
                "本案审理中,(2019)浙0106民初8123号民事判决生效",
                "债权人可另行起诉,见(2019)沪0105民初8123号判决",
                "在先判决(2019)沪0105民初8123号判决",
                "对一审法院以(2018)沪0105民初5号判决为据的认定不服，又称(2018)沪0105民初6号判决有误",
                "对一审未采信上海市长宁区人民法院(2018)沪0105民初5号判决不服，又称(2018)沪0105民初6号判决有误",
                "对一审法院未采信(2018)沪0105民初5号判决不服，又称(2018)沪0105民初6号判决有误",
                "对(2018)沪0105民初5号判决并无异议，对(2018)沪0105民初6号判决认定的事实不服",
                "法院作出(2018)沪0105民初5号判决:一、李四样还款;二、驳回其余请求。上诉人知悉,也知悉(2018)沪0105民初6号判决。",
                "法院作出(2018)沪0105民初5号判决:一、李四样还款;二、驳回其余请求。该款已经付清。当事人上诉,又称(2018)沪0105民初6号判决有误。"
            })
    void anAppealIsOfNothingElse(String text) {
        assertThat(reviewed(APPEAL, text)).isEmpty();
    }

    @Test
    void ofSeveralNumbersThoseCountThatItIsSaidOf() {
        assertThat(reviewed(APPEAL, "不服(2019)沪0105民初8123号判决，称(2018)沪0105民初5号判决另有认定。"))
                .containsExactly(FIRST);
        assertThat(reviewed(APPEAL, "撤销长宁区人民法院(2019)沪0105民初8123号民事判决及(2019)沪0105民初8124号民事判决。"))
                .containsExactly(FIRST, "(2019)沪0105民初8124号");
        assertThat(reviewed(APPEAL, "不服(2019)沪0105民初8123号、8124号民事判决")).containsExactly(FIRST, "(2019)沪0105民初8124号");
    }

    @Test
    void aRetrialMayBeOfAnAppeal() {
        String text = "申请再审人不服上海市第一中级人民法院(2020)沪01民终100号民事判决，申请再审。";

        assertThat(reviewed("(2021)沪民申7号", text)).containsExactly(APPEAL);
        assertThat(reviewed("(2021)沪民再7号", text)).containsExactly(APPEAL);
        assertThat(reviewed("(2021)沪民终7号", text)).isEmpty();
    }

    @Test
    void aRetrialIsOfAllThatItsHistoryTells() {
        String text = "长宁区人民法院于2019年6月18日作出(2019)沪0105民初8123号民事判决。宣判后，张三测提起上诉。"
                + "上海市第一中级人民法院于2020年5月6日作出(2020)沪01民终100号民事判决，已经发生法律效力。检察机关提出抗诉。";

        assertThat(reviewed("(2021)沪民再7号", text)).containsExactly(FIRST, APPEAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三测对上海市第一中级人民法院(2020)沪01民终100号民事判决及上海市长宁区人民法院(2019)沪0105民初8123号民事判决不服，申请再审。",
                "张三测不服(2020)沪01民终100号判决，申请再审。长宁区人民法院作出(2019)沪0105民初8123号民事判决：一、李四样还款；" + "二、驳回其余诉讼请求。张三测不服，提起上诉。",
                "张三测不服(2020)沪01民终100号判决，申请再审。长宁区人民法院作出(2019)沪0105民初8123号民事判决，判决如下：一、李四样于判决生效之日起"
                        + "十日内归还张三测借款本金186500元；二、李四样于判决生效之日起十日内支付张三测利息，以186500元为基数，自2018年3月1日起计算至"
                        + "实际清偿之日止；三、驳回张三测的其余诉讼请求。如果未按判决指定的期间履行给付金钱义务，应当加倍支付迟延履行期间的债务利息。案件受理费4030元，"
                        + "由李四样负担。甲乙（上海）有限公司不服，提起上诉。"
            })
    void aRetrialIsOfTheAppealAndOfItsFirstInstance(String text) {
        assertThat(reviewed("(2021)沪民再7号", text)).containsExactly(FIRST, APPEAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "法院作出(2018)沪0105民初5号民事判决：一、李四样还款；二、驳回其余请求。张三测持该判决申请执行。李四样不服，提起上诉。",
                "法院作出(2018)沪0105民初5号民事判决：一、李四样还款；二、驳回其余请求。张三测不服(2020)沪01民终100号民事判决，申请再审。",
                "另查明，法院作出(2018)沪0105民初5号民事判决：一、李四样还款；二、驳回其余请求。张三测不服，申请再审。",
                "法院作出(2018)沪0105民初5号民事判决：一、李四样还款；二、驳回其余请求。张三测就(2020)沪01民终100号民事判决提起上诉。",
                "法院作出(2018)沪0105民初5号民事判决：一、李四样还款；二、驳回其余请求。(2020)沪01民终100号判决宣判后,张三测知悉。",
                "法院作出(2018)沪0105民初5号民事判决。双方后来又因为同一房屋的租赁关系发生争议，张三测多次催要租金未果，遂委托律师发函，李四样回函称"
                        + "其并不欠付任何租金，双方协商未成，张三测诉至法院，法院判决李四样支付租金并且承担违约责任，李四样提起上诉。"
            })
    void whatARetrialTellsOfAnotherCaseIsNoHistory(String text) {
        assertThat(reviewed("(2021)沪民再7号", "不服(2020)沪01民终100号判决，申请再审。" + text)).containsExactly(APPEAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本院于2020年5月6日作出（2020）沪01民终100号民事判决，已经发生法律效力。2021年3月4日，本院作出（2021）沪01民监2号民事裁定，再审本案。",
                "法院作出(2020)沪01民终100号民事判决,已发生法律效力。本院作出(2021)沪民监2号民事裁定,提审本案。",
                "本院作出(2020)沪01民终100号民事判决,已经发生法律效力。本院院长发现确有错误,作出(2021)沪01民监2号民事裁定。",
                "本院作出(2020)沪01民终100号民事判决:驳回上诉,维持原判。该判决已经发生法律效力。本院院长发现确有错误,作出(2021)沪01民监2号民事裁定。",
                "作出(2019)沪0105民初8123号判决,张三测不服,上诉。作出(2020)沪01民终100号判决,已经发生法律效力。本院决定再审。"
            })
    void aRetrialOfTheCourtsOwnMotionIsOfWhatHadTakenEffect(String text) {
        assertThat(reviewed("(2021)沪民再7号", text)).contains(APPEAL).doesNotContain("(2021)沪01民监2号", "(2021)沪民监2号");
    }

    @Test
    void whatElseHasTakenEffectIsNotWhatIsAppealedFrom() {
        String text = "不服(2019)沪0105民初8123号判决。称法院作出(2020)沪01民终100号民事判决，已经发生法律效力，请求再审。";

        assertThat(reviewed("(2021)沪民再7号", text)).containsExactly(FIRST);
    }

    /** Each could be the end of what is objected to, or of what was ordered: a pattern that tries all ways would not return. */
    @ParameterizedTest
    @ValueSource(strings = {"判决及号", "对法院判决及号", "一、号。", "判决:一、号；"})
    void aTextThatNeverComesToTheWordIsReadAllTheSame(String over) {
        String text = "对法院作出的(2019)沪0105民初8123号" + over.repeat(300) + "号";

        assertThat(reviewed("(2021)沪民再7号", text)).containsExactly(FIRST);
    }

    @Test
    void anAppealOverJurisdictionIsOfItsCase() {
        assertThat(reviewed("(2019)沪01民辖终7号", "不服(2019)沪0105民初8123号民事裁定")).containsExactly(FIRST);
    }

    @Test
    void onlyAppealsAndRetrialsReview() {
        assertThat(reviewed("(2020)沪0105民初9号", "不服(2019)沪0105民初8123号民事判决")).isEmpty();
    }

    @Test
    void theTitleAndTheResultCiteToo() {
        LitigationRecord.Builder titled = record("a", APPEAL).setTitle("不服(2019)沪0105民初8123号判决上诉案");
        LitigationRecord.Builder decided = record("a", APPEAL);
        decided.getJudgmentBuilder().setResult("驳回上诉，维持(2019)沪0105民初8123号民事判决。");

        assertThat(targets(picture(titled))).containsExactly(FIRST);
        assertThat(targets(picture(decided))).containsExactly(FIRST);
    }

    @Test
    void legalGroundsCiteNothing() {
        LitigationRecord.Builder record = record("a", APPEAL);
        record.getJudgmentBuilder().setLegalGrounds("不服(2019)沪0105民初8123号民事判决");

        assertThat(targets(picture(record))).isEmpty();
    }

    @Test
    void anOlderNumberIsTheCasesOfTheCourtThatStandsBeforeIt() {
        LitigationRecord.Builder one = record("a", "(2015)安民初字第1178号");
        one.getCourtBuilder().setName("安阳县人民法院");
        LitigationRecord.Builder other = record("b", "(2015)安民初字第1178号");
        other.getCourtBuilder().setName("安远县人民法院");
        String text = "上诉人张三测不服安阳县人民法院（2015）安民初字第1178号民事判决";

        assertThat(targets(picture(one, other, record("c", APPEAL).setBody(text))))
                .containsExactly("(2015)安民初1178号@安阳县人民法院");
        assertThat(targets(picture(other, record("c", APPEAL).setBody(text)))).isEmpty();
        for (String between : List.of("作出的", "于2015年8月3日作出的", "于二〇一五年八月三日作出", "的")) {
            String given = "不服安阳县人民法院" + between + "（2015）安民初字第1178号民事判决";
            assertThat(targets(picture(one, other, record("c", APPEAL).setBody(given))))
                    .as(between)
                    .containsExactly("(2015)安民初1178号@安阳县人民法院");
        }
    }

    @Test
    void anOlderNumberIsFoundWhereAnEnforcementOnlyRestsOnIt() {
        LitigationRecord.Builder enforcement = Told.basis(
                Told.enforcement("a", "(2016)沪0105执702号", "2016-05-03"), "(2014)浦民一(民)初字第906号", "上海市浦东新区人民法院");
        LitigationRecord.Builder appeal = record("b", "(2016)沪01民终1311号");

        assertThat(targets(picture(enforcement, appeal.setBody("不服上海市浦东新区人民法院（2014）浦民一（民）初字第906号民事判决"))))
                .containsOnly("(2014)浦民一(民)初906号@上海市浦东新区人民法院")
                .hasSize(2);
        assertThat(targets(picture(enforcement, appeal.setBody("不服上海市黄浦区人民法院（2014）浦民一（民）初字第906号民事判决"))))
                .hasSize(1);
    }

    @Test
    void anOlderNumberWithAChamberIsOfAStageToo() {
        LitigationRecord.Builder first = record("a", "(2014)浦民一(民)初字第906号");
        String text = "不服" + Told.COURT + "（2014）浦民一（民）初字第906号民事判决";

        assertThat(targets(picture(first, record("b", "(2014)沪一中民一(民)终字第13号").setBody(text))))
                .containsExactly("(2014)浦民一(民)初906号@" + Told.COURT);
    }

    private static List<String> reviewed(String number, String text) {
        return targets(picture(record("a", number).setBody(text)));
    }

    private static List<String> targets(Picture picture) {
        return picture.caseFiles().stream()
                .flatMap(file -> file.getLinksList().stream())
                .map(link -> link.getTargetCaseKey())
                .toList();
    }
}
