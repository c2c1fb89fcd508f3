from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import grpc
import pytest
from fake_gateway import FakeGateway, Serving, fail, packed, part, summary
from google.rpc import code_pb2, error_details_pb2, status_pb2

import litigation
from litigation import Client, v1

SEARCH = v1.SearchRecordsRequest(subject=v1.Subject(person=v1.Person(name="申屠砚舟")), page_size=1)
STREAM = v1.StreamRecordsRequest(subject=SEARCH.subject)


def test_a_search_is_answered(client: Client, gateway: FakeGateway) -> None:
    assert client.search(SEARCH).lookup_id == "L1"
    assert gateway.searches == [SEARCH]


def test_a_call_has_the_default_deadline_unless_it_sets_its_own(client: Client, gateway: FakeGateway) -> None:
    client.search(SEARCH)
    assert gateway.remaining is not None
    assert 5 < gateway.remaining < 16

    client.search(SEARCH, timeout=3)
    assert gateway.remaining < 4


def test_a_deadline_that_passed_is_typed(target: str, gateway: FakeGateway) -> None:
    gateway.answer = lambda request, context: gateway.ended.wait(10) and v1.SearchRecordsResponse()  # type: ignore[assignment, return-value]
    with Client(target, plaintext=True, timeout=0.2) as client, pytest.raises(litigation.DeadlineExceededError) as cut:
        client.search(SEARCH)
    assert cut.value.reason == ""


def test_a_refusal_names_the_bad_fields_and_nothing_of_the_subject(client: Client, gateway: FakeGateway) -> None:
    gateway.answer = refuse(
        code_pb2.INVALID_ARGUMENT,
        error_details_pb2.ErrorInfo(domain="litigation", reason="REQUEST_INVALID", metadata={"incident": "i1"}),
        error_details_pb2.BadRequest(
            field_violations=[
                error_details_pb2.BadRequest.FieldViolation(
                    field="subject.person.mobile", description="Not a mobile number.", reason="MOBILE_INVALID"
                )
            ]
        ),
    )
    with pytest.raises(litigation.InvalidArgumentError) as refused:
        client.search(SEARCH)
    assert refused.value.code is grpc.StatusCode.INVALID_ARGUMENT
    assert refused.value.reason == "REQUEST_INVALID"
    assert refused.value.metadata == {"incident": "i1"}
    assert refused.value.field_violations == (
        litigation.FieldViolation("subject.person.mobile", "Not a mobile number.", "MOBILE_INVALID"),
    )
    assert str(refused.value) == "INVALID_ARGUMENT REQUEST_INVALID: The gateway says so. [subject.person.mobile]"
    assert not refused.value.retry_forbidden


def test_a_used_up_budget_says_which_and_until_when(client: Client, gateway: FakeGateway) -> None:
    retry = error_details_pb2.RetryInfo()
    retry.retry_delay.FromMilliseconds(1500)
    gateway.answer = refuse(
        code_pb2.RESOURCE_EXHAUSTED,
        error_details_pb2.ErrorInfo(domain="litigation", reason="BUDGET_EXHAUSTED"),
        retry,
        error_details_pb2.QuotaFailure(
            violations=[error_details_pb2.QuotaFailure.Violation(subject="caller:loans", description="calls a day")]
        ),
    )
    with pytest.raises(litigation.ResourceExhaustedError) as refused:
        client.search(SEARCH)
    assert refused.value.quota_violations == (litigation.QuotaViolation("caller:loans", "calls a day"),)
    assert refused.value.retry_delay is not None
    assert refused.value.retry_delay.total_seconds() == 1.5


@pytest.mark.parametrize(("pushback", "forbidden"), [("-1", True), ("soon", True), ("100", False)])
def test_the_pushback_trailer_forbids_a_retry(
    client: Client, gateway: FakeGateway, pushback: str, forbidden: bool
) -> None:
    gateway.answer = refuse(code_pb2.ABORTED, trailers=[("grpc-retry-pushback-ms", pushback)])
    with pytest.raises(litigation.AbortedError) as failed:
        client.search(SEARCH)
    assert failed.value.retry_forbidden is forbidden


