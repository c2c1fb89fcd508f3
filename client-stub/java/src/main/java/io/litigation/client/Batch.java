package io.litigation.client;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * One batch on one thread. As many items are on their way as the gateway works on at a time: with fewer it would idle, with
 * more a thread that is to send could wait for a gateway that waits for it to read.
 */
final class Batch {

    static final String CUT = "BATCH_CUT";

    private static final int ON_THEIR_WAY = 16;

    private final BlockingClientCall<BatchSearchRecordsRequest, BatchSearchRecordsResponse> call;
    private final Consumer<BatchSearchRecordsResponse> answers;
    private int open;

    Batch(
            BlockingClientCall<BatchSearchRecordsRequest, BatchSearchRecordsResponse> call,
            Consumer<BatchSearchRecordsResponse> answers) {
        this.call = call;
        this.answers = answers;
    }

    void run(Iterator<BatchSearchRecordsRequest> items) {
        try {
            while (items.hasNext()) {
                if (open == ON_THEIR_WAY) {
                    readOne();
                }
                call.write(items.next());
                open++;
            }
            call.halfClose();
            while (open > 0) {
                readOne();
            }
            if (call.read() != null) {
                throw cut("more answers than items");
            }
        } catch (StatusException e) {
            throw LitigationException.from(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LitigationException.from(
                    Status.CANCELLED.withDescription("interrupted").withCause(e).asRuntimeException());
        } finally {
            // Has no effect on a call that has ended.
            call.cancel("the batch was given up", null);
        }
    }

    private void readOne() throws InterruptedException, StatusException {
        BatchSearchRecordsResponse answer = call.read();
        if (answer == null) {
            throw cut("the call ended with " + open + " items unanswered");
        }
        open--;
        answers.accept(answer);
    }

    private static LitigationException cut(String what) {
        return LitigationException.ofClient(Status.DATA_LOSS.withDescription(what), CUT);
    }
}
