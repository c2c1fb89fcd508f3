package io.litigation.provider.submail;

import io.litigation.v1.Judgment.DocumentKind;

import java.util.Map;

/** What kind of document a title of court documents names. */
final class SubmailTitles {

    private static final Map<String, DocumentKind> KINDS = Map.of(
            "判决书", DocumentKind.DOCUMENT_KIND_JUDGMENT,
            "裁定书", DocumentKind.DOCUMENT_KIND_RULING,
            "调解书", DocumentKind.DOCUMENT_KIND_MEDIATION,
            "决定书", DocumentKind.DOCUMENT_KIND_DECISION,
            "支付令", DocumentKind.DOCUMENT_KIND_PAYMENT_ORDER);

    private SubmailTitles() {}

    /** The kind that is named last, as a title may name the document that this one is about before. */
    static DocumentKind documentKind(String title) {
        DocumentKind kind = DocumentKind.DOCUMENT_KIND_UNSPECIFIED;
        int last = -1;
        for (Map.Entry<String, DocumentKind> each : KINDS.entrySet()) {
            int position = title.lastIndexOf(each.getKey());
            if (position > last) {
                last = position;
                kind = each.getValue();
            }
        }
        boolean another = last < 0 && title.strip().matches(".*[书令函]");
        return another ? DocumentKind.DOCUMENT_KIND_OTHER : kind;
    }
}
