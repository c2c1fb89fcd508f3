"""Client of the litigation gateway: court data of persons and companies, in one normalised form.

Begin at :class:`Client` or, for asyncio, :class:`AsyncClient`. The messages are in :mod:`litigation.v1`.
"""

from litigation import v1
from litigation._aio import AsyncClient, AsyncRecordStream
from litigation._answers import BatchAnswer
from litigation._client import Client, RecordStream
from litigation._connection import Tls
from litigation._errors import (
    AbortedError,
    AlreadyExistsError,
    DataLossError,
    DeadlineExceededError,
    FailedPreconditionError,
    FieldViolation,
    InvalidArgumentError,
    LitigationError,
    PermissionDeniedError,
    QuotaViolation,
    ResourceExhaustedError,
    UnauthenticatedError,
    UnavailableError,
)
from litigation._version import __version__

__all__ = [
    "AbortedError",
    "AlreadyExistsError",
    "AsyncClient",
    "AsyncRecordStream",
    "BatchAnswer",
    "Client",
    "DataLossError",
    "DeadlineExceededError",
    "FailedPreconditionError",
    "FieldViolation",
    "InvalidArgumentError",
    "LitigationError",
    "PermissionDeniedError",
    "QuotaViolation",
    "RecordStream",
    "ResourceExhaustedError",
    "Tls",
    "UnauthenticatedError",
    "UnavailableError",
    "__version__",
    "v1",
]
