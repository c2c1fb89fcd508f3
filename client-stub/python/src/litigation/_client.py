"""The synchronous client."""

from __future__ import annotations

import queue
from collections.abc import Generator, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Generic, Protocol, TypeVar

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

from litigation._answers import ON_THEIR_WAY, BatchAnswer, BatchTally, StreamTally, batch_item, following
from litigation._connection import (
    DEFAULT_KEEPALIVE,
    DEFAULT_TIMEOUT,
    ApiKey,
    Caller,
    Tls,
    channel_options,
    credentials_of,
)
from litigation._errors import LitigationError, error_of_call
from litigation.v1.ledger_service_pb2 import ListLookupsRequest, Lookup
from litigation.v1.ledger_service_pb2_grpc import LedgerServiceStub
from litigation.v1.litigation_service_pb2 import (
    BatchSearchRecordsRequest,
    BatchSearchRecordsResponse,
    ListProvidersRequest,
    ProviderPart,
    QuoteSearchRequest,
    QuoteSearchResponse,
    SearchRecordsRequest,
    SearchRecordsResponse,
    StreamRecordsRequest,
    StreamRecordsResponse,
    StreamSummary,
)
from litigation.v1.litigation_service_pb2_grpc import LitigationServiceStub
from litigation.v1.provider_pb2 import Provider

_Q = TypeVar("_Q")
_A = TypeVar("_A")
_A_co = TypeVar("_A_co", covariant=True)

Interceptor = (
    grpc.UnaryUnaryClientInterceptor
    | grpc.UnaryStreamClientInterceptor
    | grpc.StreamUnaryClientInterceptor
    | grpc.StreamStreamClientInterceptor
)


class _MessagesOfCall(Protocol[_A_co]):
    """What grpc gives for a call that answers with a stream."""

    def __next__(self) -> _A_co: ...
    def cancel(self) -> bool: ...


class Client:
    """A client of the litigation gateway. Safe for use by many threads: make one and keep it.

    It connects with the first call, so that an unreachable gateway is that call's failure. Failures are
    :class:`LitigationError`. It never repeats by itself what may be paid for.

    An answer without records means "nothing found" only where ``complete`` is true.

    :param target: ``host:port`` or any gRPC target name, such as ``dns:///gateway.example:443``. Calls are spread over
        all addresses that a name stands for.
    :param tls: whom to trust and, for mutual TLS, who to be; left out, gRPC's own roots are trusted
    :param plaintext: without encryption: for the same machine, or where a sidecar encrypts
    :param api_key: the API key that the gateway knows the caller by, or a function that gives it, called with every
        call. Never sent in plaintext to another machine.
    :param timeout: how long a call may take, in seconds, that sets no ``timeout`` of its own. The gateway answers
        shortly before a deadline with what it has by then.
    :param keepalive: after how many seconds without a sign of life, while a call waits, the connection is probed
    :param user_agent: who calls, such as ``credit-scoring/2.3``
    :param interceptors: interceptors of grpc
    """

    def __init__(
        self,
        target: str,
        *,
        tls: Tls | None = None,
        plaintext: bool = False,
        api_key: ApiKey | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        keepalive: float = DEFAULT_KEEPALIVE,
        user_agent: str | None = None,
        interceptors: Sequence[Interceptor] = (),
    ) -> None:
        self._caller = Caller(api_key, timeout)
        self._caller.require_private(target, plaintext)
        credentials = credentials_of(plaintext, tls)
        options = channel_options(target, keepalive, user_agent)
        channel = (
            grpc.insecure_channel(target, options)
            if credentials is None
            else grpc.secure_channel(target, credentials, options)
        )
        self._channel = grpc.intercept_channel(channel, *interceptors) if interceptors else channel
        self._service = LitigationServiceStub(self._channel)
        self._ledger = LedgerServiceStub(self._channel)

    @property
    def channel(self) -> grpc.Channel:
        """For stubs of one's own. Their calls have neither the client's deadline nor its :meth:`metadata`."""
        return self._channel

    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What the client sends with its calls to say who calls; secret."""
        return self._caller.metadata()

    def search(self, request: SearchRecordsRequest, *, timeout: float | None = None) -> SearchRecordsResponse:
        """Looks one subject up: the first page of the answer, or the page of the request's token."""
        return self._call(self._service.SearchRecords, request, timeout)

    def search_pages(
        self, request: SearchRecordsRequest, *, timeout: float | None = None
    ) -> Iterator[SearchRecordsResponse]:
        """All pages of an answer, each fetched when it is asked for, each with a deadline of its own."""
        next_request: SearchRecordsRequest | None = request
        while next_request is not None:
            page = self.search(next_request, timeout=timeout)
            next_request = following(request, page)
            yield page

    def stream(self, request: StreamRecordsRequest, *, timeout: float | None = None) -> RecordStream:
        """Looks one subject up and gives each provider's part as it arrives::

        with client.stream(request) as parts:
            for part in parts:
                ...
        if parts.summary.complete:
            ...
        """
        return RecordStream(
            self._service.StreamRecords(
                request, timeout=self._caller.timeout(timeout), metadata=self._caller.metadata()
            )
        )

    def search_batch(
        self, items: Iterable[tuple[str, SearchRecordsRequest]], *, timeout: float | None = None
    ) -> Iterator[BatchAnswer]:
        """Looks many subjects up over one call: keyed searches in, an answer or an error for each out, as they finish.

        Items are taken no faster than they are answered. The call has no deadline unless ``timeout`` is given: a batch
        lasts as long as its items take. Closing the iterator, or an exception of ``items``, ends the call; what is paid
        by then is stored at the gateway.

        :raises DataLossError: with reason ``BATCH_CUT``, if the call ended without an answer for every item
        """
        to_send: queue.SimpleQueue[BatchSearchRecordsRequest | None] = queue.SimpleQueue()
        answers = self._begin_batch(iter(to_send.get, None), timeout)
        tally = BatchTally()
        try:
            for item in items:
                if tally.open == ON_THEIR_WAY:
                    answer = next(answers, None)
                    if answer is None:
                        break
                    yield tally.take(answer)
                to_send.put(batch_item(item))
                tally.sent()
            to_send.put(None)
            for answer in answers:
                yield tally.take(answer)
            tally.end()
        finally:
            # Ends the thread that sends; has no effect on a call that has ended.
            to_send.put(None)
            answers.cancel()

    def _begin_batch(
        self, requests: Iterator[BatchSearchRecordsRequest], timeout: float | None
    ) -> _Answers[BatchSearchRecordsResponse]:
        return _Answers(self._service.BatchSearchRecords(requests, timeout=timeout, metadata=self._caller.metadata()))

    def quote(self, request: QuoteSearchRequest, *, timeout: float | None = None) -> QuoteSearchResponse:
        """What a search would do and cost now. Asks no vendor."""
        return self._call(self._service.QuoteSearch, request, timeout)

    def providers(
        self, request: ListProvidersRequest | None = None, *, timeout: float | None = None
    ) -> Iterator[Provider]:
        """All providers, page by page. Asks no vendor."""
        page_request = ListProvidersRequest()
        page_request.MergeFrom(request or page_request)
        while True:
            page = self._call(self._service.ListProviders, page_request, timeout)
            yield from page.providers
            if not page.next_page_token:
                return
            page_request.page_token = page.next_page_token

    def lookups(self, request: ListLookupsRequest | None = None, *, timeout: float | None = None) -> Iterator[Lookup]:
        """The caller's own lookups, newest first, page by page: who stops early fetches no more."""
        page_request = ListLookupsRequest()
        page_request.MergeFrom(request or page_request)
        while True:
            page = self._call(self._ledger.ListLookups, page_request, timeout)
            yield from page.lookups
            if not page.next_page_token:
                return
            page_request.page_token = page.next_page_token

    def health(self, service: str = "", *, timeout: float | None = None) -> str:
        """``SERVING``, ``NOT_SERVING`` …: what the gateway says of a service of its own, or of itself."""
        answer = self._call(
            health_pb2_grpc.HealthStub(self._channel).Check, health_pb2.HealthCheckRequest(service=service), timeout
        )
        return str(health_pb2.HealthCheckResponse.ServingStatus.Name(answer.status))

    def close(self) -> None:
        """Ends calls in flight and the connections."""
        self._channel.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _call(self, method: grpc.UnaryUnaryMultiCallable[_Q, _A], request: _Q, timeout: float | None) -> _A:
        try:
            return method(request, timeout=self._caller.timeout(timeout), metadata=self._caller.metadata())
        except grpc.RpcError as failure:
            raise _typed(failure) from failure


