"""What the synchronous and the asynchronous client hold answers to."""

from __future__ import annotations

from dataclasses import dataclass

from litigation._errors import BATCH_CUT, STREAM_CUT, LitigationError, cut, error_of_status
from litigation.v1.litigation_service_pb2 import (
    BatchSearchRecordsRequest,
    BatchSearchRecordsResponse,
    ProviderPart,
    SearchRecordsRequest,
    SearchRecordsResponse,
    StreamRecordsResponse,
    StreamSummary,
)

ON_THEIR_WAY = 16
"""Items of a batch: as many as the gateway works on at a time. With fewer it would idle; with more, who is to send
could wait for a gateway that waits for it to read."""


@dataclass(frozen=True)
class BatchAnswer:
    """What became of one item of a batch: an answer, or an error."""

    key: str
    """The item's key, unchanged."""
    item_number: int
    """The item's place in the order in which the items were sent; the first is 1."""
    answer: SearchRecordsResponse | None
    error: LitigationError | None

    def result(self) -> SearchRecordsResponse:
        """The answer.

        :raises LitigationError: if the item failed
        """
        if self.error is not None:
            raise self.error
        assert self.answer is not None
        return self.answer


class StreamTally:
    """The rule of a streamed answer: one summary, always last, true to the number of records."""

    def __init__(self) -> None:
        self._records = 0
        self._ended = False
        self._summary: StreamSummary | None = None

    def take(self, message: StreamRecordsResponse) -> ProviderPart | None:
        """None if the message is no part."""
        if self._summary is not None:
            raise cut("a message follows the summary", STREAM_CUT)
        kind = message.WhichOneof("part")
        if kind == "summary":
            self._summary = message.summary
        elif kind == "provider_part":
            self._records += len(message.provider_part.records)
            return message.provider_part
        # Else a kind of part that a newer server knows.
        return None

    def end(self) -> None:
        if self._summary is None:
            raise cut("the stream ended without its summary", STREAM_CUT)
        if self._summary.record_count != self._records:
            raise cut(f"the summary states {self._summary.record_count} records, received {self._records}", STREAM_CUT)
        self._ended = True

    @property
    def summary(self) -> StreamSummary:
        if not self._ended or self._summary is None:
            raise RuntimeError("the summary ends the answer: read all parts first")
        return self._summary


class BatchTally:
    """The rule of a batch: one answer for each item."""

    def __init__(self) -> None:
        self.open = 0

    def sent(self) -> None:
        self.open += 1

    def take(self, message: BatchSearchRecordsResponse) -> BatchAnswer:
        if self.open == 0:
            raise cut("more answers than items", BATCH_CUT)
        self.open -= 1
        failed = message.WhichOneof("result") == "error"
        return BatchAnswer(
            key=message.key,
            item_number=message.item_number,
            answer=None if failed else message.answer,
            error=error_of_status(message.error, retry_forbidden=message.retry_forbidden) if failed else None,
        )

    def end(self, *, all_sent: bool = True) -> None:
        if self.open or not all_sent:
            unsent = "" if all_sent else " and others unsent"
            raise cut(f"the call ended with {self.open} items unanswered{unsent}", BATCH_CUT)


def batch_item(item: tuple[str, SearchRecordsRequest]) -> BatchSearchRecordsRequest:
    key, search = item
    return BatchSearchRecordsRequest(key=key, search=search)


def following(request: SearchRecordsRequest, page: SearchRecordsResponse) -> SearchRecordsRequest | None:
    """The request of the next page; None after the last."""
    if not page.next_page_token:
        return None
    following = SearchRecordsRequest()
    following.CopyFrom(request)
    following.page_token = page.next_page_token
    return following
