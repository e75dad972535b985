"""Bodies that are not what the document says."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

import pytest
from runtime import codec
from runtime.deviations import Deviation
from runtime.models import (
    UNSET,
    Model,
    OpenModel,
    Secret,
    Text,
    UnixTime,
    UnsetType,
    field,
    replace,
)

JSON = "application/json"


class User(Model, kw_only=True):
    """One required member; everything else may be absent."""

    name: str
    age: int | UnsetType = UNSET
    born: dt.date | UnsetType = UNSET
    status: Status | str | UnsetType = UNSET
    closed: Literal["a", "b"] | UnsetType | None = UNSET
    password: Annotated[str, Secret] | UnsetType = UNSET
    keys: dict[str, Key] | UnsetType = UNSET
    boss: User | UnsetType | None = UNSET
    at: Annotated[dt.datetime, UnixTime("ms")] | UnsetType = UNSET
    tags: list[str] | UnsetType = field(name="a/b~c", default=UNSET)
    price: Decimal | UnsetType = UNSET


class Key(OpenModel["int | None"], kw_only=True):
    """Open, for numbers."""

    key: Annotated[str, Secret]


Status: TypeAlias = Literal["new", "old"]


@pytest.mark.parametrize(
    ("member", "kept", "deviation"),
    [
        ('"age":"5"', {}, Deviation("/age", "integer", "string '5'")),
        ('"age":5.5', {}, Deviation("/age", "integer", "number 5.5")),
        ('"age":true', {}, Deviation("/age", "integer", "boolean true")),
        ('"age":null', {}, Deviation("/age", "integer", "null")),
        ('"born":5', {}, Deviation("/born", "date", "number 5")),
        ('"born":"2020-13-01"', {}, Deviation("/born", "date", "string '2020-13-01'")),
        ('"status":1', {}, Deviation("/status", "string", "number 1")),
        ('"closed":"c"', {}, Deviation("/closed", "one of 'a', 'b'", "string 'c'")),
        ('"password":[1]', {}, Deviation("/password", "string", "array")),
        ('"password":12345', {}, Deviation("/password", "string", "number")),
        ('"at":"2020-01-01"', {}, Deviation("/at", "Unix time", "string '2020-01-01'")),
        ('"at":1e300', {}, Deviation("/at", "Unix time", "number 1E+300")),
        ('"price":"much"', {}, Deviation("/price", "number", "string 'much'")),
        ('"a/b~c":["x",1]', {}, Deviation("/a~1b~0c/1", "string", "number 1")),
        ('"boss":{"name":1}', {}, Deviation("/boss/name", "string", "number 1")),
        ('"boss":{}', {}, Deviation("/boss/name", "string", "nothing")),
        ('"boss":[]', {}, Deviation("/boss", "object `User`", "array")),
        (
            '"boss":{"name":"B","age":"x"}',
            {"boss": User(name="B")},
            Deviation("/boss/age", "integer", "string 'x'"),
        ),
        (
            '"keys":{"k":{"key":"s","n":1,"m":"x"}}',
            {"keys": {"k": Key(key="s", additional_properties={"n": 1})}},
            Deviation("/keys/k/m", "integer", "string 'x'"),
        ),
    ],
)
def test_a_bad_optional_member_is_left_out(
    member: str, kept: dict[str, object], deviation: Deviation
) -> None:
    """What need not be there and does not fit is absent, and the deviation says why."""
    data = f'{{"name":"Ann",{member},"status":"unheard of"}}'
    if '"status":1' in member:
        data = f'{{"name":"Ann",{member}}}'
    user, deviations = codec.decode(data.encode(), User, JSON)
    assert deviations == (deviation,)
    assert isinstance(user, User)
    assert user.name == "Ann"
    wanted = replace(User(name="Ann"), **kept)
    if '"status":1' not in member:
        wanted.status = "unheard of"
    assert user == wanted


def test_new_values_and_members_are_no_deviation() -> None:
    """Services grow: new values of open enumerations and new members are fine."""
    data = b'{"name":"Ann","status":"newer","new":{"a":1}}'
    assert codec.decode(data, User, JSON) == (User(name="Ann", status="newer"), ())


def test_all_deviations_are_reported() -> None:
    """A body that lacks what it must have is an error that tells everything."""
    data = b'[{"name":"A"},{"age":"x"},{"name":null,"born":1}]'
    with pytest.raises(codec.DecodeFailure) as caught:
        codec.decode(data, list[User], JSON)
    assert caught.value.deviations == (
        Deviation("/1/name", "string", "nothing"),
        Deviation("/1/age", "integer", "string 'x'"),
        Deviation("/2/name", "string", "null"),
        Deviation("/2/born", "date", "number 1"),
    )
    assert str(caught.value) == (
        "/1/name: expected string, got nothing; "
        "/1/age: expected integer, got string 'x'; "
        "/2/name: expected string, got null; and 1 more"
    )


def test_no_secret_is_told() -> None:
    """Nothing under a secret member shows in a deviation, however deep it is."""

    class Vault(Model, kw_only=True):
        codes: Annotated[dict[str, list[int]], Secret]

    with pytest.raises(codec.DecodeFailure) as caught:
        codec.decode(b'{"codes":{"a":["hunter2"]}}', Vault, JSON)
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in repr(caught.value)


def test_failures_travel() -> None:
    """Failures can be copied and pickled, as errors of worker processes must."""
    failure = codec.DecodeFailure((Deviation("/a", "string", "null"),))
    for other in (pickle.loads(pickle.dumps(failure)), copy.copy(failure)):
        assert other.deviations == failure.deviations
        assert str(other) == str(failure)


@pytest.mark.parametrize(
    "data",
    [
        "",
        " ",
        "{",
        "nonsense",
        '{"name":"Ann"',
        '{"name":"Ann"} x',
        "[" * 100_000,
        '{"name":"Ann","boss":' * 100_000 + "null" + "}" * 100_000,
        '{"name":NaN}',
        '{"name":"\\ud800"}',
    ],
)
def test_what_is_no_json_is_a_failure(data: str) -> None:
    """Broken, empty and bottomless bodies end in the one error that callers expect."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(data.encode(), User, JSON)


