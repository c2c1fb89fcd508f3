package io.litigation.provider.testkit.contract;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what must happen soon. */
final class Waiting {

    private static final int PATIENCE_SECONDS = 30;

    private Waiting() {}

    static void forThe(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it did not happen");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
