package io.litigation.benchmarks;

import java.util.List;

/** Text as courts write it, about parties that nobody is. */
final class Paragraphs {

    private static final List<String> SENTENCES = List.of(
            "原告李四测与被告张三测民间借贷纠纷一案，本院受理后依法适用普通程序，公开开庭进行了审理，现已审理终结。",
            "原告诉称：被告因经营需要于二〇一六年三月向其借款人民币200,000元，约定月利率1.5%，至今未还。",
            "被告未到庭应诉，亦未提交书面答辩意见，视为放弃质证的权利。",
            "经审理查明，双方签订的《借款合同》（编号A-17）系真实意思表示，内容不违反法律规定，应属合法有效。",
            "依照《中华人民共和国合同法》第二百零六条、第二百零七条之规定，判决如下：",
            "一、被告于本判决生效之日起十日内归还借款本金200000元；二、支付利息（以200000元为基数，自2016年3月1日起）。",
            "如果未按本判决指定的期间履行给付金钱义务，应当加倍支付迟延履行期间的债务利息。");

    private Paragraphs() {}

    /** That many sentences, beginning with another one for each seed. */
    static String plain(int seed, int sentences) {
        return join(seed, sentences, "");
    }

    /** The same as HTML. */
    static String html(int seed, int sentences) {
        return "<div class=\"body\"><p>" + join(seed, sentences, "</p><p>") + "</p>&nbsp;<br/></div>";
    }

    private static String join(int seed, int sentences, String between) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : between).append(SENTENCES.get((seed + i) % SENTENCES.size()));
        }
        return text.toString();
    }
}
