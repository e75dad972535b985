"""Calls that move money: nothing is lost, doubled, changed or given away on the way."""

from __future__ import annotations

import hashlib
import hmac
import io
import re
from decimal import Decimal

import pytest
from runtime.arguments import Arguments
from runtime.errors import ApiStatusError, DecodeError, OutcomeUnknownError
from runtime.files import File
from runtime.models import Model
from runtime.operations import Answer, Operation
from runtime.options import Options

from tests.support.scenarios import (
    CREATE,
    DRIVERS,
    JSON,
    PAY,
    REPLACE,
    THING,
    Check,
    Driver,
    Outcome,
    Scenario,
    Thing,
)
from tests.support.scripted import Received, Step, says

GOOD = says(200, THING)
LOST = Step(then="close")
BUSY = says(503, b"")
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
SIGNING = {"key": "s3cret-key", "sign": "s3cret"}


class Sum(Model, kw_only=True):
    """An amount of money."""

    amount: Decimal
    total_cycles: int


AMOUNT = Sum(amount=Decimal("12345678901234567.89"), total_cycles=0)
TRANSFER: Operation[Sum] = Operation(
    name="money.transfer",
    method="POST",
    path="/transfers",
    bodies=(JSON,),
    idempotency="Idempotency-Key",
    answers=(Answer("200", JSON, Sum),),
)


def whole(body: bytes, media_type: str) -> Check:
    """Every attempt carried the same bytes, with their length."""

    def told(outcome: Outcome) -> None:
        assert len(outcome.received) > 1
        for each in outcome.received:
            assert each.body == body
            assert each.header("content-length") == str(len(body))
            assert each.header("content-type") == media_type

    return told


def upload() -> Arguments:
    """A form with a file that is at its end once it was read."""
    body = {"id": "t-1", "file": File(io.BytesIO(b"once"))}
    return Arguments(body=body, content_type=MULTIPART)


def parts(outcome: Outcome) -> None:
    """Every attempt carried the whole file, which could be read only once."""
    bodies = {each.body for each in outcome.received}
    assert len(outcome.received) == 2
    assert len(bodies) == 1
    (body,) = bodies
    kind = outcome.received[0].header("content-type")
    assert kind is not None
    boundary = kind.partition("boundary=")[2].encode()
    assert body.split(b"--" + boundary) == [
        b"",
        b'\r\nContent-Disposition: form-data; name="id"\r\n\r\nt-1\r\n',
        b'\r\nContent-Disposition: form-data; name="file"; filename="file"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\nonce\r\n",
        b"--\r\n",
    ]


def signature(received: Received) -> str:
    """What the signature of a request must be, reckoned from its bytes."""
    url = f"http://{received.header('host')}{received.target}".encode()
    return hmac.new(b"s3cret", received.body + url, hashlib.sha256).hexdigest()


def signed(outcome: Outcome) -> None:
    """Every attempt is signed, with the same key."""
    assert len(outcome.received) == 2
    for each in outcome.received:
        assert each.header("x-key") == "s3cret-key"
        assert each.header("x-sign") == signature(each)
    first, second = outcome.received
    assert first.header("idempotency-key") == second.header("idempotency-key")


def own_key(outcome: Outcome) -> None:
    """The caller's key was sent with every attempt, and is told."""
    sent = [each.header("idempotency-key") for each in outcome.received]
    assert sent == ["mine-1", "mine-1"]
    assert outcome.response.idempotency_key == "mine-1"


def random_key(outcome: Outcome) -> None:
    """A key that nobody gave is long and random."""
    key = outcome.response.idempotency_key
    assert key is not None
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", key)


def exact(outcome: Outcome) -> None:
    """Not a digit was lost on the way out."""
    (received,) = outcome.received
    assert received.body == b'{"amount":12345678901234567.89,"total_cycles":0}'


def never(outcome: Outcome) -> None:
    """Where the document has no key, none is sent."""
    assert outcome.received[0].header("idempotency-key") is None


def hidden(outcome: Outcome) -> None:
    """Neither the error nor what it shows of the request holds a secret."""
    error = outcome.error
    assert error.request is not None
    shown = f"{error} {error!r} {error.request} {error.request.headers.pairs}"
    assert "s3cret" in str(outcome.received)
    assert "s3cret" not in shown


def large(outcome: Outcome) -> None:
    """Not a byte of three million is missing."""
    assert len(outcome.received[1].body) == 3_000_009


SCENARIOS = (
    Scenario(
        promise="a JSON body is sent whole again",
        script=(BUSY, LOST, GOOD),
        operation=PAY,
        sent=3,
        story=(503, "TransportError", 200),
        check=whole(b'{"id":"t-1","count":0}', JSON),
    ),
    Scenario(
        promise="a form is sent whole again",
        script=(BUSY, LOST, GOOD),
        operation=PAY,
        arguments=Arguments(body=Thing(id="a b&c", count=0), content_type=FORM),
        sent=3,
        story=(503, "TransportError", 200),
        check=whole(b"id=a+b%26c&count=0", FORM),
    ),
    Scenario(
        promise="a form with a file that can be read once is sent whole again",
        script=(LOST, GOOD),
        operation=PAY,
        arguments=upload,
        sent=2,
        story=("TransportError", 200),
        check=parts,
    ),
    Scenario(
        promise="a large body is sent whole again",
        script=(Step(reads="head", then="reset"), GOOD),
        operation=REPLACE,
        arguments=Arguments(path={"id": "t-1"}, body=Thing(id="x" * 3_000_000)),
        sent=2,
        story=("TransportError", 200),
        check=large,
    ),
    Scenario(
        promise="each attempt is signed anew, with the same key",
        script=(LOST, GOOD),
        operation=PAY,
        credentials=SIGNING,
        sent=2,
        story=("TransportError", 200),
        check=signed,
    ),
    Scenario(
        promise="the caller's idempotency key is sent with every attempt",
        script=(BUSY, GOOD),
        operation=PAY,
        options=Options(idempotency_key="mine-1"),
        sent=2,
        story=(503, 200),
        check=own_key,
    ),
    Scenario(
        promise="without one a random idempotency key is made",
        script=(GOOD,),
        operation=PAY,
        check=random_key,
    ),
    Scenario(
        promise="a POST without a documented key is sent once and without a key",
        script=(LOST, GOOD),
        operation=CREATE,
        gives=OutcomeUnknownError,
        story=("TransportError",),
        check=never,
    ),
    Scenario(
        promise="decimals are exact in both directions, and zero stays zero",
        script=(says(200, b'{"amount":12345678901234567.89,"total_cycles":0}'),),
        operation=TRANSFER,
        arguments=Arguments(body=AMOUNT),
        gives=AMOUNT,
        check=exact,
    ),
    Scenario(
        promise="an amount that is null is an error, never `None`",
        script=(says(200, b'{"amount":null,"total_cycles":0}'),),
        operation=TRANSFER,
        arguments=Arguments(body=AMOUNT),
        gives=DecodeError,
        says="/amount: expected",
    ),
    Scenario(
        promise="an error shows no credential, nor does what it says of the request",
        script=(says(402, b"{}"),),
        operation=PAY,
        credentials=SIGNING,
        gives=ApiStatusError,
        story=(402,),
        check=hidden,
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_it_holds(scenario: Scenario, driver: Driver) -> None:
    """Each scenario's promise, driven in each way."""
    scenario.holds(driver)
