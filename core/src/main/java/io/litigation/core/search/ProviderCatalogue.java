package io.litigation.core.search;

import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.ListProvidersResponse;

/** What the gateway can ask, and how it is. */
public interface ProviderCatalogue {

    /** Lists the providers by name, page by page. Never blocks. Throws a {@link SearchException} for bad input. */
    ListProvidersResponse listProviders(ListProvidersRequest request);
}