def test_bytes_that_are_no_text() -> None:
    """A body that is not UTF-8 is a failure, not a crash."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(b'{"name":"\xff"}', User, JSON)
    with pytest.raises(codec.DecodeFailure):
        codec.decode(b'{"name":"\xff"}', User, "application/json; charset=no-such")


@pytest.mark.parametrize(
    ("data", "annotation"),
    [
        ('"5"', int),
        ('"5"', float),
        ("1", bool),
        ('"true"', bool),
        ("true", int),
        ("5", str),
        ("5", dt.date),
        ("5.5", int),
        ("1e999999999", int),
        ("1e999", float),
        ("true", Literal[1, 2]),
        ("1", Literal[True, "a"]),
        ('"x"', UUID),
        ('"x"', dt.timedelta),
        ('"*"', bytes),
        ('"x"', Annotated[Decimal, Text]),
        ("{}", list[int]),
        ("[]", dict[str, int]),
        ("null", str),
        ("0", None),
    ],
)
def test_nothing_is_converted(data: str, annotation: object) -> None:
    """A value of another JSON type or format is never bent to fit."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(data.encode(), annotation, JSON)


def test_exact_numbers_survive_drift() -> None:
    """Decimals, big integers and plain floats are the same in the tolerant way."""
    data = b'{"name":"A","price":1.10,"age":12345678901234567890123,"born":0}'
    user, deviations = codec.decode(data, User, JSON)
    assert isinstance(user, User)
    assert (str(user.price), user.age) == ("1.10", 12345678901234567890123)
    assert len(deviations) == 1
    data = b'{"key":"k","n":5.0,"m":"x"}'
    key, deviations = codec.decode(data, Key, JSON)
    assert key == Key(key="k", additional_properties={"n": 5})
    assert len(deviations) == 1
