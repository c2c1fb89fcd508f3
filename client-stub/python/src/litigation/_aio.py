"""The client for asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Sequence
from types import TracebackType
from typing import TypeVar

import grpc
import grpc.aio
from grpc_health.v1 import health_pb2, health_pb2_grpc

from litigation._aio_batch import AsyncBatch
from litigation._answers import BatchAnswer, StreamTally, following
from litigation._client import Client
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


class AsyncClient:
    """As :class:`litigation.Client`, for asyncio: make it inside a running event loop, and keep it.

    Cancelling a task cancels its call.
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
        interceptors: Sequence[grpc.aio.ClientInterceptor] = (),
    ) -> None:
        self._caller = Caller(api_key, timeout)
        self._caller.require_private(target, plaintext)
        credentials = credentials_of(plaintext, tls)
        options = channel_options(target, keepalive, user_agent)
        self._channel = (
            grpc.aio.insecure_channel(target, options, interceptors=interceptors)
            if credentials is None
            else grpc.aio.secure_channel(target, credentials, options, interceptors=interceptors)
        )
        self._service = LitigationServiceStub(self._channel)
        self._ledger = LedgerServiceStub(self._channel)
        self._threads: Client | None = None
        self._for_threads: Callable[[], Client] = lambda: Client(
            target,
            tls=tls,
            plaintext=plaintext,
            api_key=api_key,
            timeout=timeout,
            keepalive=keepalive,
            user_agent=user_agent,
        )

    @property
    def channel(self) -> grpc.aio.Channel:
        """For stubs of one's own. Their calls have neither the client's deadline nor its :meth:`metadata`."""
        return self._channel

    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What the client sends with its calls to say who calls; secret."""
        return self._caller.metadata()

    async def search(self, request: SearchRecordsRequest, *, timeout: float | None = None) -> SearchRecordsResponse:
        """As :meth:`litigation.Client.search`."""
        return await self._call(self._service.SearchRecords, request, timeout)

    async def search_pages(
        self, request: SearchRecordsRequest, *, timeout: float | None = None
    ) -> AsyncIterator[SearchRecordsResponse]:
        """As :meth:`litigation.Client.search_pages`."""
        next_request: SearchRecordsRequest | None = request
        while next_request is not None:
            page = await self.search(next_request, timeout=timeout)
            next_request = following(request, page)
            yield page

    def stream(self, request: StreamRecordsRequest, *, timeout: float | None = None) -> AsyncRecordStream:
        """As :meth:`litigation.Client.stream`, with ``async with`` and ``async for``."""
        return AsyncRecordStream(
            self._service.StreamRecords(
                request, timeout=self._caller.timeout(timeout), metadata=self._caller.metadata()
            )
        )

    async def search_batch(
        self,
        items: Iterable[tuple[str, SearchRecordsRequest]] | AsyncIterable[tuple[str, SearchRecordsRequest]],
        *,
        timeout: float | None = None,
    ) -> AsyncIterator[BatchAnswer]:
        """As :meth:`litigation.Client.search_batch`, but answers do not wait for the next item: it may come from a slow
        source. Whoever stops early closes the iterator, best by ``contextlib.aclosing``.

        Batches have a connection of their own, which the client's interceptors do not see."""
        if self._threads is None:
            self._threads = self._for_threads()
        threads = self._threads
        batch = AsyncBatch(lambda requests: threads._begin_batch(requests, timeout))
        try:
            async for answer in batch.run(items):
                yield answer
        finally:
            await batch.close()

    async def quote(self, request: QuoteSearchRequest, *, timeout: float | None = None) -> QuoteSearchResponse:
        """As :meth:`litigation.Client.quote`."""
        return await self._call(self._service.QuoteSearch, request, timeout)

    async def providers(
        self, request: ListProvidersRequest | None = None, *, timeout: float | None = None
    ) -> AsyncIterator[Provider]:
        """As :meth:`litigation.Client.providers`."""
        page_request = ListProvidersRequest()
        page_request.MergeFrom(request or page_request)
        while True:
            page = await self._call(self._service.ListProviders, page_request, timeout)
            for provider in page.providers:
                yield provider
            if not page.next_page_token:
                return
            page_request.page_token = page.next_page_token

    async def lookups(
        self, request: ListLookupsRequest | None = None, *, timeout: float | None = None
    ) -> AsyncIterator[Lookup]:
        """As :meth:`litigation.Client.lookups`."""
        page_request = ListLookupsRequest()
        page_request.MergeFrom(request or page_request)
        while True:
            page = await self._call(self._ledger.ListLookups, page_request, timeout)
            for lookup in page.lookups:
                yield lookup
            if not page.next_page_token:
                return
            page_request.page_token = page.next_page_token

    async def health(self, service: str = "", *, timeout: float | None = None) -> str:
        """As :meth:`litigation.Client.health`."""
        answer = await self._call(
            health_pb2_grpc.HealthStub(self._channel).Check, health_pb2.HealthCheckRequest(service=service), timeout
        )
        return str(health_pb2.HealthCheckResponse.ServingStatus.Name(answer.status))

    async def close(self) -> None:
        """Ends calls in flight and the connections."""
        if self._threads is not None:
            self._threads.close()
        await self._channel.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _call(self, method: grpc.aio.UnaryUnaryMultiCallable[_Q, _A], request: _Q, timeout: float | None) -> _A:
        try:
            return await method(request, timeout=self._caller.timeout(timeout), metadata=self._caller.metadata())
        except grpc.aio.AioRpcError as failure:
            raise _typed(failure) from failure


class AsyncRecordStream:
    """As :class:`litigation.RecordStream`, with ``async with`` and ``async for``."""

    def __init__(self, call: grpc.aio.UnaryStreamCall[StreamRecordsRequest, StreamRecordsResponse]) -> None:
        self._call = call
        self._tally = StreamTally()
        self._closed = False

    @property
    def summary(self) -> StreamSummary:
        """The end of the answer, once all parts were read."""
        return self._tally.summary

    def __aiter__(self) -> AsyncRecordStream:
        return self

    async def __anext__(self) -> ProviderPart:
        try:
            while (message := await self._read()) is not None:
                part = self._tally.take(message)
                if part is not None:
                    return part
            self._tally.end()
        except LitigationError:
            self._call.cancel()
            raise
        raise StopAsyncIteration

    async def _read(self) -> StreamRecordsResponse | None:
        try:
            return await _read(self._call)
        except asyncio.CancelledError:
            if self._closed and self._call.cancelled():
                # Nobody cancelled the task.
                raise error_of_call(grpc.StatusCode.CANCELLED, "the stream was closed", None) from None
            raise

    async def close(self) -> None:
        """Ends the call; has no effect on one that has ended. What is paid goes on and is stored at the gateway."""
        self._closed = True
        self._call.cancel()

    async def __aenter__(self) -> AsyncRecordStream:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


async def _read(call: grpc.aio.UnaryStreamCall[_Q, _A]) -> _A | None:
    """The next message; None after the last."""
    try:
        message = await call.read()
    except grpc.aio.AioRpcError as failure:
        raise _typed(failure) from failure
    return None if message is grpc.aio.EOF else message  # type: ignore[return-value]


def _typed(failure: grpc.aio.AioRpcError) -> LitigationError:
    return error_of_call(failure.code(), failure.details(), failure.trailing_metadata())
