"""A gateway in this process that answers as a test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent import futures
from dataclasses import dataclass, field
from typing import Any

import grpc
from google.protobuf.any_pb2 import Any as AnyMessage
from google.protobuf.message import Message
from google.rpc import status_pb2
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

from litigation import v1
from litigation.v1 import ledger_service_pb2_grpc, litigation_service_pb2_grpc

Context = Any


@dataclass
class FakeGateway(litigation_service_pb2_grpc.LitigationServiceServicer, ledger_service_pb2_grpc.LedgerServiceServicer):
    """Notes what it was asked, and with which metadata."""

    answer: Callable[[v1.SearchRecordsRequest, Context], v1.SearchRecordsResponse] = lambda request, context: (
        v1.SearchRecordsResponse(lookup_id="L1")
    )
    parts: Callable[[Context], Iterator[v1.StreamRecordsResponse]] = lambda context: iter(())
    item: Callable[[v1.BatchSearchRecordsRequest], list[v1.BatchSearchRecordsResponse]] = lambda item: [
        v1.BatchSearchRecordsResponse(key=item.key, answer=v1.SearchRecordsResponse(lookup_id=f"of {item.key}"))
    ]
    ends_batch_after: int = 1 << 30
    batch_ends_with: grpc.StatusCode = grpc.StatusCode.OK
    providers_fail: int = 0
    searches: list[v1.SearchRecordsRequest] = field(default_factory=list)
    listings: list[v1.ListProvidersRequest] = field(default_factory=list)
    metadata: dict[str, str | bytes] = field(default_factory=dict)
    remaining: float | None = None
    ended: threading.Event = field(default_factory=threading.Event)

    def _begin(self, context: Context) -> None:
        self.metadata = dict(context.invocation_metadata())
        self.remaining = context.time_remaining()
        context.add_callback(self.ended.set)

    def SearchRecords(self, request: v1.SearchRecordsRequest, context: Context) -> v1.SearchRecordsResponse:
        self._begin(context)
        self.searches.append(request)
        return self.answer(request, context)

    def StreamRecords(self, request: v1.StreamRecordsRequest, context: Context) -> Iterator[v1.StreamRecordsResponse]:
        self._begin(context)
        yield from self.parts(context)

    def BatchSearchRecords(self, request_iterator: Any, context: Context) -> Iterator[v1.BatchSearchRecordsResponse]:
        self._begin(context)
        for number, item in enumerate(request_iterator, start=1):
            yield from self.item(item)
            if number == self.ends_batch_after:
                if self.batch_ends_with is not grpc.StatusCode.OK:
                    context.abort(self.batch_ends_with, "enough")
                return

    def QuoteSearch(self, request: v1.QuoteSearchRequest, context: Context) -> v1.QuoteSearchResponse:
        self._begin(context)
        return v1.QuoteSearchResponse(request_id=request.request_id)

    def ListProviders(self, request: v1.ListProvidersRequest, context: Context) -> v1.ListProvidersResponse:
        self._begin(context)
        self.listings.append(request)
        if len(self.listings) <= self.providers_fail:
            context.abort(grpc.StatusCode.UNAVAILABLE, "not yet")
        page = int(request.page_token or "0")
        return v1.ListProvidersResponse(
            providers=[v1.Provider(name=f"p{page}")], next_page_token=str(page + 1) if page < 2 else ""
        )

    def ListLookups(self, request: v1.ListLookupsRequest, context: Context) -> v1.ListLookupsResponse:
        self._begin(context)
        page = int(request.page_token or "0")
        return v1.ListLookupsResponse(
            lookups=[v1.Lookup(lookup_id=f"l{page}")], next_page_token=str(page + 1) if page < 2 else ""
        )


class Serving:
    """The fake behind a real port."""

    def __init__(self, gateway: FakeGateway, credentials: grpc.ServerCredentials | None = None) -> None:
        self._server = grpc.server(futures.ThreadPoolExecutor(max_workers=8))
        litigation_service_pb2_grpc.add_LitigationServiceServicer_to_server(gateway, self._server)
        ledger_service_pb2_grpc.add_LedgerServiceServicer_to_server(gateway, self._server)
        healthy = health.HealthServicer()
        healthy.set("litigation.v1.LitigationService", health_pb2.HealthCheckResponse.SERVING)
        health_pb2_grpc.add_HealthServicer_to_server(healthy, self._server)
        port = (
            self._server.add_insecure_port("127.0.0.1:0")
            if credentials is None
            else self._server.add_secure_port("127.0.0.1:0", credentials)
        )
        self.target = f"127.0.0.1:{port}"
        self._server.start()

    def stop(self) -> None:
        self._server.stop(None).wait()


def packed(*details: Message) -> list[AnyMessage]:
    held = []
    for detail in details:
        packet = AnyMessage()
        packet.Pack(detail)
        held.append(packet)
    return held


def fail(context: Context, status: status_pb2.Status, *trailers: tuple[str, str]) -> None:
    """Ends a call with a status and its details."""
    context.set_trailing_metadata((("grpc-status-details-bin", status.SerializeToString()), *trailers))
    code = next(code for code in grpc.StatusCode if code.value[0] == status.code)
    context.abort(code, status.message)


def part(records: int, provider: str = "xinshu") -> v1.StreamRecordsResponse:
    return v1.StreamRecordsResponse(
        provider_part=v1.ProviderPart(provider=provider, records=[v1.LitigationRecord()] * records)
    )


def summary(records: int) -> v1.StreamRecordsResponse:
    return v1.StreamRecordsResponse(summary=v1.StreamSummary(record_count=records, complete=True))
