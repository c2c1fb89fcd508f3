from __future__ import annotations

from collections.abc import Iterator

import pytest
from fake_gateway import FakeGateway, Serving

import litigation


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
def target(gateway: FakeGateway) -> Iterator[str]:
    serving = Serving(gateway)
    yield serving.target
    serving.stop()


@pytest.fixture
def client(target: str) -> Iterator[litigation.Client]:
    with litigation.Client(target, plaintext=True) as client:
        yield client
