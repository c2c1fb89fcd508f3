package io.litigation.sandbox.submail;

import io.litigation.sandbox.world.Suit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the court publishes of a case before it is heard: ktgg 开庭公告, fygg 法院公告, ajlc 案件流程. */
final class SuitNotices {

    private SuitNotices() {}

    static Map<String, Object> ktgg(Suit suit) {
        Map<String, Object> notice = notice(suit);
        notice.put(
                "sortTime",
                suit.hearing().atZone(SubmailSpelling.BEIJING).toInstant().toEpochMilli());
        notice.put("sortTimeString", SubmailSpelling.minutes(suit.hearing()));
        notice.put("body", SubmailTexts.hearing(suit));
        notice.put("plaintiff", suit.plaintiff());
        notice.put("defendant", suit.defendant().name());
        notice.put("organizer", Lookalikes.radicals("民事审判庭"));
        notice.put("courtroom", "第三法庭");
        notice.put("entryId", EntryIds.opaque("ktgg", suit.number()));
        notice.put("title", suit.cause() + "开庭公告");
        notice.put("caseCause", suit.cause());
        notice.put("judge", "百里言");
        notice.put("caseNo", suit.number().official());
        return notice;
    }

    static Map<String, Object> fygg(Suit suit) {
        Map<String, Object> notice = notice(suit);
        notice.put("sortTime", SubmailSpelling.chinese(suit.served()));
        notice.put("sortTimeString", suit.served().toString());
        notice.put("body", SubmailTexts.summons(suit));
        notice.put("layout", "G12");
        notice.put("ggType", "起诉状副本及开庭传票");
        notice.put("entryId", EntryIds.opaque("fygg", suit.number()));
        return notice;
    }

    static Map<String, Object> ajlc(Suit suit) {
        Map<String, Object> notice = notice(suit);
        notice.put("sortTime", SubmailSpelling.millis(suit.filed()));
        notice.put("sortTimeString", suit.filed().toString());
        notice.put("body", suit.plaintiff() + "诉" + suit.defendant().name() + suit.cause() + "，已立案");
        notice.put("caseType", Lookalikes.radicals("民事一审"));
        notice.put("caseCause", suit.cause());
        notice.put("ajlcStatus", "审理中");
        notice.put("caseNo", SubmailSpelling.inJudgments(suit.number()));
        notice.put("entryId", EntryIds.opaque("ajlc", suit.number()));
        return notice;
    }

    private static Map<String, Object> notice(Suit suit) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("matchRatio", "0.90");
        notice.put("pname", suit.plaintiff() + "；" + suit.defendant().name());
        notice.put("court", suit.number().court().name());
        return notice;
    }
}
