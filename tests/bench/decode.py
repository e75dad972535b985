"""What decoding costs: 1,000 nested objects from bytes, as a ratio to `json.loads`.

    python -m tests.bench.decode

Measured in turns; the ratio is that of the medians. Objects have no union, one that a
discriminator tells apart, one that is told apart by fit, or both and little else; then
unions inside of unions, and options with what costs most: exact numbers, or members that
the document does not know.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Annotated, Final, Literal, TypeAlias

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "templates")]

from runtime import codec  # noqa: E402
from runtime.models import (  # noqa: E402
    UNSET,
    JsonValue,
    Model,
    OneOf,
    OpenModel,
    UnsetType,
)

from tests.bench.sample import Address, Page, Record  # noqa: E402
from tests.support.canned import RECORD  # noqa: E402

ROUNDS = 60


class Card(Model, kw_only=True):
    """One way to pay."""

    kind: Literal["card"]
    number: str
    expires: str


class Account(Model, kw_only=True):
    """Another."""

    kind: Literal["account"]
    iban: str
    bic: str | UnsetType = UNSET


class Person(Model, kw_only=True):
    """One kind of owner."""

    first_name: str
    last_name: str


class Company(Model, kw_only=True):
    """Another, which only its members tell."""

    company: str
    vat: str


Means: TypeAlias = Annotated[
    Card | Account, OneOf("kind", {"card": Card, "account": Account})
]
Owner: TypeAlias = Annotated[Person | Company, OneOf()]


class Payment(Record, kw_only=True):
    """A record with a union that a discriminator tells apart."""

    means: Means


class Payments(Model, kw_only=True):
    """Many."""

    data: list[Payment]


class Holding(Record, kw_only=True):
    """A record with a union that is told apart by fit."""

    owner: Owner


class Holdings(Model, kw_only=True):
    """Many."""

    data: list[Holding]


class Wallet(Model, kw_only=True):
    """Little else than unions."""

    id: str
    means: Means
    owner: Owner


class Wallets(Model, kw_only=True):
    """Many."""

    data: list[Wallet]


class Parcel(Model, kw_only=True):
    """Unions inside of one."""

    kind: Literal["parcel"]
    weight: int
    to: Annotated[Company | Wallet, OneOf()]


class Letter(Model, kw_only=True):
    """What is no parcel."""

    kind: Literal["letter"]
    text: str


class Priced(Record, kw_only=True):
    """A record with an exact number."""

    kind: Literal["priced"]
    price: Decimal


class Noted(OpenModel[JsonValue], kw_only=True):
    """A record that keeps what it does not know."""

    kind: Literal["noted"]
    id: str
    name: str
    email: str
    status: str
    balance: int
    verified: bool
    created_at: str
    tags: list[str]
    address: Address


Sent: TypeAlias = Annotated[
    Parcel | Letter, OneOf("kind", {"parcel": Parcel, "letter": Letter})
]
Sale: TypeAlias = Annotated[
    Priced | Letter, OneOf("kind", {"priced": Priced, "letter": Letter})
]
Note: TypeAlias = Annotated[
    Noted | Letter, OneOf("kind", {"noted": Noted, "letter": Letter})
]

MEANS: Final = (
    {"kind": "card", "number": "4111111111111111", "expires": "12/30"},
    {"kind": "account", "iban": "DE02120300000000202051", "bic": "BYLADEM1001"},
)
OWNERS: Final = (
    {"first_name": "Ada", "last_name": "Lovelace"},
    {"company": "Example GmbH", "vat": "DE123456789"},
)


def payments(count: int) -> bytes:
    """JSON of so many."""
    data = [{**RECORD, "means": MEANS[n % 2]} for n in range(count)]
    return json.dumps({"data": data}).encode()


def holdings(count: int) -> bytes:
    """JSON of so many."""
    data = [{**RECORD, "owner": OWNERS[n % 2]} for n in range(count)]
    return json.dumps({"data": data}).encode()


def wallets(count: int) -> bytes:
    """JSON of so many."""
    data = [
        {"id": f"w-{n}", "means": MEANS[n % 2], "owner": OWNERS[n // 2 % 2]}
        for n in range(count)
    ]
    return json.dumps({"data": data}).encode()


def sent(count: int) -> bytes:
    """JSON of so many."""
    to = json.loads(wallets(count))["data"]
    return json.dumps(
        [
            {"kind": "parcel", "weight": n, "to": to[n] if n % 2 else OWNERS[1]}
            for n in range(count)
        ]
    ).encode()


def alike(count: int, **more: object) -> bytes:
    """JSON of so many records that have something more."""
    return json.dumps([{**RECORD, **more}] * count).encode()


def spent(once: Callable[[], object]) -> float:
    """CPU seconds."""
    began = process_time()
    once()
    return process_time() - began


def compared(name: str, data: bytes, annotation: object, bar: float) -> None:
    """Print one line."""
    codec.prepare(annotation)
    value, deviations = codec.decode(data, annotation, "application/json")
    assert value is not None
    assert not deviations
    times = [
        (
            spent(lambda: json.loads(data)),
            spent(lambda: codec.decode(data, annotation, "application/json")),
        )
        for _ in range(ROUNDS)
    ]
    plain = statistics.median(t[0] for t in times)
    ours = statistics.median(t[1] for t in times)
    verdict = "" if ours / plain <= bar else f"  (above {bar})"
    print(
        f"{name:<16} {len(data) / 1000:4.0f} kB   json.loads {plain * 1e3:6.2f} ms"
        f"   decode {ours * 1e3:6.2f} ms   ratio {ours / plain:.2f}{verdict}"
    )


def main() -> None:
    """Measure and print."""
    page = json.dumps({"data": [RECORD] * 1000, "has_more": False}).encode()
    compared("without unions", page, Page, 0.5)
    compared("discriminator", payments(1000), Payments, 2.0)
    compared("by fit", holdings(1000), Holdings, 2.0)
    compared("unions only", wallets(1000), Wallets, 2.0)
    compared("unions in unions", sent(1000), list[Sent], 2.0)
    compared("exact numbers", alike(1000, kind="priced", price=1.5), list[Sale], 2.0)
    compared("unknown members", alike(1000, kind="noted", more=1), list[Note], 2.0)


if __name__ == "__main__":
    main()
