package io.litigation.core.search;

import io.litigation.core.subject.Identities;

import java.util.concurrent.atomic.AtomicLong;

/** Makes identifiers that nobody can guess, without a lock and without waiting for randomness. */
final class LookupIds {

    private final Identities identities;
    private final String nonce;
    private final AtomicLong count = new AtomicLong();

    /**
     * A maker of identifiers.
     *
     * @param nonce a random text of this process's own, so that processes with the same key never make the same
     */
    LookupIds(Identities identities, String nonce) {
        this.identities = identities;
        this.nonce = nonce;
    }

    String next() {
        return identities.unguessable(nonce, count.incrementAndGet());
    }
}
