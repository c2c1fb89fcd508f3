package io.litigation.core.search;

import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.ListProvidersResponse;

/** What the gateway can ask, and how it is. */
public interface ProviderCatalogue {

    /**
     * Lists the providers that a caller may have asked, by name, page by page. Never blocks.
     *
     * @throws SearchException for bad input
     */
    ListProvidersResponse listProviders(ListProvidersRequest request, Caller caller);
}
