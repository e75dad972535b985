"""Calls that may be made twice."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from .conftest import Maker

DOCUMENT = """
paths:
  /payments:
    post:
      operationId: pay
      tags: [payments]
      x-idempotency: {header: Idempotency-Key, reconcile: getPayment}
      responses: {'204': {description: ok}}
  /payments/{id}:
    get:
      operationId: getPayment
      tags: [payments]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: ok}}
"""


@pytest.fixture
def package(made: Maker) -> Any:
    """The package."""
    client = made(DOCUMENT).client
    return importlib.import_module(type(client).__module__.partition(".")[0])


@pytest.fixture
def fake(package: Any) -> Any:
    """A service."""
    return importlib.import_module(f"{package.__name__}.testing").Fake()


def test_a_key_makes_a_post_repeatable(package: Any, fake: Any) -> None:
    """A lost answer is asked for again with the same key, which callers can see and give."""
    client = package.Case(transport=fake)
    lost = package.errors.TransportError("reset")
    fake.on(client.payments.pay).raises(lost).answers(503).answers(204)
    whole = client.with_response.payments.pay()
    keys = {request.headers["idempotency-key"] for request in fake.requests}
    assert (len(fake.requests), keys) == (3, {whole.idempotency_key})
    client.payments.pay(options=package.Options(idempotency_key="mine"))
    assert fake.requests[-1].headers["idempotency-key"] == "mine"


def test_an_unknown_outcome_says_how_to_find_out(package: Any, fake: Any) -> None:
    """The error holds the key, and the operation that tells what became of the call."""
    client = package.Case(transport=fake, max_retries=1)
    fake.on(client.payments.pay).raises(package.errors.TransportError("reset"))
    with pytest.raises(package.errors.OutcomeUnknownError) as caught:
        client.payments.pay()
    assert len(fake.requests) == 2
    assert caught.value.idempotency_key == fake.requests[0].headers["idempotency-key"]
    assert caught.value.reconcile == "payments.get"
