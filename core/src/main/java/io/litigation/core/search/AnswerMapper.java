package io.litigation.core.search;

import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.subject.Identities;
import io.litigation.core.subject.Subject;
import io.litigation.v1.LitigationRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps a provider's raw answers to records with identifiers and sizes that fit into any message. */
final class AnswerMapper {

    private final Provider provider;
    private final Identities identities;

    AnswerMapper(Provider provider, Identities identities) {
        this.provider = provider;
        this.identities = identities;
    }

    /**
     * Maps an answer.
     *
     * @throws io.litigation.core.provider.ProviderException if it cannot be understood
     */
    Answer map(RawAnswer raw, Subject subject) {
        ProviderAnswer answer = provider.map(raw, subject);
        Map<List<String>, Integer> seen = new HashMap<>();
        List<LitigationRecord> records = new ArrayList<>(answer.records().size());
        long size = 0;
        for (MappedRecord mapped : answer.records()) {
            int occurrence = seen.merge(mapped.identity(), 1, Integer::sum);
            LitigationRecord record = RecordSizes.fit(mapped.record().toBuilder()
                    .setRecordId(identities.record(provider.name(), numbered(mapped.identity(), occurrence)))
                    .build());
            records.add(record);
            size += record.getSerializedSize();
        }
        List<LitigationRecord> basic = records.stream().map(RecordViews::basic).toList();
        return new Answer(raw, answer.verdict(), records, basic, answer.notes(), size);
    }

    /** A vendor may repeat its own identifier; each record still has one of its own. */
    private static List<String> numbered(List<String> identity, int occurrence) {
        if (occurrence == 1) {
            return identity;
        }
        List<String> numbered = new ArrayList<>(identity);
        numbered.add("#" + occurrence);
        return numbered;
    }
}
