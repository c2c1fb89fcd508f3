"""How the gateway is reached, and who asks."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import grpc

from litigation._version import __version__

DEFAULT_TIMEOUT = 15.0
DEFAULT_KEEPALIVE = 30.0
_KEEPALIVE_TIMEOUT = 10.0

ApiKey = str | Callable[[], str]
StrPath = str | os.PathLike[str]


@dataclass(frozen=True)
class Tls:
    """Whom a client trusts, and who it is itself. All files are PEM.

    ``ca``: trusts the certificates in this file and no others; without it, gRPC's own roots.
    ``certificate`` (its chain following it) and ``private_key`` (PKCS #8 without a pass phrase): mutual TLS.
    """

    ca: StrPath | None = None
    certificate: StrPath | None = None
    private_key: StrPath | None = None

    def __post_init__(self) -> None:
        if (self.certificate is None) != (self.private_key is None):
            raise ValueError("certificate and private_key belong together")

    def credentials(self) -> grpc.ChannelCredentials:
        """Reads the files."""
        return grpc.ssl_channel_credentials(_read(self.ca), _read(self.private_key), _read(self.certificate))


def channel_options(target: str, keepalive: float, user_agent: str | None) -> list[tuple[str, str | int]]:
    """Of the same meaning as those of the Java client."""
    own = f"litigation-python/{__version__}"
    return [
        ("grpc.primary_user_agent", f"{user_agent} {own}" if user_agent else own),
        ("grpc.keepalive_time_ms", round(_positive(keepalive, "keepalive") * 1000)),
        ("grpc.keepalive_timeout_ms", round(_KEEPALIVE_TIMEOUT * 1000)),
        # Pings go on for as long as a call waits, however long that is.
        ("grpc.http2.max_pings_without_data", 0),
        ("grpc.service_config", service_config()),
        ("grpc.service_config_disable_resolution", 1),
        # An unreachable replica is tried again after seconds, not minutes.
        ("grpc.max_reconnect_backoff_ms", 10_000),
        # gRPC would give the proxy of the environment what is for this machine, a key in plaintext included.
        *([("grpc.enable_http_proxy", 0)] if is_loopback(target) else []),
    ]


def service_config() -> str:
    """Load balancing, health checking, and retries of what pays nothing: one file for the clients of all languages."""
    return resources.files("litigation").joinpath("service-config.json").read_text(encoding="utf-8")


def credentials_of(plaintext: bool, tls: Tls | None) -> grpc.ChannelCredentials | None:
    """None for plaintext."""
    if plaintext and tls is not None:
        raise ValueError("plaintext or tls, not both")
    return None if plaintext else (tls or Tls()).credentials()


class Caller:
    """What is sent with every call of a client: the caller's key and, unless the call has its own, a deadline."""

    def __init__(self, api_key: ApiKey | None, timeout: float) -> None:
        if isinstance(api_key, str):
            _checked(api_key)
        self._api_key = api_key
        self._timeout = _positive(timeout, "timeout")

    def require_private(self, target: str, plaintext: bool) -> None:
        """A key leaves this machine encrypted or not at all."""
        if plaintext and self._api_key is not None and not is_loopback(target):
            raise ValueError("the API key is not sent to another machine in plaintext; use TLS")

    def metadata(self) -> tuple[tuple[str, str], ...]:
        if self._api_key is None:
            return ()
        key = self._api_key if isinstance(self._api_key, str) else _checked(self._api_key())
        return (("authorization", f"Bearer {key}"),)

    def timeout(self, of_call: float | None) -> float:
        return self._timeout if of_call is None else of_call

    def __repr__(self) -> str:
        return "Caller(***)"


def is_loopback(target: str) -> bool:
    """Whether a gRPC target name is of this machine, by what it says: nothing is resolved."""
    scheme, separator, rest = target.partition(":")
    if scheme in ("unix", "unix-abstract"):
        return True
    if separator and scheme in ("dns", "ipv4", "ipv6"):
        target = rest.rsplit("/", 1)[-1]
    return all(_is_loopback_host(_host(address)) for address in target.split(","))


def _host(address: str) -> str:
    """Without the port; more than one colon outside of brackets is IPv6."""
    has_port = "]" in address or address.count(":") == 1
    return re.sub(r":\d+$", "", address) if has_port else address


def _is_loopback_host(host: str) -> bool:
    host = host.removeprefix("[").removesuffix("]")
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _checked(key: str) -> str:
    # The text must not quote the key.
    if not re.fullmatch(r"[!-~]+", key):
        raise ValueError("an API key is of printable ASCII characters without blanks")
    return key


def _positive(seconds: float, what: str) -> float:
    if not seconds > 0:
        raise ValueError(f"{what} is not a positive number of seconds: {seconds}")
    return seconds


def _read(file: StrPath | None) -> bytes | None:
    return None if file is None else Path(file).read_bytes()
