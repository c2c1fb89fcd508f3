package io.litigation.core.search;

import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.core.subject.Identities;
import io.litigation.core.subject.Subject;
import io.litigation.v1.LitigationRecord;

import java.util.ArrayList;
import java.util.List;

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
        List<List<String>> identifiers = RecordIdentities.of(answer.records());
        List<LitigationRecord> records = new ArrayList<>(answer.records().size());
        long size = 0;
        for (int i = 0; i < identifiers.size(); i++) {
            LitigationRecord record = RecordSizes.fit(answer.records().get(i).record().toBuilder()
                    .setRecordId(identities.record(provider.name(), identifiers.get(i)))
                    .build());
            records.add(record);
            size += record.getSerializedSize();
        }
        List<LitigationRecord> basic = records.stream().map(RecordViews::basic).toList();
        return new Answer(raw, answer.verdict(), records, basic, answer.notes(), answer.unreadable(), size);
    }
}
