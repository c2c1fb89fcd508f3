package io.litigation.sandbox.submail;

import io.litigation.sandbox.world.Basis;
import io.litigation.sandbox.world.Enforcement;
import io.litigation.sandbox.world.Listing;
import io.litigation.sandbox.world.Matter;
import io.litigation.sandbox.world.Matter.Holder;
import io.litigation.sandbox.world.Party;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a round of enforcement leaves behind: zxgg 执行公告, shixin 失信公告, bgt 曝光台. */
final class EnforcementNotices {

    private EnforcementNotices() {}

    static Map<String, Object> zxgg(Matter matter, Enforcement round) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("sortTime", SubmailSpelling.millis(round.filed()));
        notice.put("sortTimeString", round.filed().toString());
        notice.put("body", SubmailTexts.enforcement(matter, round));
        notice.put("court", Lookalikes.radicals(round.number().court().name()));
        notice.put("idcardNo", SubmailSpelling.idcardNo(matter.debtor()));
        notice.put("entryId", EntryIds.speaking(round.number(), round.filed(), matter.debtor()));
        notice.put("title", matter.debtor().name() + Lookalikes.compatibilityIdeographs("被执行人信息"));
        notice.put("matchRatio", "0.9823");
        notice.put("pname", matter.debtor().name());
        notice.put("caseNo", SubmailSpelling.inNotices(round.number()));
        notice.put("caseState", SubmailSpelling.caseState(matter.stateOf(round, Holder.SUBMAIL)));
        notice.put("execMoney", SubmailSpelling.inTenThousands(round.claimed()));
        return notice;
    }

    static Map<String, Object> shixin(Matter matter, Enforcement round, Listing listing) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("sortTime", Long.toString(SubmailSpelling.millis(round.filed())));
        notice.put("sortTimeString", SubmailSpelling.chinese(round.filed()));
        notice.put("body", "失信被执行人：" + matter.debtor().name() + "，" + listing.ground());
        if (matter.debtor() instanceof Party.Person person) {
            notice.put("sex", person.female() ? "女" : "男");
            notice.put("age", Integer.toString(person.ageOn(listing.published())));
        }
        notice.put("lxqk", listing.performance());
        notice.put("yjCode", basisNumber(matter));
        notice.put("court", round.number().court().name());
        notice.put("idcardNo", SubmailSpelling.idcardNo(matter.debtor()));
        notice.put("entryId", EntryIds.speaking(round.number(), round.filed(), matter.debtor()));
        notice.put("yjdw", matter.basis().unit());
        notice.put("jtqx", Lookalikes.radicals(listing.ground()));
        notice.put("yiwu", listing.duty());
        notice.put("matchRatio", 1);
        notice.put("province", round.number().court().province());
        notice.put("pname", matter.debtor().name());
        notice.put("caseNo", SubmailSpelling.inListings(round.number()));
        notice.put("postTime", SubmailSpelling.chinese(listing.published()));
        return notice;
    }

    static Map<String, Object> bgt(Matter matter, Enforcement round, LocalDate exposed) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("sortTime", round.filed().toString().replace("-", ""));
        notice.put("sortTimeString", round.filed().toString().replace('-', '.'));
        notice.put("body", "<p>现将被执行人" + matter.debtor().name() + "予以公开曝光。</p>");
        notice.put("bgDate", exposed.toString());
        notice.put("partyType", "被执行人");
        notice.put("court", round.number().court().name());
        notice.put("proposer", matter.creditor());
        notice.put("idcardNo", SubmailSpelling.idcardNo(matter.debtor()));
        notice.put("entryId", EntryIds.opaque("bgt", round.number()));
        notice.put("caseCause", matter.cause());
        Enforcement.@Nullable Termination termination = round.termination();
        notice.put("unnexeMoney", termination == null ? "" : SubmailSpelling.grouped(termination.outstanding()));
        notice.put("address", round.number().court().province() + "示例路1号");
        notice.put("matchRatio", "0.95");
        notice.put("pname", matter.debtor().name());
        notice.put("caseNo", SubmailSpelling.inExposures(round.number()));
        notice.put("yiju", basisNumber(matter));
        notice.put("execMoney", round.claimed().toPlainString());
        return notice;
    }

    private static String basisNumber(Matter matter) {
        return matter.basis() instanceof Basis.Judgment judgment
                ? SubmailSpelling.inNotices(judgment.number())
                : matter.basis().text();
    }
}