def test_details_of_another_domain_or_code_or_none_at_all_give_no_reason(client: Client, gateway: FakeGateway) -> None:
    gateway.answer = refuse(code_pb2.NOT_FOUND, error_details_pb2.ErrorInfo(domain="proxy", reason="NO_ROUTE"))
    with pytest.raises(litigation.LitigationError) as strange:
        client.search(SEARCH)
    assert (strange.value.code, strange.value.reason) == (grpc.StatusCode.NOT_FOUND, "")

    def replaced(request: v1.SearchRecordsRequest, context: Any) -> v1.SearchRecordsResponse:
        context.set_trailing_metadata(
            (("grpc-status-details-bin", status(code_pb2.ABORTED, REASON).SerializeToString()),)
        )
        context.abort(grpc.StatusCode.UNAVAILABLE, "proxy")
        raise AssertionError

    gateway.answer = replaced
    with pytest.raises(litigation.UnavailableError) as of_a_proxy:
        client.search(SEARCH)
    assert of_a_proxy.value.reason == ""

    def unreadable(request: v1.SearchRecordsRequest, context: Any) -> v1.SearchRecordsResponse:
        context.set_trailing_metadata((("grpc-status-details-bin", b"\xff\xff"),))
        context.abort(grpc.StatusCode.ABORTED, "")
        raise AssertionError

    gateway.answer = unreadable
    with pytest.raises(litigation.AbortedError) as garbled:
        client.search(SEARCH)
    assert str(garbled.value) == "ABORTED"


def test_what_may_be_paid_for_is_never_repeated(client: Client, gateway: FakeGateway) -> None:
    gateway.answer = refuse(code_pb2.UNAVAILABLE)
    with pytest.raises(litigation.UnavailableError):
        client.search(SEARCH)
    assert len(gateway.searches) == 1


def test_what_pays_nothing_is_tried_again(client: Client, gateway: FakeGateway) -> None:
    gateway.providers_fail = 2
    assert [provider.name for provider in client.providers()] == ["p0", "p1", "p2"]
    assert len(gateway.listings) == 5


def test_pages_are_fetched_when_they_are_asked_for(client: Client, gateway: FakeGateway) -> None:
    gateway.answer = lambda request, context: v1.SearchRecordsResponse(
        lookup_id=request.page_token or "first", next_page_token={"": "a", "a": "b"}.get(request.page_token, "")
    )
    pages = client.search_pages(SEARCH)
    assert next(pages).lookup_id == "first"
    assert len(gateway.searches) == 1
    assert [page.lookup_id for page in pages] == ["a", "b"]
    assert all(search.subject == SEARCH.subject for search in gateway.searches)
    assert SEARCH.page_token == ""


def test_a_value_that_this_client_has_no_name_for_is_kept(client: Client, gateway: FakeGateway) -> None:
    unknown: Any = 99
    newer = v1.SearchRecordsResponse(outcomes=[v1.ProviderOutcome(state=unknown)])
    gateway.answer = lambda request, context: newer
    assert client.search(SEARCH).outcomes[0].state == 99


def test_lookups_of_all_pages(client: Client) -> None:
    assert [lookup.lookup_id for lookup in client.lookups(v1.ListLookupsRequest(page_size=1))] == ["l0", "l1", "l2"]


def test_a_quote(client: Client) -> None:
    assert client.quote(v1.QuoteSearchRequest(request_id="q-1")).request_id == "q-1"


def test_health(client: Client) -> None:
    assert client.health() == "SERVING"
    assert client.health("litigation.v1.LitigationService") == "SERVING"
    with pytest.raises(litigation.LitigationError) as unknown:
        client.health("no.such.Service")
    assert unknown.value.code is grpc.StatusCode.NOT_FOUND


def test_a_stream_gives_parts_and_then_its_summary(client: Client, gateway: FakeGateway) -> None:
    gateway.parts = lambda context: iter([part(2), v1.StreamRecordsResponse(), part(1, "submail"), summary(3)])
    with client.stream(STREAM) as parts:
        with pytest.raises(RuntimeError):
            _ = parts.summary
        assert [(each.provider, len(each.records)) for each in parts] == [("xinshu", 2), ("submail", 1)]
    assert parts.summary.complete