class RecordStream:
    """The parts of a streamed answer, then its summary. Whoever stops early closes it, best by ``with``.

    :raises DataLossError: with reason ``STREAM_CUT``, from the iteration, where the stream ended well but without its
        summary, or with other than the number of records that the summary states. The parts until then are no answer.
    """

    def __init__(self, call: _MessagesOfCall[StreamRecordsResponse]) -> None:
        self._call = call
        self._messages = _Answers(call)
        self._tally = StreamTally()

    @property
    def summary(self) -> StreamSummary:
        """The end of the answer, once all parts were read."""
        return self._tally.summary

    def __iter__(self) -> RecordStream:
        return self

    def __next__(self) -> ProviderPart:
        try:
            for message in self._messages:
                part = self._tally.take(message)
                if part is not None:
                    return part
            self._tally.end()
        except LitigationError:
            self.close()
            raise
        raise StopIteration

    def close(self) -> None:
        """Ends the call; has no effect on one that has ended. What is paid goes on and is stored at the gateway."""
        _end(self._call)

    def __enter__(self) -> RecordStream:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Answers(Generic[_A]):
    """The messages of a call, with typed failures."""

    def __init__(self, call: _MessagesOfCall[_A]) -> None:
        self._call = call

    def __iter__(self) -> _Answers[_A]:
        return self

    def __next__(self) -> _A:
        try:
            return next(self._call)
        except grpc.RpcError as failure:
            raise _typed(failure) from failure

    def cancel(self) -> None:
        _end(self._call)


def _end(call: _MessagesOfCall[_A]) -> None:
    if isinstance(call, Generator):
        # What OpenTelemetry's instrumentation gives in place of a call.
        call.close()
    else:
        call.cancel()


def _typed(failure: grpc.RpcError) -> LitigationError:
    # Each that a call raises is a grpc.Call too.
    if isinstance(failure, grpc.Call):
        return error_of_call(failure.code(), failure.details(), failure.trailing_metadata())
    return LitigationError(grpc.StatusCode.UNKNOWN)
