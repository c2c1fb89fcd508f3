package io.litigation.benchmarks;

import io.litigation.provider.testkit.Subjects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Replies of Xinshu's form: of four rows one is resumed, one without a listing, and spellings vary. */
final class XinshuReply {

    private XinshuReply() {}

    static byte[] of(int rows) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("orderNo", "202603010900000000002");
        reply.put("data", IntStream.range(0, rows).mapToObj(XinshuReply::row).toList());
        reply.put("rc", "0000");
        reply.put("msg", "查询成功");
        return AgainstJackson.JACKSON.writeValueAsBytes(reply);
    }

    private static Map<String, Object> row(int number) {
        boolean listed = number % 4 != 3;
        int year = 2016 + number % 9;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("entityName", number % 5 == 4 ? "张某某" : Subjects.NAME);
        row.put(
                "entityId",
                List.of("3100001985****0000", "310000********0000", "").get(number % 3));
        row.put("courtName", "上海市样例区人民法院");
        row.put("caseState", List.of("已终本", "执行中", "终结执行").get(number % 3));
        row.put(
                "caseCode",
                number % 4 == 1
                        ? "(%d)沪0199执恢%d号".formatted(year, number + 1)
                        : "（%d）沪 0199 执 %05d 号".formatted(year, number + 1));
        row.put("execMoney", number % 2 == 0 ? "%d.17".formatted(200_000 + number) : "20.43万元");
        row.put("regDate", "%d-01-08".formatted(year));
        row.put("bzxrGistId", "(%d)沪0199民初%d号".formatted(year - 1, number + 1));
        row.put("areaName", "上海");
        row.put("status", listed ? "已下架" : "");
        row.put("unexecMoney", "%d".formatted(100_000 + number));
        row.put("finalDate", "%d 年 05 月 23 日".formatted(year));
        row.put("disruptTypeName", listed ? "有履行能力而拒不履行生效法律文书确定义务" : "-");
        row.put("publishDate", listed ? "%d年4月3日".formatted(year) : "");
        row.put("gistUnit", "上海市样例区人民法院");
        row.put("sxrGistId", listed ? "(%d)沪0199民初%d号".formatted(year - 1, number + 1) : "");
        row.put("performance", listed ? "全部未履行" : "暂无");
        row.put("duty", listed ? Paragraphs.plain(number, 5) : "");
        return row;
    }
}
