package io.litigation.sandbox.submail;

import io.litigation.sandbox.world.Basis;
import io.litigation.sandbox.world.Enforcement;
import io.litigation.sandbox.world.Matter;
import io.litigation.sandbox.world.Suit;

/** The running texts of documents and notices; some are HTML, one brings a script along. */
final class SubmailTexts {

    private SubmailTexts() {}

    static String judgment(Matter matter, Basis.Judgment judgment) {
        return Lookalikes.radicals("""
                <div class="doc"><style>.doc{color:#333}</style><p align='center'>%1$s</p><p align='center'>民&nbsp;事&nbsp;判&nbsp;决&nbsp;书</p>\
                <p>%2$s</p><p>原告&#xff1a;%3$s。<br/>被告：%4$s。</p><p>原告%3$s与被告%4$s%5$s一案，本院立案后依法适用简易程序，公开开庭进行了审理。本案现已审理终结。</p>\
                <p>依照《中华人民共和国民法典》相关规定，判决如下：<br>%6$s</p><p>如未按本判决指定的期间履行给付金钱义务，应当加倍支付迟延履行期间的债务利息。</p>\
                <script>track("doc")</script></div>""".formatted(
                        judgment.unit(),
                        judgment.text(),
                        matter.creditor(),
                        matter.debtor().name(),
                        matter.cause(),
                        result(matter)));
    }

    static String result(Matter matter) {
        return "被告%s于本判决生效之日起十日内支付原告%s人民币%s元。"
                .formatted(
                        matter.debtor().name(),
                        matter.creditor(),
                        matter.amount().toPlainString());
    }

    static String termination(Matter matter, Enforcement round, Enforcement.Termination termination) {
        return "<p>申请执行人%s与被执行人%s%s一案，执行标的%s元。</p><p>经查，被执行人暂无财产可供执行，尚有%s元未履行。<br/>依照《最高人民法院关于适用&lt;中华人民共和国民事诉讼法&gt;的解释》，裁定如下：终结本次执行程序。</p>"
                .formatted(
                        matter.creditor(),
                        matter.debtor().name(),
                        matter.cause(),
                        round.claimed().toPlainString(),
                        termination.outstanding().toPlainString());
    }

    static String enforcement(Matter matter, Enforcement round) {
        return "被执行人：%s，执行法院：%s，立案时间：%s，案号：%s，执行标的：%s元"
                .formatted(
                        matter.debtor().name(),
                        round.number().court().name(),
                        round.filed(),
                        round.number().official(),
                        round.claimed().toPlainString());
    }

    static String hearing(Suit suit) {
        return "我院定于%s在第三法庭公开开庭审理%s诉%s%s一案，特此公告。"
                .formatted(
                        SubmailSpelling.minutes(suit.hearing()),
                        suit.plaintiff(),
                        suit.defendant().name(),
                        suit.cause());
    }

    static String summons(Suit suit) {
        return Lookalikes.compatibilityIdeographs(
                "%s：本院受理原告%s与你%s一案，现依法向你公告送达起诉状副本、应诉通知书及开庭传票。自公告之日起经过30日即视为送达，逾期不到庭将依法缺席判决。%s"
                        .formatted(
                                suit.defendant().name(),
                                suit.plaintiff(),
                                suit.cause(),
                                suit.number().court().name()));
    }
}
