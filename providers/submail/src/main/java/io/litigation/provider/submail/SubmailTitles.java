package io.litigation.provider.submail;

import io.litigation.core.normalize.Names;
import io.litigation.v1.Judgment.DocumentKind;

import java.util.Map;
import java.util.regex.Pattern;

/** What kind of document a title of court documents names. */
final class SubmailTitles {

    private static final Map<String, DocumentKind> KINDS = Map.of(
            "判决书", DocumentKind.DOCUMENT_KIND_JUDGMENT,
            "裁定书", DocumentKind.DOCUMENT_KIND_RULING,
            "调解书", DocumentKind.DOCUMENT_KIND_MEDIATION,
            "决定书", DocumentKind.DOCUMENT_KIND_DECISION,
            "支付令", DocumentKind.DOCUMENT_KIND_PAYMENT_ORDER);

    /** What may stand behind the kind: (已生效), .doc, 之一. */
    private static final Pattern TRAILING = Pattern.compile("(?:\\([^()]*\\)|\\.[A-Z]{2,4}|之[一二三四五六七八九十0-9]+)+$");

    private static final Pattern OTHER_KIND = Pattern.compile(".*[书令函]");
    private static final Pattern NAME_OF_CASE = Pattern.compile(".*(?:案件?|纠纷)");

    private SubmailTitles() {}

    /**
     * The kind that the title ends with, apart from remarks in brackets and the like. A title may name the document that
     * this one is about before, so of those within it, the last counts, and only if it ends neither with another kind nor as
     * a case's name does (申请支付令一案).
     */
    static DocumentKind documentKind(String written) {
        String title = TRAILING.matcher(Names.matchKey(written)).replaceFirst("");
        DocumentKind kind = DocumentKind.DOCUMENT_KIND_UNSPECIFIED;
        int last = -1;
        int end = -1;
        for (Map.Entry<String, DocumentKind> each : KINDS.entrySet()) {
            int position = title.lastIndexOf(each.getKey());
            if (position > last) {
                last = position;
                end = position + each.getKey().length();
                kind = each.getValue();
            }
        }
        if (end < title.length() && OTHER_KIND.matcher(title).matches()) {
            return DocumentKind.DOCUMENT_KIND_OTHER;
        }
        return NAME_OF_CASE.matcher(title).matches() ? DocumentKind.DOCUMENT_KIND_UNSPECIFIED : kind;
    }
}
