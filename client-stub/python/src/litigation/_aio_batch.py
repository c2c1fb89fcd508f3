"""One batch, for asyncio.

Its call is a synchronous one, read by a thread of its own. A call of grpc.aio loses the gateway's status when a message
is sent just as the call ends, and says INTERNAL instead (https://github.com/grpc/grpc/issues/36066): a batch that is
refused, for its key say, would look like a defect.
"""

from __future__ import annotations

import asyncio
import queue
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from litigation._answers import ON_THEIR_WAY, BatchAnswer, BatchTally, batch_item
from litigation.v1.litigation_service_pb2 import (
    BatchSearchRecordsRequest,
    BatchSearchRecordsResponse,
    SearchRecordsRequest,
)

_Item = tuple[str, SearchRecordsRequest]


class BatchCall(Protocol):
    """The answers of a batch, with typed failures."""

    def __next__(self) -> BatchSearchRecordsResponse: ...
    def cancel(self) -> None: ...


class AsyncBatch:
    """One task takes items from their source and sends them, this one waits for the answers."""

    def __init__(self, begin: Callable[[Iterator[BatchSearchRecordsRequest]], BatchCall]) -> None:
        self._to_send: queue.SimpleQueue[BatchSearchRecordsRequest | None] = queue.SimpleQueue()
        self._call = begin(iter(self._to_send.get, None))
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="litigation-batch")
        self._room = asyncio.Semaphore(ON_THEIR_WAY)
        self._tally = BatchTally()
        self._sending: asyncio.Task[None] | None = None
        self._all_sent = False

    async def run(self, items: Iterable[_Item] | AsyncIterable[_Item]) -> AsyncIterator[BatchAnswer]:
        sending = self._sending = asyncio.create_task(self._send(items))
        reading: asyncio.Future[BatchSearchRecordsResponse | None] | None = None
        while True:
            if reading is None:
                reading = self._read()
            waiting: set[asyncio.Future[Any]] = {reading} if sending.done() else {reading, sending}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
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

    def _read(self) -> asyncio.Future[BatchSearchRecordsResponse | None]:
        """The next answer; None after the last."""
        reading = asyncio.get_running_loop().run_in_executor(self._reader, next, self._call, None)
        # A failure that nobody waits for any more is nobody's.
        reading.add_done_callback(lambda read: read.cancelled() or read.exception())
        return reading

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
            self._to_send.put(batch_item(item))
        self._all_sent = True
        self._to_send.put(None)

    async def close(self) -> None:
        """Ends the call, and with it the threads that send and read; has no effect on a call that has ended."""
        self._to_send.put(None)
        self._call.cancel()
        self._reader.shutdown(wait=False)
        if self._sending is not None:
            self._sending.cancel()
            await asyncio.gather(self._sending, return_exceptions=True)


async def _asynchronous(items: Iterable[_Item]) -> AsyncIterator[_Item]:
    for item in items:
        yield item
