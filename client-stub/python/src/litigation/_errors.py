"""Typed errors, read from the details of a google.rpc.Status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import grpc
from google.protobuf.any_pb2 import Any as AnyMessage
from google.protobuf.message import DecodeError, Message
from google.rpc import code_pb2, error_details_pb2, status_pb2

DOMAIN = "litigation"
STREAM_CUT = "STREAM_CUT"
BATCH_CUT = "BATCH_CUT"

_DETAILS = "grpc-status-details-bin"
_PUSHBACK = "grpc-retry-pushback-ms"

_M = TypeVar("_M", bound=Message)


@dataclass(frozen=True)
class FieldViolation:
    """One field of the request that is wrong."""

    field: str
    """Its path: ``subject.person.id_number``."""
    description: str
    reason: str


@dataclass(frozen=True)
class QuotaViolation:
    """One quota or budget that is used up."""

    subject: str
    description: str


class LitigationError(Exception):
    """The gateway gave no answer. Nothing in here is of the subject that was asked about, and it may be logged.

    Before asking again: not if ``retry_forbidden``, since what was done may have been paid for; else after
    ``retry_delay``, if there is one.
    """

    code: grpc.StatusCode
    """The canonical code."""
    reason: str
    """The gateway's reason, ``UPPER_SNAKE``, as listed at LitigationService in the contract. Empty if the failure is
    not of the gateway's making, such as an unreachable server or a deadline that passed on the way."""
    metadata: Mapping[str, str]
    """What the gateway says besides the reason, such as ``incident``: the key to its log."""
    field_violations: tuple[FieldViolation, ...]
    """Every field of the request that is wrong."""
    quota_violations: tuple[QuotaViolation, ...]
    """The quotas or budgets that are used up."""
    retry_delay: timedelta | None
    """After how long asking again makes sense; None if the gateway does not say."""
    retry_forbidden: bool
    """True if the gateway forbids to send the same again blindly: what was done may have been paid for."""

    def __init__(
        self,
        code: grpc.StatusCode,
        message: str = "",
        details: Iterable[AnyMessage] = (),
        *,
        retry_forbidden: bool = False,
    ) -> None:
        held = tuple(details)
        info = _first(held, error_details_pb2.ErrorInfo())
        if info.domain != DOMAIN:
            info = error_details_pb2.ErrorInfo()
        retry = _first(held, error_details_pb2.RetryInfo())
        self.code = code
        self.reason = info.reason
        self.metadata = dict(info.metadata)
        self.field_violations = tuple(
            FieldViolation(v.field, v.description, v.reason)
            for v in _first(held, error_details_pb2.BadRequest()).field_violations
        )
        self.quota_violations = tuple(
            QuotaViolation(v.subject, v.description) for v in _first(held, error_details_pb2.QuotaFailure()).violations
        )
        self.retry_delay = retry.retry_delay.ToTimedelta() if retry.HasField("retry_delay") else None
        self.retry_forbidden = retry_forbidden
        super().__init__(self._text(message))

    def _text(self, message: str) -> str:
        """Code, reason, the server's own sentence and the paths of the bad fields, on one line."""
        text = self.code.name
        if self.reason:
            text += f" {self.reason}"
        if message:
            text += f": {message}"
        if self.field_violations:
            text += f" [{', '.join(violation.field for violation in self.field_violations)}]"
        return text


class InvalidArgumentError(LitigationError):
    """The request is wrong: see ``field_violations``."""


class UnauthenticatedError(LitigationError):
    """No API key, or one that the gateway does not know."""


class PermissionDeniedError(LitigationError):
    """The caller may not ask that: its purpose, provider or view is not allowed."""


class ResourceExhaustedError(LitigationError):
    """A budget or quota is used up: see ``quota_violations``."""


class FailedPreconditionError(LitigationError):
    """Asking again does not help until something else has changed."""


class AlreadyExistsError(LitigationError):
    """The request's ``request_id`` stands for another request."""


class AbortedError(LitigationError):
    """The providers failed, or the answer is incomplete and ``require_complete`` was set."""


class DeadlineExceededError(LitigationError):
    """There was no answer in time."""


class UnavailableError(LitigationError):
    """The gateway or a vendor could not be reached."""


class DataLossError(LitigationError):
    """The answer was cut: what was received until then is not an answer."""


_CLASSES: Mapping[grpc.StatusCode, type[LitigationError]] = {
    grpc.StatusCode.INVALID_ARGUMENT: InvalidArgumentError,
    grpc.StatusCode.UNAUTHENTICATED: UnauthenticatedError,
    grpc.StatusCode.PERMISSION_DENIED: PermissionDeniedError,
    grpc.StatusCode.RESOURCE_EXHAUSTED: ResourceExhaustedError,
    grpc.StatusCode.FAILED_PRECONDITION: FailedPreconditionError,
    grpc.StatusCode.ALREADY_EXISTS: AlreadyExistsError,
    grpc.StatusCode.ABORTED: AbortedError,
    grpc.StatusCode.DEADLINE_EXCEEDED: DeadlineExceededError,
    grpc.StatusCode.UNAVAILABLE: UnavailableError,
    grpc.StatusCode.DATA_LOSS: DataLossError,
}

_CODES: Mapping[int, grpc.StatusCode] = {code.value[0]: code for code in grpc.StatusCode}


def error_of_call(
    code: grpc.StatusCode, message: str | None, trailers: Iterable[tuple[str, str | bytes]] | None
) -> LitigationError:
    """Reads what a call ended with."""
    # Pair by pair: grpc.aio's has keys(), and dict() would take it for a mapping.
    by_key = dict(iter(trailers or ()))
    status = _status(by_key.get(_DETAILS))
    # Details of another code than the call's: a proxy replaced the one and left the other.
    details = status.details if status.code == code.value[0] else ()
    return _CLASSES.get(code, LitigationError)(
        code, message or "", details, retry_forbidden=_forbids(by_key.get(_PUSHBACK))
    )


def error_of_status(status: status_pb2.Status, *, retry_forbidden: bool) -> LitigationError:
    """Reads the error of an item of a batch, as if it were a call of its own."""
    code = _CODES.get(status.code, grpc.StatusCode.UNKNOWN)
    return _CLASSES.get(code, LitigationError)(code, status.message, status.details, retry_forbidden=retry_forbidden)


def cut(what: str, reason: str) -> LitigationError:
    """The client's own finding that an answer was cut."""
    detail = AnyMessage()
    detail.Pack(error_details_pb2.ErrorInfo(domain=DOMAIN, reason=reason))
    return DataLossError(_CODES[code_pb2.DATA_LOSS], what, [detail])


def _status(details: str | bytes | None) -> status_pb2.Status:
    if not isinstance(details, bytes):
        return status_pb2.Status()
    try:
        return status_pb2.Status.FromString(details)
    except DecodeError:
        return status_pb2.Status()


def _forbids(pushback: str | bytes | None) -> bool:
    """True for a negative number and, as gRFC A6 has it, for what is no number."""
    if pushback is None:
        return False
    try:
        return int(pushback) < 0
    except ValueError:
        return True


def _first(details: Iterable[AnyMessage], absent: _M) -> _M:
    """The first detail of a kind; the empty message if there is none, or none that can be read."""
    for detail in details:
        if detail.TypeName() == absent.DESCRIPTOR.full_name:
            try:
                found = type(absent)()
                detail.Unpack(found)
                return found
            except DecodeError:
                return absent
    return absent
