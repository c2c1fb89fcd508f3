package io.litigation.core.merge;

import io.litigation.v1.CaseLink;

import java.util.Collection;
import java.util.List;

/**
 * A tie from one case to another.
 *
 * @param recordIds of the records that say so
 */
record Link(CaseLink.Kind kind, String from, String to, List<String> recordIds) {

    Link(CaseLink.Kind kind, String from, String to, Collection<String> recordIds) {
        this(kind, from, to, List.copyOf(recordIds));
    }

    Link {
        recordIds = List.copyOf(recordIds);
    }

    CaseLink message() {
        return CaseLink.newBuilder()
                .setKind(kind)
                .setTargetCaseKey(to)
                .addAllRecordIds(recordIds)
                .build();
    }
}