@pytest.mark.parametrize(
    "messages",
    [[], [part(2)], [part(2), summary(3)], [summary(0), part(1)], [summary(0), summary(0)]],
    ids=["nothing", "no summary", "a record lost", "a part after the summary", "two summaries"],
)
def test_a_cut_stream_is_no_answer(
    client: Client, gateway: FakeGateway, messages: list[v1.StreamRecordsResponse]
) -> None:
    gateway.parts = lambda context: iter(messages)
    with pytest.raises(litigation.DataLossError) as cut, client.stream(STREAM) as parts:
        list(parts)
    assert cut.value.reason == "STREAM_CUT"
    with pytest.raises(RuntimeError):
        _ = parts.summary


def test_a_stream_that_fails_is_typed(client: Client, gateway: FakeGateway) -> None:
    def failing(context: Any) -> Iterator[v1.StreamRecordsResponse]:
        yield part(1)
        fail(context, status(code_pb2.ABORTED, REASON))

    gateway.parts = failing
    with client.stream(STREAM) as parts:
        assert next(parts).provider == "xinshu"
        with pytest.raises(litigation.AbortedError) as failed:
            next(parts)
    assert failed.value.reason == "PROVIDERS_FAILED"


def test_who_leaves_a_stream_ends_the_call(client: Client, gateway: FakeGateway) -> None:
    def endless(context: Any) -> Iterator[v1.StreamRecordsResponse]:
        yield part(1)
        gateway.ended.wait(30)

    gateway.parts = endless
    with client.stream(STREAM) as parts:
        next(parts)
    assert gateway.ended.wait(10)
    with pytest.raises(litigation.LitigationError) as closed:
        next(parts)
    assert closed.value.code is grpc.StatusCode.CANCELLED


class Generators(grpc.UnaryStreamClientInterceptor, grpc.StreamStreamClientInterceptor):
    """Gives generators in place of calls, as OpenTelemetry's instrumentation does."""

    def intercept_unary_stream(self, continuation: Any, details: Any, request: Any) -> Any:
        yield from continuation(details, request)

    def intercept_stream_stream(self, continuation: Any, details: Any, requests: Any) -> Any:
        yield from continuation(details, requests)


@pytest.fixture
def of_generators(target: str) -> Iterator[Client]:
    with Client(target, plaintext=True, interceptors=[Generators()]) as client:
        yield client


def test_an_instrumented_stream_is_answered_or_fails_as_any_other(of_generators: Client, gateway: FakeGateway) -> None:
    gateway.parts = lambda context: iter([part(2), summary(2)])
    with of_generators.stream(STREAM) as parts:
        assert [len(each.records) for each in parts] == [2]
    assert parts.summary.complete

    def failing(context: Any) -> Iterator[v1.StreamRecordsResponse]:
        yield part(1)
        fail(context, status(code_pb2.ABORTED, REASON))

    gateway.parts = failing
    with pytest.raises(litigation.AbortedError), of_generators.stream(STREAM) as parts:
        list(parts)

    gateway.parts = lambda context: iter([part(2)])
    with pytest.raises(litigation.DataLossError), of_generators.stream(STREAM) as parts:
        list(parts)


def test_who_leaves_an_instrumented_stream_ends_the_call(of_generators: Client, gateway: FakeGateway) -> None:
    def endless(context: Any) -> Iterator[v1.StreamRecordsResponse]:
        yield part(1)
        gateway.ended.wait(30)

    gateway.parts = endless
    with of_generators.stream(STREAM) as parts:
        next(parts)
    assert gateway.ended.wait(10)


def test_an_instrumented_batch_is_answered(of_generators: Client) -> None:
    assert len(list(of_generators.search_batch(items(100)))) == 100


def items(number: int) -> Iterator[tuple[str, v1.SearchRecordsRequest]]:
    return ((f"k{i}", SEARCH) for i in range(number))


