package io.litigation.core.provider;

import java.util.concurrent.CompletableFuture;

/**
 * The only way to an exchange that may cost. Per attempt it goes through breaker, concurrency and rate limit, writes an
 * intent that is durable before a byte is sent, bounds the time, and settles what became of it; then it retries what may
 * be retried.
 */
public interface PaidCalls {

    /**
     * Runs an exchange, more than once where that is surely safe.
     *
     * @return the vendor's answer, or exceptionally a {@link ProviderException}
     */
    CompletableFuture<RawAnswer> call(PaidExchange exchange);

    /** One exchange with a vendor. */
    @FunctionalInterface
    interface PaidExchange {

        /**
         * Makes, signs and sends a request anew, and reads the reply.
         *
         * @return the vendor's answer, or exceptionally a {@link ProviderException}; cancelling it cancels the exchange
         */
        CompletableFuture<RawAnswer> send(Attempt attempt);
    }

    /**
     * One attempt at an exchange.
     *
     * @param number 1 for the first
     */
    record Attempt(int number) {}
}
