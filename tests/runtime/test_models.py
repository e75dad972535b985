"""What callers see of models: reprs, equality, copies, absence, rules."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Annotated, ClassVar, TypeAlias

import pytest
from msgspec import defstruct
from runtime import codec
from runtime.models import (
    UNSET,
    AnyOf,
    JsonValue,
    Model,
    OpenModel,
    Requires,
    Secret,
    Text,
    UnsetType,
    field,
    replace,
)


class Account(Model, kw_only=True):
    """Members of every kind that a repr treats in its own way."""

    __requires__: ClassVar = (
        AnyOf(("email",), ("phoneNumber",)),
        AnyOf(("card",), ("bank", "branch"), exclusive=True),
        Requires("bank", ("owner",)),
    )

    name: str
    email: str | UnsetType = UNSET
    phone_number: str | UnsetType | None = field(name="phoneNumber", default=UNSET)
    password: Annotated[str, Secret] | UnsetType = UNSET
    token: Token | UnsetType = UNSET
    pin: Annotated[Decimal, Text, Secret] | UnsetType | None = UNSET
    keys: list[Token] | UnsetType = UNSET
    card: str | UnsetType = UNSET
    bank: str | UnsetType = UNSET
    branch: str | UnsetType = UNSET
    owner: str | UnsetType = UNSET
    parent: Account | UnsetType = UNSET


class Bag(OpenModel["Bag | None"], kw_only=True):
    """Open, and it leads to itself through its unknown members only."""

    id_: str | UnsetType = field(name="_id", default=UNSET)


class Loose(OpenModel[JsonValue], kw_only=True):
    """Open for anything."""

    size: int


Token: TypeAlias = Annotated[str, Secret]


def test_secrets_never_show() -> None:
    """No secret is in a repr, at any depth, and absent members are not there either."""
    account = Account(
        name="Ann",
        phone_number=None,
        password="hunter2",
        token="hunter2",
        pin=Decimal("1234"),
        keys=["hunter2"],
        parent=Account(name="Eve", password="hunter2"),
    )
    assert repr(account) == (
        "Account(name='Ann', phone_number=None, password='***', token='***', "
        "pin='***', keys='***', parent=Account(name='Eve', password='***'))"
    )
    assert "hunter2" not in str(account.__rich_repr__())


def test_long_values_are_cut() -> None:
    """A repr stays readable, however long the texts and lists are."""
    bag = Bag(id_="x" * 10_000, additional_properties={})
    assert len(repr(bag)) < 300


def test_absent_is_not_null() -> None:
    """`UNSET` is false, is not null, and `replace` can set and unset a member."""
    account = Account(name="Ann", phone_number=None)
    assert account.phone_number is None
    assert account.email is UNSET
    assert not account.email
    other = replace(account, phone_number=UNSET, email="a@b.c")
    assert (other.phone_number, other.email) == (UNSET, "a@b.c")
    assert other != account


@pytest.mark.parametrize(
    "model",
    [
        Account(name="Ann", password="hunter2", parent=Account(name="Eve")),
        Bag(id_="1", additional_properties={"x": Bag(id_="2"), "y": None}),
    ],
)
def test_models_are_values(model: Model) -> None:
    """Models that are copied or pickled are equal, and share nothing when deep."""
    assert pickle.loads(pickle.dumps(model)) == model
    assert copy.copy(model) == model
    deep = copy.deepcopy(model)
    assert deep == model
    assert deep is not model


def test_unknown_members_are_not_shared() -> None:
    """Each object has its own unknown members."""
    one, two = Loose(size=1), Loose(size=1)
    one.additional_properties["x"] = 1
    assert two.additional_properties == {}


@pytest.mark.parametrize(
    ("account", "message"),
    [
        (Account(name="Ann"), "`Account` needs `email` or `phone_number`"),
        (
            Account(name="Ann", email="a", card="1", bank="2", branch="3", owner="4"),
            "`Account` takes only one of `card` and `bank` and `branch`",
        ),
        (
            Account(name="Ann", email="a", bank="2", branch="3"),
            "`Account` needs `owner` with `bank`",
        ),
        (
            Account(name="A", email="", card="", parent=Account(name="E", card="")),
            "`Account` needs `email` or `phone_number`",
        ),
    ],
)
def test_what_is_missing_is_said_in_python(account: Account, message: str) -> None:
    """Before it is sent, a model says which of its members are missing or too many."""
    with pytest.raises(ValueError, match="`Account`") as caught:
        codec.verify([{"x": account}])
    assert str(caught.value) == message


def test_empty_and_null_members_are_there() -> None:
    """A rule asks for presence; empty and null are present."""
    codec.verify(Account(name="Ann", phone_number=None, card=""))
    codec.verify(Account(name="Ann", email="", bank="", branch="", owner=""))


def test_a_repr_never_fails() -> None:
    """Where annotations cannot be read, everything is hidden."""
    broken = defstruct("Broken", [("secret", "Missing")], bases=(Model,), kw_only=True)
    assert repr(broken(secret="hunter2")) == "Broken(secret='***')"


def test_annotations_stay_as_written() -> None:
    """Decoding leaves the annotations of a class to those who read them."""
    before = dict(Account.__annotations__)
    codec.prepare(list[Account])
    assert Account.__annotations__ == before
