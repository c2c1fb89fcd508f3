package io.litigation.server;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.litigation.core.search.CallContext;
import io.litigation.core.search.Caller;
import io.litigation.core.search.LitigationSearch;
import io.litigation.core.search.LookupHistory;
import io.litigation.core.search.ProviderCatalogue;
import io.litigation.core.search.RecordStream;
import io.litigation.core.search.SearchException;
import io.litigation.core.search.SearchQuotes;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.ListProvidersResponse;
import io.litigation.v1.Lookup;
import io.litigation.v1.Provider;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** A core that does what the test says. */
public final class FakeSearch implements LitigationSearch, SearchQuotes, LookupHistory, ProviderCatalogue {

    /** Answers a unary search; an echo of the request id unless the test says otherwise. */
    public volatile BiFunction<SearchRecordsRequest, CallContext, CompletableFuture<SearchRecordsResponse>> unary =
            (request, context) -> CompletableFuture.completedFuture(SearchRecordsResponse.newBuilder()
                    .setRequestId(request.getRequestId())
                    .build());

    /** Answers a streamed search. */
    public volatile BiFunction<StreamRecordsRequest, CallContext, RecordStream> stream = (request, context) -> {
        throw new IllegalStateException("not said");
    };

    /** The last context that was seen. */
    public volatile Optional<CallContext> context = Optional.empty();

    /** Who listed the providers last. */
    public volatile Optional<Caller> lister = Optional.empty();

    /** The last thread that was seen. */
    public volatile String thread = "";

    @Override
    public CompletableFuture<SearchRecordsResponse> searchRecords(SearchRecordsRequest request, CallContext context) {
        seen(context);
        return unary.apply(request, context);
    }

    @Override
    public CompletableFuture<SearchRecordsResponse> searchItem(SearchRecordsRequest request, CallContext context) {
        return searchRecords(request, context);
    }

    @Override
    public CompletableFuture<QuoteSearchResponse> quoteSearch(QuoteSearchRequest request, CallContext context) {
        seen(context);
        return CompletableFuture.completedFuture(QuoteSearchResponse.newBuilder()
                .setRequestId(request.getRequestId())
                .build());
    }

    @Override
    public CompletableFuture<ListLookupsResponse> listLookups(ListLookupsRequest request, CallContext context) {
        seen(context);
        return request.getPageSize() < 0
                ? CompletableFuture.failedFuture(failure(Code.INVALID_ARGUMENT_VALUE, "REQUEST_INVALID", false))
                : CompletableFuture.completedFuture(ListLookupsResponse.newBuilder()
                        .addLookups(Lookup.newBuilder().setLookupId("l1"))
                        .build());
    }

    @Override
    public RecordStream streamRecords(StreamRecordsRequest request, CallContext context) {
        seen(context);
        return stream.apply(request, context);
    }

    private void seen(CallContext seen) {
        context = Optional.of(seen);
        thread = Thread.currentThread().toString();
    }

    @Override
    public ListProvidersResponse listProviders(ListProvidersRequest request, Caller caller) {
        lister = Optional.of(caller);
        thread = Thread.currentThread().toString();
        return ListProvidersResponse.newBuilder()
                .addProviders(Provider.newBuilder().setName("vendor"))
                .build();
    }

    /** A failure as core makes them. */
    public static SearchException failure(int code, String reason, boolean chargeUncertain) {
        return new SearchException(
                Status.newBuilder()
                        .setCode(code)
                        .setMessage("said by the test")
                        .addDetails(Any.pack(ErrorInfo.newBuilder()
                                .setDomain("litigation")
                                .setReason(reason)
                                .build()))
                        .build(),
                chargeUncertain);
    }
}
