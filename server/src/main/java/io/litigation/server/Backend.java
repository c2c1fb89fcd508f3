package io.litigation.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What stands behind the services, as far as the server's end has to do with it. */
interface Backend extends AutoCloseable {

    /**
     * Waits for the paid calls under way, no longer than given.
     *
     * @return the number that is left
     */
    CompletableFuture<Integer> drain(Duration atMost);

    @Override
    void close();
}
