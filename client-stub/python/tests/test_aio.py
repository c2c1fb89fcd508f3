"""What is the asynchronous client's own; what both share is tested with the synchronous one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from typing import Any

import grpc
import pytest
import pytest_asyncio
from fake_gateway import FakeGateway, fail, packed, part, summary
from google.rpc import code_pb2, error_details_pb2, status_pb2

import litigation
from litigation import AsyncClient, v1

SEARCH = v1.SearchRecordsRequest(page_size=1)
STREAM = v1.StreamRecordsRequest()


@pytest_asyncio.fixture
async def aio(target: str) -> AsyncIterator[AsyncClient]:
    async with AsyncClient(target, plaintext=True, api_key="key-1") as client:
        yield client


async def test_a_search_says_who_calls_and_has_a_deadline(aio: AsyncClient, gateway: FakeGateway) -> None:
    assert (await aio.search(SEARCH)).lookup_id == "L1"
    assert gateway.metadata["authorization"] == "Bearer key-1"
    assert gateway.remaining is not None
    assert 5 < gateway.remaining < 16


async def test_a_refusal_is_typed(aio: AsyncClient, gateway: FakeGateway) -> None:
    def refuse(request: v1.SearchRecordsRequest, context: Any) -> v1.SearchRecordsResponse:
        info = error_details_pb2.ErrorInfo(domain="litigation", reason="PROVIDERS_FAILED")
        fail(
            context,
            status_pb2.Status(code=code_pb2.ABORTED, message="So.", details=packed(info)),
            ("grpc-retry-pushback-ms", "-1"),
        )
        raise AssertionError

    gateway.answer = refuse
    with pytest.raises(litigation.AbortedError) as refused:
        await aio.search(SEARCH)
    assert (refused.value.reason, refused.value.retry_forbidden) == ("PROVIDERS_FAILED", True)
    assert len(gateway.searches) == 1


async def test_pages_providers_lookups_quote_and_health(aio: AsyncClient, gateway: FakeGateway) -> None:
    gateway.answer = lambda request, context: v1.SearchRecordsResponse(
        lookup_id=request.page_token or "first", next_page_token={"": "a", "a": "b"}.get(request.page_token, "")
    )
    assert [page.lookup_id async for page in aio.search_pages(SEARCH)] == ["first", "a", "b"]
    assert [provider.name async for provider in aio.providers()] == ["p0", "p1", "p2"]
    assert [lookup.lookup_id async for lookup in aio.lookups()] == ["l0", "l1", "l2"]
    assert (await aio.quote(v1.QuoteSearchRequest(request_id="q"))).request_id == "q"
    assert await aio.health("litigation.v1.LitigationService") == "SERVING"


async def test_a_stream_gives_parts_and_then_its_summary(aio: AsyncClient, gateway: FakeGateway) -> None:
    gateway.parts = lambda context: iter([part(2), summary(2)])
    async with aio.stream(STREAM) as parts:
        assert [len(each.records) async for each in parts] == [2]
    assert parts.summary.complete


async def test_a_cut_stream_is_no_answer(aio: AsyncClient, gateway: FakeGateway) -> None:
    gateway.parts = lambda context: iter([part(2)])
    with pytest.raises(litigation.DataLossError):
        async with aio.stream(STREAM) as parts:
            async for _ in parts:
                pass


async def test_who_leaves_a_stream_ends_the_call(aio: AsyncClient, gateway: FakeGateway) -> None:
    def endless(context: Any) -> Iterator[v1.StreamRecordsResponse]:
        yield part(1)
        gateway.ended.wait(30)

    gateway.parts = endless
    async with aio.stream(STREAM) as parts:
        await anext(parts)
    assert await asyncio.to_thread(gateway.ended.wait, 10)
    with pytest.raises(litigation.LitigationError) as closed:
        await anext(parts)
    assert closed.value.code is grpc.StatusCode.CANCELLED


async def test_cancelling_a_task_ends_its_call(aio: AsyncClient, gateway: FakeGateway) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(request: v1.SearchRecordsRequest, context: Any) -> v1.SearchRecordsResponse:
        loop.call_soon_threadsafe(asked.set)
        gateway.ended.wait(30)
        return v1.SearchRecordsResponse()

    gateway.answer = slow
    search = asyncio.create_task(aio.search(SEARCH))
    await asked.wait()
    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search
    assert await asyncio.to_thread(gateway.ended.wait, 10)


async def items(number: int) -> AsyncIterator[tuple[str, v1.SearchRecordsRequest]]:
    for i in range(number):
        yield f"k{i}", SEARCH


async def test_every_item_of_a_batch_is_answered(aio: AsyncClient) -> None:
    taken = 0

    async def counted() -> AsyncIterator[tuple[str, v1.SearchRecordsRequest]]:
        nonlocal taken
        async for item in items(100):
            taken += 1
            yield item

    keys = set()
    async for answer in aio.search_batch(counted()):
        keys.add(answer.key)
        assert taken - len(keys) <= 16
    assert keys == {f"k{i}" for i in range(100)}
    assert [answer.key async for answer in aio.search_batch([("a", SEARCH)])] == ["a"]


async def test_a_batch_that_ends_with_items_unanswered_is_no_answer(aio: AsyncClient, gateway: FakeGateway) -> None:
    gateway.ends_batch_after = 3
    gateway.item = lambda item: []
    with pytest.raises(litigation.DataLossError) as cut:
        async for _ in aio.search_batch(items(20)):
            pass
    assert cut.value.reason == "BATCH_CUT"


async def test_an_answer_does_not_wait_for_the_next_item(aio: AsyncClient) -> None:
    answered = asyncio.Event()

    async def slow() -> AsyncIterator[tuple[str, v1.SearchRecordsRequest]]:
        yield "a", SEARCH
        await answered.wait()
        yield "b", SEARCH

    keys = []
    async for answer in aio.search_batch(slow()):
        keys.append(answer.key)
        answered.set()
    assert keys == ["a", "b"]


async def test_a_batch_that_fails_does_not_wait_for_the_next_item(aio: AsyncClient, gateway: FakeGateway) -> None:
    async def stuck() -> AsyncIterator[tuple[str, v1.SearchRecordsRequest]]:
        yield "a", SEARCH
        await asyncio.Event().wait()

    gateway.ends_batch_after = 1
    for status, expected in (
        (grpc.StatusCode.OK, litigation.DataLossError),
        (grpc.StatusCode.PERMISSION_DENIED, litigation.PermissionDeniedError),
    ):
        gateway.batch_ends_with = status
        with pytest.raises(expected):
            async for _ in aio.search_batch(stuck()):
                pass


async def test_a_failure_of_the_items_source_is_passed_on(aio: AsyncClient, gateway: FakeGateway) -> None:
    answered = asyncio.Event()

    async def broken() -> AsyncIterator[tuple[str, v1.SearchRecordsRequest]]:
        yield "a", SEARCH
        await answered.wait()
        raise ValueError("enough")

    with pytest.raises(ValueError, match="enough"):
        async for _ in aio.search_batch(broken()):
            answered.set()
    assert await asyncio.to_thread(gateway.ended.wait, 10)


@pytest.mark.parametrize("after", range(1, 20, 3))
async def test_a_batch_that_is_refused_while_it_sends_says_why(
    aio: AsyncClient, gateway: FakeGateway, after: int
) -> None:
    gateway.ends_batch_after = after
    gateway.batch_ends_with = grpc.StatusCode.PERMISSION_DENIED
    with pytest.raises(litigation.PermissionDeniedError):
        async for _ in aio.search_batch(items(1000)):
            pass


async def test_who_gives_a_batch_up_ends_the_call(aio: AsyncClient, gateway: FakeGateway) -> None:
    async with aclosing(aio.search_batch(items(20))) as answers:  # type: ignore[type-var]
        async for _ in answers:
            break
    assert await asyncio.to_thread(gateway.ended.wait, 10)
