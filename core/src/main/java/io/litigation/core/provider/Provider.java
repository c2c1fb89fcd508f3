package io.litigation.core.provider;

import io.litigation.core.subject.Subject;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One vendor of litigation data: what it sells, how it is asked, and what its answers mean.
 *
 * <p>An implementation is safe for use by many threads, keeps no state between calls but its HTTP client, and never
 * blocks the thread that calls {@link #fetch} or {@link #map}.
 */
public interface Provider extends AutoCloseable {

    /** Name of the provider: its key under {@code litigation.providers}, lower case, such as {@code xinshu}. */
    String name();

    /** Name for people. */
    String displayName();

    /** Which account is billed, and at which address: part of the identity of every question. */
    VendorAccount account();

    /** What it sells, at least one. The same list at every call. */
    List<Offering> offerings();

    /**
     * Asks the vendor. Every exchange that may cost goes through {@code calls}.
     *
     * @return the vendor's answer, which may say that there are no records; or exceptionally a {@link ProviderException},
     *     never an answer that hides a failure. Cancelling the future cancels the exchange.
     */
    CompletableFuture<RawAnswer> fetch(ProviderRequest request, PaidCalls calls);

    /**
     * What an answer means. Pure: the same answer and subject give the same result, at any time, without I/O.
     *
     * @param answer an answer that this provider fetched, perhaps with an older mapper
     * @param subject whom the search is about, with all that the search says of it: more, perhaps, than this provider is
     *     ever told
     * @throws ProviderException with {@link FailureKind#MALFORMED_RESPONSE} if the answer cannot be understood
     */
    ProviderAnswer map(RawAnswer answer, Subject subject);

    /** Version of {@link #map}; raised whenever its results change, so that stored answers are mapped anew. */
    int mapperVersion();

    /** Releases connections and threads. */
    @Override
    void close();
}
