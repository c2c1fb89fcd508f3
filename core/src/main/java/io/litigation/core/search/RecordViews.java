package io.litigation.core.search;

import io.litigation.v1.LitigationRecord;

/** What the views leave out of a record. */
final class RecordViews {

    private RecordViews() {}

    /** RECORD_VIEW_BASIC: no texts, no raw row, no identifier of the vendor's. */
    static LitigationRecord basic(LitigationRecord record) {
        return record.toBuilder()
                .clearBody()
                .clearRawJson()
                .clearVendorRecordId()
                .build();
    }

    /** RECORD_VIEW_FULL: no raw row. */
    static LitigationRecord full(LitigationRecord record) {
        return record.toBuilder().clearRawJson().build();
    }
}
