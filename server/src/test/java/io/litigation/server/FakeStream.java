package io.litigation.server;

import io.litigation.core.search.RecordStream;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderPart;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Parts of a given size, as many as the test wants, then the summary. */
final class FakeStream implements RecordStream {

    private final int parts;
    private final String body;
    final AtomicInteger asked = new AtomicInteger();
    final CountDownLatch cancelled = new CountDownLatch(1);

    FakeStream(int parts, int bytes) {
        this.parts = parts;
        this.body = "x".repeat(bytes);
    }

    @Override
    public CompletableFuture<Optional<StreamRecordsResponse>> next() {
        int number = asked.incrementAndGet();
        return CompletableFuture.completedFuture(number <= parts + 1 ? Optional.of(message(number)) : Optional.empty());
    }

    private StreamRecordsResponse message(int number) {
        StreamRecordsResponse.Builder message = StreamRecordsResponse.newBuilder();
        return number > parts
                ? message.setSummary(StreamSummary.newBuilder().setRecordCount(parts))
                        .build()
                : message.setProviderPart(ProviderPart.newBuilder()
                                .addRecords(LitigationRecord.newBuilder()
                                        .setRecordId(String.valueOf(number))
                                        .setBody(body)))
                        .build();
    }

    @Override
    public void cancel() {
        cancelled.countDown();
    }
}
