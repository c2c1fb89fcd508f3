"""The call of a batch, for asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any, TypeVar

import grpc
import grpc.aio

from litigation._errors import error_of_call
from litigation.v1.litigation_service_pb2 import BatchSearchRecordsRequest, BatchSearchRecordsResponse

_T = TypeVar("_T")

_Call = grpc.aio.StreamStreamCall[BatchSearchRecordsRequest, BatchSearchRecordsResponse]

_LAST_WORD = 1.0
"""Seconds in which a call that takes no more messages tells its status; it does at once, unless it never does."""


class BatchCall:
    """Sends and reads, and tells how the call really ended.

    A message that is sent just when the gateway ends the call fails, and grpc.aio then puts INTERNAL in the place of
    the status that has arrived or is about to (https://github.com/grpc/grpc/issues/36066). So each status is noted when
    it arrives, and the first that is the gateway's counts. It arrives after the answers before it were read, which
    ``read()`` of grpc.aio refuses by then, while its iteration goes on.
    """

    def __init__(self, call: _Call) -> None:
        self._call = call
        self._answers = aiter(call)
        self._ended: asyncio.Future[tuple[grpc.StatusCode, str | None, Any]] = (
            asyncio.get_running_loop().create_future()
        )
        call.add_done_callback(self._note)

    def _note(self, _: object) -> None:
        code, details = _now(self._call.code()), _now(self._call.details())
        own_finding = code is grpc.StatusCode.INTERNAL and details == "Internal error from Core"
        if not own_finding and not self._ended.done():
            self._ended.set_result((code, details, _now(self._call.trailing_metadata())))

    async def send(self, item: BatchSearchRecordsRequest) -> bool:
        """False if the call has ended."""
        return await self._sent(self._call.write(item))

    async def half_close(self) -> None:
        await self._sent(self._call.done_writing())

    async def _sent(self, sending: Awaitable[None]) -> bool:
        try:
            await sending
        except (asyncio.InvalidStateError, grpc.aio.InternalError, grpc.aio.AioRpcError):
            return False
        return True

    async def read(self) -> BatchSearchRecordsResponse | None:
        """The next answer; None after the last, if the call ended well."""
        try:
            return await anext(self._answers)
        except (StopAsyncIteration, grpc.aio.AioRpcError):
            await self._end()
            return None

    async def _end(self) -> None:
        try:
            code, details, trailers = await asyncio.wait_for(asyncio.shield(self._ended), _LAST_WORD)
        except asyncio.TimeoutError:
            raise error_of_call(grpc.StatusCode.INTERNAL, "the call broke off", None) from None
        if code is not grpc.StatusCode.OK:
            raise error_of_call(code, details, trailers)

    def cancel(self) -> None:
        self._call.cancel()


def _now(known: Coroutine[Any, Any, _T]) -> _T:
    """What a coroutine gives that does not wait: all that a call tells of its end, once it has ended."""
    try:
        known.send(None)
    except StopIteration as end:
        value: _T = end.value
        return value
    known.close()
    raise RuntimeError("the call has not ended")
