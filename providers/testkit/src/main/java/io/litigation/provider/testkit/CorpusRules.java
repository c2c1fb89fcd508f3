package io.litigation.provider.testkit;

import com.google.protobuf.ByteString;
import io.litigation.core.normalize.ResidentId;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What holds for every payload of every corpus. */
final class CorpusRules {

    /** The tags that vendors' texts are full of. */
    static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:a|b|body|br|center|div|em|font|h[1-6]|head|html|i|img|li|ol|p|pre|script|span|strong|style|table|tbody"
                    + "|td|th|title|tr|u|ul)\\b[^<>]*>|<!--");

    private static final Pattern RESIDENT_ID = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9A-Za-z])");

    private CorpusRules() {}

    /** All that pass for resident ids; digits are the same in every charset that vendors use. */
    static List<String> residentIds(ByteString body) {
        return RESIDENT_ID
                .matcher(body.toString(StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .filter(id -> ResidentId.parse(id).isPresent())
                .toList();
    }
}
