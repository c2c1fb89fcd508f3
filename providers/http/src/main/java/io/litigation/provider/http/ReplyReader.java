package io.litigation.provider.http;

import io.litigation.core.provider.ProviderException;

/** Makes of a reply what the vendor's client wants of it. Runs on the exchange's thread and may take a while. */
@FunctionalInterface
public interface ReplyReader<T> {

    /**
     * Reads a reply, whatever its status.
     *
     * @throws ProviderException if the reply is a failure
     */
    T read(HttpReply reply);
}
