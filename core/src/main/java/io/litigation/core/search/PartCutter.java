package io.litigation.core.search;

import io.litigation.core.merge.RecordOrder;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderPart;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Cuts what one offering answered into pieces of at most 1 MiB; the last one says what became of the offering. */
final class PartCutter implements Iterator<ProviderPart> {

    static final int GREATEST = 1 << 20;

    private static final int FRAME = 6;

    private final ProviderOutcome outcome;
    private final List<LitigationRecord> records;
    private int position;
    private boolean ended;

    PartCutter(Part part, Running running) {
        outcome = RecordViews.shown(part.outcome(), running);
        records = part.answer()
                .map(answer -> RecordViews.shown(answer, running).stream()
                        .sorted(RecordOrder.NEWEST_FIRST)
                        .toList())
                .orElse(List.of());
    }

    /** True if nothing was answered. */
    boolean isOfFailure() {
        return outcome.getState() == ProviderOutcome.State.STATE_FAILED;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public ProviderPart next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        ProviderPart.Builder piece =
                ProviderPart.newBuilder().setProvider(outcome.getProvider()).setOffering(outcome.getOffering());
        int left = GREATEST - 1024 - piece.build().getSerializedSize();
        while (position < records.size()) {
            int size = records.get(position).getSerializedSize() + FRAME;
            if (size > left && piece.getRecordsCount() > 0) {
                return piece.build();
            }
            piece.addRecords(records.get(position));
            position++;
            left -= size;
        }
        if (outcome.getSerializedSize() > left && piece.getRecordsCount() > 0) {
            return piece.build();
        }
        ended = true;
        return piece.setOutcome(outcome).build();
    }
}
