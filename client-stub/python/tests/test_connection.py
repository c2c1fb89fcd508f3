from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest
import trustme
from fake_gateway import FakeGateway, Serving

import litigation
from litigation import AsyncClient, Client, Tls, v1
from litigation._connection import is_loopback

SEARCH = v1.SearchRecordsRequest()


class Pki:
    """A certificate authority of the moment and what it signs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._authority = trustme.CA()
        self.ca = folder / "ca.pem"
        self._authority.cert_pem.write_to_path(self.ca)

    def server(self, *, mutual: bool = False) -> grpc.ServerCredentials:
        own = self._authority.issue_cert("127.0.0.1")
        return grpc.ssl_server_credentials(
            [(own.private_key_pem.bytes(), own.cert_chain_pems[0].bytes())],
            root_certificates=self.ca.read_bytes() if mutual else None,
            require_client_auth=mutual,
        )

    def client(self) -> tuple[Path, Path]:
        own = self._authority.issue_cert("caller@example.org")
        certificate, key = self._folder / "client.pem", self._folder / "client.key"
        own.cert_chain_pems[0].write_to_path(certificate)
        own.private_key_pem.write_to_path(key)
        return certificate, key


@pytest.fixture
def pki(tmp_path: Path) -> Pki:
    return Pki(tmp_path)


@pytest.fixture
def tls_target(gateway: FakeGateway, pki: Pki) -> Iterator[str]:
    serving = Serving(gateway, pki.server())
    yield serving.target
    serving.stop()


@pytest.fixture
def mutual_target(gateway: FakeGateway, pki: Pki) -> Iterator[str]:
    serving = Serving(gateway, pki.server(mutual=True))
    yield serving.target
    serving.stop()


def test_tls_with_the_trust_of_a_file_shows_the_api_key(tls_target: str, gateway: FakeGateway, pki: Pki) -> None:
    with Client(tls_target, tls=Tls(ca=pki.ca), api_key="key-1") as client:
        assert client.search(SEARCH).lookup_id == "L1"
    assert gateway.metadata["authorization"] == "Bearer key-1"


def test_tls_refuses_a_server_of_an_authority_that_is_not_trusted(tls_target: str) -> None:
    with Client(tls_target) as client, pytest.raises(litigation.UnavailableError):
        client.search(SEARCH)


def test_mutual_tls_shows_the_clients_certificate(mutual_target: str, pki: Pki) -> None:
    certificate, key = pki.client()
    with Client(mutual_target, tls=Tls(ca=pki.ca, certificate=certificate, private_key=key)) as client:
        assert client.search(SEARCH).lookup_id == "L1"


def test_mutual_tls_is_refused_without_a_certificate(mutual_target: str, pki: Pki) -> None:
    with Client(mutual_target, tls=Tls(ca=pki.ca)) as client, pytest.raises(litigation.UnavailableError):
        client.search(SEARCH)


def test_a_certificate_needs_its_key() -> None:
    with pytest.raises(ValueError, match="belong together"):
        Tls(certificate="client.pem")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"absent\.pem"):
        Client("127.0.0.1:1", tls=Tls(ca=tmp_path / "absent.pem"))


def test_says_who_calls_with_which_version(target: str, gateway: FakeGateway) -> None:
    with Client(target, plaintext=True, user_agent="scoring/2.3") as client:
        client.search(SEARCH)
    user_agent = str(gateway.metadata["user-agent"])
    assert user_agent.startswith(f"scoring/2.3 litigation-python/{litigation.__version__} grpc-python/")


def test_a_key_may_change(target: str, gateway: FakeGateway) -> None:
    keys = iter(["key-1", "key-2"])
    with Client(target, plaintext=True, api_key=lambda: next(keys)) as client:
        client.search(SEARCH)
        assert gateway.metadata["authorization"] == "Bearer key-1"
        client.search(SEARCH)
        assert gateway.metadata["authorization"] == "Bearer key-2"


@pytest.mark.parametrize("key", ["", "with blank", "line\nbreak", "钥匙"])
def test_a_key_that_no_header_can_carry_is_refused_and_not_quoted(key: str) -> None:
    with pytest.raises(ValueError, match="printable ASCII") as refused:
        Client("127.0.0.1:1", plaintext=True, api_key=key)
    assert not key or key not in str(refused.value)


@pytest.mark.parametrize(
    "target",
    ["localhost:1", "127.0.0.1:1", "127.8.8.8", "[::1]:1", "::1", "dns:///localhost:1", "ipv4:127.0.0.1:1,127.0.0.2:2",
     "ipv6:[::1]:5", "unix:/run/gateway", "unix:///run/gateway"],
)  # fmt: skip
def test_this_machine(target: str) -> None:
    assert is_loopback(target)


@pytest.mark.parametrize(
    "target",
    ["gateway.example:443", "10.0.0.1:1", "dns:///gateway.example", "dns://127.0.0.1/gateway.example:1",
     "ipv4:127.0.0.1:1,10.0.0.1:2", "localhost.example:1", "[fe80::1]:1", "xds:///localhost:1"],
)  # fmt: skip
def test_another_machine_gets_no_key_in_plaintext(target: str) -> None:
    with pytest.raises(ValueError, match="plaintext"):
        Client(target, plaintext=True, api_key="key-1")


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Stands in the environment, and answers nobody."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{listening.getsockname()[1]}")
        yield listening


@pytest.mark.parametrize("form", ["127.0.0.1:{}", "dns:///localhost:{}", "ipv4:127.0.0.1:{}"])
async def test_the_proxy_of_the_environment_is_not_asked_for_what_is_on_this_machine(
    target: str, proxy: socket.socket, form: str
) -> None:
    target = form.format(target.rsplit(":", 1)[1])
    with Client(target, plaintext=True, api_key="key-1", timeout=5) as client:
        assert client.search(SEARCH).lookup_id == "L1"
    async with AsyncClient(target, plaintext=True, api_key="key-1", timeout=5) as aio:
        assert (await aio.search(SEARCH)).lookup_id == "L1"
    with pytest.raises(BlockingIOError):
        proxy.accept()


@pytest.mark.parametrize("wrong", [{"timeout": 0}, {"timeout": -1}, {"keepalive": 0}, {"tls": Tls()}])
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError):
        Client("127.0.0.1:1", plaintext=True, **wrong)  # type: ignore[arg-type]


def test_an_unreachable_gateway_is_the_calls_failure() -> None:
    with Client("127.0.0.1:1", plaintext=True) as client, pytest.raises(litigation.UnavailableError):
        client.search(SEARCH)
