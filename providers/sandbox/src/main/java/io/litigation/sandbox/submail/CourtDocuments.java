package io.litigation.sandbox.submail;

import io.litigation.sandbox.world.Basis;
import io.litigation.sandbox.world.CaseNumber;
import io.litigation.sandbox.world.Enforcement;
import io.litigation.sandbox.world.Matter;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** cpws 裁判文书: the judgment, and the ruling that ended a round of its enforcement. */
final class CourtDocuments {

    private CourtDocuments() {}

    static List<Map<String, Object>> of(Matter matter) {
        List<Map<String, Object>> documents = new ArrayList<>();
        if (matter.basis() instanceof Basis.Judgment judgment) {
            documents.add(judgment(matter, judgment));
        }
        for (Enforcement round : matter.rounds()) {
            Enforcement.@Nullable Termination termination = round.termination();
            if (termination != null && matter.oldCopies().isEmpty()) {
                documents.add(ruling(matter, round, termination));
            }
        }
        return documents;
    }

    private static Map<String, Object> judgment(Matter matter, Basis.Judgment judgment) {
        Map<String, Object> document = document(matter, judgment.number(), judgment.issued());
        document.put("title", title(matter, "一审民事判决书"));
        document.put("body", SubmailTexts.judgment(matter, judgment));
        document.put("trialProcedure", "一审");
        document.put("judgeResult", SubmailTexts.result(matter));
        document.put("yiju", "《中华人民共和国民法典》第六百七十五条");
        return document;
    }

    private static Map<String, Object> ruling(Matter matter, Enforcement round, Enforcement.Termination termination) {
        Map<String, Object> document = document(matter, round.number(), termination.date());
        document.put("title", title(matter, "首次执行执行裁定书"));
        document.put("body", SubmailTexts.termination(matter, round, termination));
        document.put("trialProcedure", "执行");
        document.put("judgeResult", "终结本次执行程序。");
        document.put("yiju", "");
        return document;
    }

    private static Map<String, Object> document(Matter matter, CaseNumber number, LocalDate concluded) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sortTime", SubmailSpelling.millis(concluded));
        document.put("sortTimeString", SubmailSpelling.chinese(concluded));
        document.put("caseType", matter.cause());
        document.put("caseCause", matter.cause());
        document.put("court", Lookalikes.radicals(number.court().name()));
        document.put("courtRank", "4");
        document.put("caseNo", SubmailSpelling.inJudgments(number));
        document.put("entryId", EntryIds.opaque("cpws", number));
        document.put("partyId", EntryIds.opaque("party", number));
        document.put("judge", "公孙衡");
        document.put("matchRatio", "1.00");
        document.put("pname", matter.creditor() + "," + matter.debtor().name());
        return document;
    }

    private static String title(Matter matter, String kind) {
        return Lookalikes.radicals(matter.creditor() + "与" + matter.debtor().name() + matter.cause() + kind);
    }
}
