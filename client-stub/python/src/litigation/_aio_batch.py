"""One batch, for asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Coroutine, Iterable
from typing import Any, TypeVar

import grpc
import grpc.aio

from litigation._answers import ON_THEIR_WAY, BatchAnswer, BatchTally, batch_item
from litigation._errors import error_of_call
from litigation.v1.litigation_service_pb2 import (
    BatchSearchRecordsRequest,
    BatchSearchRecordsResponse,
    SearchRecordsRequest,
)

_T = TypeVar("_T")

_Call = grpc.aio.StreamStreamCall[BatchSearchRecordsRequest, BatchSearchRecordsResponse]

_LAST_WORD = 1.0
"""Seconds in which a call that takes no more messages tells its status; it does at once, unless it never does."""


_Item = tuple[str, SearchRecordsRequest]


class AsyncBatch:
    """One task takes items from their source and sends them, this one reads the answers."""

    def __init__(self, call: _Call) -> None:
        self._call = _BatchCall(call)
        self._room = asyncio.Semaphore(ON_THEIR_WAY)
        self._tally = BatchTally()
        self._tasks: list[asyncio.Task[Any]] = []
        self._all_sent = False

    async def run(self, items: Iterable[_Item] | AsyncIterable[_Item]) -> AsyncIterator[BatchAnswer]:
        sending = asyncio.create_task(self._send(items))
        self._tasks.append(sending)
        reading: asyncio.Task[BatchSearchRecordsResponse | None] | None = None
        while True:
            if reading is None:
                reading = asyncio.create_task(self._call.read())
                self._tasks[1:] = [reading]
            await asyncio.wait({reading} if sending.done() else {reading, sending}, return_when=asyncio.FIRST_COMPLETED)
            if sending.done():
                # The source's failure, if it has one.
                sending.result()
            if reading.done():
                answer = reading.result()
                reading = None
                if answer is None:
                    break
                taken = self._tally.take(answer)
                self._room.release()
                yield taken
        self._tally.end(all_sent=self._all_sent)

    async def _send(self, items: Iterable[_Item] | AsyncIterable[_Item]) -> None:
        source = aiter(items if isinstance(items, AsyncIterable) else _asynchronous(items))
        while True:
            await self._room.acquire()
            try:
                item = await anext(source)
            except StopAsyncIteration:
                break
            # Before it is sent: its answer may be read before this goes on.
            self._tally.sent()
            if not await self._call.send(batch_item(item)):
                # The call has ended; reading tells how.
                return
        self._all_sent = True
        await self._call.half_close()

    async def close(self) -> None:
        """Ends the call; has no effect on one that has ended."""
        self._call.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


class _BatchCall:
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


async def _asynchronous(items: Iterable[_T]) -> AsyncIterator[_T]:
    for item in items:
        yield item
