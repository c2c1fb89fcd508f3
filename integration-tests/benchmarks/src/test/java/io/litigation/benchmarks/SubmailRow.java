package io.litigation.benchmarks;

import io.litigation.provider.testkit.Subjects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of SUBMAIL's; the categories come in turn. Every third body is HTML, as the vendor's are now and then. */
record SubmailRow(String category, Map<String, Object> fields) {

    private static final List<String> CATEGORIES = List.of("cpws", "zxgg", "shixin", "bgt", "ktgg", "fygg", "ajlc");
    private static final String COURT = "上海市样例区人民法院";

    static SubmailRow of(int number) {
        String category = CATEGORIES.get(number % CATEGORIES.size());
        SubmailRow row = new SubmailRow(category, common(category, number));
        row.add(number);
        return row;
    }

    private static Map<String, Object> common(String category, int number) {
        int year = 2016 + number % 9;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sortTime", "%d-01-08".formatted(year));
        fields.put("body", number % 3 == 2 ? Paragraphs.html(number, 8) : Paragraphs.plain(number, 8));
        fields.put("sortTimeString", "%d年01月08日".formatted(year));
        fields.put("court", COURT);
        fields.put("entryId", "%s-%06d".formatted(category, number));
        fields.put("matchRatio", "0.95");
        fields.put("pname", number % 5 == 4 ? "李四测,张三测" : Subjects.NAME);
        if (!category.equals("fygg")) {
            fields.put("caseNo", "(%d)沪0199执%d号".formatted(year, number + 1));
        }
        return fields;
    }

    private void add(int number) {
        switch (category) {
            case "cpws" -> judgment();
            case "zxgg" -> enforcement(number);
            case "shixin" -> listing(number);
            case "bgt" -> exposure(number);
            case "ktgg" -> hearing();
            case "fygg" -> fields.put("ggType", "起诉状副本及开庭传票");
            default -> fields.put("ajlcStatus", "审理中");
        }
    }

    private void judgment() {
        fields.put("caseType", "民事案件");
        fields.put("trialProcedure", "一审");
        fields.put("caseCause", "民间借贷纠纷");
        fields.put("title", "李四测与张三测民间借贷纠纷一审民事判决书");
        fields.put("judge", "王审判");
        fields.put("judgeResult", "被告张三测于本判决生效之日起十日内归还原告李四测借款本金200000元。");
        fields.put("yiju", "《中华人民共和国合同法》第二百零六条");
        fields.put("courtRank", "4");
    }

    private void enforcement(int number) {
        fields.put("idcardNo", "3100001985****0000");
        fields.put("title", "张三测执行公告");
        fields.put("caseState", "执行中");
        fields.put("execMoney", Integer.toString(200_000 + number));
    }

    private void listing(int number) {
        fields.put("sex", "女");
        fields.put("lxqk", "全部未履行");
        fields.put("yjCode", "(2017)沪0199民初%d号".formatted(number + 1));
        fields.put("idcardNo", "3100001985030***00");
        fields.put("yjdw", COURT);
        fields.put("jtqx", "有履行能力而拒不履行生效法律文书确定义务");
        fields.put("yiwu", "归还原告李四测借款本金200000元。");
        fields.put("age", "34");
        fields.put("province", "上海");
        fields.put("postTime", "2019年04月03日");
    }

    private void exposure(int number) {
        fields.put("bgDate", "2019-06-05");
        fields.put("partyType", "自然人");
        fields.put("proposer", "赵六测");
        fields.put("idcardNo", "310000********0000");
        fields.put("caseCause", "买卖合同纠纷");
        fields.put("unnexeMoney", "103000.50");
        fields.put("address", "上海市样例路1号");
        fields.put("yiju", "(2018)沪0199民初%d号".formatted(number + 1));
        fields.put("execMoney", "203000");
    }

    private void hearing() {
        fields.put("plaintiff", "李四测");
        fields.put("organizer", "民事审判第一庭");
        fields.put("courtroom", "第五法庭");
        fields.put("title", "李四测诉张三测劳动争议开庭公告");
        fields.put("caseCause", "劳动争议");
        fields.put("judge", "孙法官");
        fields.put("defendant", "张三测");
    }
}