def test_every_item_of_a_batch_is_answered(client: Client, gateway: FakeGateway) -> None:
    answers = {answer.key: answer.result().lookup_id for answer in client.search_batch(items(100))}
    assert answers == {f"k{i}": f"of k{i}" for i in range(100)}
    # A batch lasts as long as it is fed: grpc's word for no deadline is one in the far future.
    assert gateway.remaining is not None
    assert gateway.remaining > 1e9


def test_a_batch_of_nothing_ends_well(client: Client) -> None:
    assert list(client.search_batch([])) == []


def test_an_item_is_taken_when_there_is_room_for_it(client: Client) -> None:
    taken = 0

    def counted() -> Iterator[tuple[str, v1.SearchRecordsRequest]]:
        nonlocal taken
        for item in items(100):
            taken += 1
            yield item

    answered = 0
    for _ in client.search_batch(counted()):
        answered += 1
        assert taken - answered <= 16
    assert answered == 100


def test_an_items_error_reads_like_a_calls(client: Client, gateway: FakeGateway) -> None:
    gateway.item = lambda item: [
        v1.BatchSearchRecordsResponse(
            key=item.key, item_number=1, error=status(code_pb2.ABORTED, REASON), retry_forbidden=True
        )
    ]
    (failed,) = client.search_batch(items(1))
    assert failed.answer is None
    assert isinstance(failed.error, litigation.AbortedError)
    assert (failed.error.reason, failed.error.retry_forbidden) == ("PROVIDERS_FAILED", True)
    with pytest.raises(litigation.AbortedError):
        failed.result()


def test_a_batch_that_ends_with_items_unanswered_is_no_answer(client: Client, gateway: FakeGateway) -> None:
    gateway.ends_batch_after = 3
    gateway.item = lambda item: []
    with pytest.raises(litigation.DataLossError) as cut:
        list(client.search_batch(items(20)))
    assert cut.value.reason == "BATCH_CUT"


@pytest.mark.parametrize("after", range(1, 20, 3))
def test_a_batch_that_is_refused_while_it_sends_says_why(client: Client, gateway: FakeGateway, after: int) -> None:
    gateway.ends_batch_after = after
    gateway.batch_ends_with = grpc.StatusCode.PERMISSION_DENIED
    with pytest.raises(litigation.PermissionDeniedError):
        list(client.search_batch(items(1000)))


def test_more_answers_than_items_are_no_answer(client: Client, gateway: FakeGateway) -> None:
    gateway.item = lambda item: [v1.BatchSearchRecordsResponse(key=item.key)] * 2
    with pytest.raises(litigation.DataLossError) as cut:
        list(client.search_batch(items(3)))
    assert cut.value.reason == "BATCH_CUT"


def test_who_gives_a_batch_up_ends_the_call(client: Client, gateway: FakeGateway) -> None:
    def broken() -> Iterator[tuple[str, v1.SearchRecordsRequest]]:
        yield from items(20)
        raise ValueError("enough")

    with pytest.raises(ValueError, match="enough"):
        list(client.search_batch(broken()))
    assert gateway.ended.wait(10)


REASON = error_details_pb2.ErrorInfo(domain="litigation", reason="PROVIDERS_FAILED")


def status(code: int, *details: Any) -> status_pb2.Status:
    return status_pb2.Status(code=code, message="The gateway says so.", details=packed(*details))


def refuse(code: int, *details: Any, trailers: Any = ()) -> Any:
    def refuse_call(request: v1.SearchRecordsRequest, context: Any) -> v1.SearchRecordsResponse:
        fail(context, status(code, *details), *trailers)
        raise AssertionError

    return refuse_call


def test_calls_are_spread_over_all_replicas(gateway: FakeGateway) -> None:
    other_gateway = FakeGateway()
    serving, other = Serving(gateway), Serving(other_gateway)
    try:
        with Client(f"ipv4:{serving.target},{other.target}", plaintext=True) as client:
            # Until it is connected to both, one may get all calls.
            end = time.monotonic() + 10
            while not (gateway.searches and other_gateway.searches) and time.monotonic() < end:
                client.search(SEARCH)
            assert gateway.searches
            assert other_gateway.searches
    finally:
        serving.stop()
        other.stop()
