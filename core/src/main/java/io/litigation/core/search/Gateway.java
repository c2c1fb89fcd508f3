package io.litigation.core.search;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.ledger.QueryLedger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The whole core, assembled: everything between the transport and the vendors.
 *
 * <p>It owns the providers that it is given and closes them; the rest of its parts it only borrows.
 */
public final class Gateway implements AutoCloseable {

    /**
     * What it is assembled from.
     *
     * @param providers the providers that are switched on, in the configured order
     * @param disabled those that are switched off
     * @param identityKey secret of 32 bytes for the keyed hashes of questions, subjects and records
     * @param clock the time
     * @param scheduler for deadlines and delays; its threads never block
     * @param executor for work that may take a while
     */
    public record Parts(
            List<ConfiguredProvider> providers,
            List<DisabledProvider> disabled,
            SearchSettings settings,
            AnswerStore answers,
            QueryLedger ledger,
            byte[] identityKey,
            Clock clock,
            ScheduledExecutorService scheduler,
            Executor executor,
            SearchListener listener) {}

    public Gateway(Parts parts) {
        throw new UnsupportedOperationException(parts.settings().toString());
    }

    public LitigationSearch search() {
        throw new UnsupportedOperationException();
    }

    public ProviderCatalogue catalogue() {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits for the paid calls that are under way, no longer than given. New searches may still come; the transport stops
     * them before.
     *
     * @return completes when none is left or the time is over; the value is the number that is left
     */
    public CompletableFuture<Integer> drain(Duration atMost) {
        throw new UnsupportedOperationException(atMost.toString());
    }

    /** Closes the providers. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
