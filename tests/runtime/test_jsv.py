"""JSV as ServiceStack writes and reads it."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Mapping
from decimal import Decimal
from operator import getitem
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, Literal, TypeAlias, Union, cast
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import codec, hints, jsv
from runtime.deviations import Deviation
from runtime.models import (
    UNSET,
    JsonValue,
    Model,
    OneOf,
    UnixTime,
    UnsetType,
    field,
)

VECTORS = Path(__file__).parents[3] / "shared" / "jsv" / "vectors.json"
FORMATS: dict[object, object] = {
    "byte": bytes,
    "date": dt.date,
    "date-time": dt.datetime,
    "decimal": Decimal,
    "double": float,
    "duration": dt.timedelta,
    "float": float,
    "int32": Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)],
    "uuid": UUID,
}
TYPES: dict[object, object] = {
    "boolean": bool,
    "integer": int,
    "number": float,
    "string": str,
}
Vector = Mapping[str, Any]


class Nest(Model, kw_only=True):
    """The one schema of the vectors that leads back to itself."""

    name: str | UnsetType = field(name="Name", default=UNSET)
    kids: list[Nest] | UnsetType = field(name="Kids", default=UNSET)
    tags: dict[str, list[str]] | UnsetType = field(name="Tags", default=UNSET)


def vectors() -> list[Vector]:
    """The vectors that bind every implementation; none where they are not at hand."""
    if not VECTORS.exists():
        return []
    known = cast("list[Vector]", json.loads(VECTORS.read_text()))
    return [vector for vector in known if vector["class"] in ("core", "edge")]


def annotation(schema: Vector) -> object:
    """The annotation of a vector's schema. Any scalar can be empty, which is null."""
    of = schema.get("type")
    if "Kids" in schema.get("properties", ()):
        return Nest
    if "enum" in schema:
        return optional(Literal["Red", "Green", "Blue"])
    if isinstance(of, list):
        return optional(annotation({**schema, "type": of[0]}))
    if of == "array":
        return optional(GenericAlias(list, (annotation(schema["items"]),)))
    if of == "object" and "properties" in schema:
        return optional(model(schema["properties"]))
    if of == "object":
        values = annotation(schema.get("additionalProperties", {}))
        return optional(GenericAlias(dict, (str, values)))
    if of is None:
        return JsonValue
    return optional(FORMATS.get(schema.get("format"), TYPES[of]))


def optional(kind: object, absent: object = None) -> object:
    """The type, or nothing."""
    union = cast("dict[object, object]", Union)
    return getitem(union, (kind, absent))


def model(properties: Mapping[str, Vector]) -> type[Model]:
    """A model with these members, none of which need be there."""
    fields = [
        (name, cast("Any", optional(annotation(schema), UnsetType)), UNSET)
        for name, schema in properties.items()
    ]
    made = msgspec.defstruct("Known", fields, bases=(Model,), kw_only=True)
    return cast("type[Model]", made)


def value(vector: Vector, kind: object) -> object:
    """The value of a vector as Python has it."""
    plain = vector["value"]
    if isinstance(plain, str) and vector["type"] == "double":
        return float(plain)
    if isinstance(plain, str) and vector["schema_hint"].get("format") == "date-time":
        return dt.datetime.fromisoformat(plain)
    text = json.dumps(without_null(plain))
    decoded, deviations = codec.decode(text.encode(), kind, "application/json")
    assert deviations == ()
    return decoded


def without_null(plain: object) -> object:
    """JSON without members that are null: JSV has no other form for them."""
    if not isinstance(plain, dict):
        return plain
    pairs = cast("dict[str, object]", plain).items()
    return {name: without_null(it) for name, it in pairs if it is not None}


def same(left: object, right: object) -> bool:
    """Whether two values are one: instants where only one has an offset are in UTC."""
    if isinstance(left, dt.datetime) and isinstance(right, dt.datetime):
        return instant(left) == instant(right)
    if isinstance(left, float) and math.isnan(left):
        return isinstance(right, float) and math.isnan(right)
    return without_null(left) == without_null(right)


def instant(moment: dt.datetime) -> dt.datetime:
    """The moment; in UTC unless it says otherwise."""
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSV is known as in a package whose document names it."""
    for media_type, form in jsv.FORMATS.items():
        monkeypatch.setitem(codec.FORMATS, media_type, form)


@pytest.mark.skipif(not VECTORS.exists(), reason="../shared/jsv is not at hand")
def test_vectors_are_all_there() -> None:
    """The 209 binding vectors are found, so that none can fall away unnoticed."""
    assert len(vectors()) == 209


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: str(vector["id"]))
def test_vector(vector: Vector) -> None:
    """Each vector of ServiceStack is written and read as ServiceStack does."""
    kind, text = annotation(vector["schema_hint"]), vector["jsv"]
    data = (text or "").encode()
    if vector["op"] == "decode_error":
        with pytest.raises(codec.DecodeFailure):
            codec.decode(data, kind, "text/jsv")
        return
    wanted = value(vector, kind)
    if vector["op"] != "decode":
        written = codec.encode(wanted, "text/jsv", kind).decode()
        if text == "2010-12-20T12:30:05.1234567Z":  # Python keeps six digits
            text, written = text[:-2], written[:-2]
        assert written == (text or "")
    if vector["op"] != "encode":
        decoded, deviations = codec.decode(data, kind, "Text/JSV; charset=utf-8")
        assert same(decoded, wanted)
        assert deviations == ()


class Stop(Model, kw_only=True):
    """A place, told by its kind."""

    kind: Literal["stop"] = field(name="Kind")
    code: str = field(name="Code")


class Port(Model, kw_only=True):
    """Another place, told by its kind."""

    kind: Literal["port"] = field(name="Kind")
    code: int = field(name="Code")


Halt: TypeAlias = Annotated[Stop | Port, OneOf("Kind", {"stop": Stop, "port": Port})]


class Trip(Model, kw_only=True):
    """A model with a member of each kind that JSV writes in its own way."""

    id_: UUID = field(name="Id")
    price: Decimal = field(name="Price")
    seats: list[str | None] = field(name="Seats")
    note: str | None = field(name="Note")
    status: Literal["Open", "Closed"] | str = field(name="Status")
    on: Annotated[dt.datetime, UnixTime("ms")] = field(name="On")
    stop: Halt = field(name="Stop")
    size: int | UnsetType = field(name="Size", default=UNSET)


TRIP = (
    "{id:7da74353a40c468e93aa7ff51f4f0e84,PRICE:1.50,Seats:[A1,,007],status:open,"
    "On:1000,Stop:{Kind:port,Code:7},Other:{a:b}}"
)


def test_names_match_in_any_case_and_types_come_from_the_annotation() -> None:
    """A body is read by its model: names and constants in any case, scalars by type."""
    trip, deviations = codec.decode(TRIP.encode(), Trip, "text/jsv")
    assert deviations == ()
    assert trip == Trip(
        id_=UUID("7da74353-a40c-468e-93aa-7ff51f4f0e84"),
        price=Decimal("1.50"),
        seats=["A1", None, "007"],
        note=None,
        status="Open",
        on=dt.datetime(1970, 1, 1, 0, 0, 1, tzinfo=dt.UTC),
        stop=Port(kind="port", code=7),
    )
    assert codec.encode(trip, "application/jsv") == (
        b"{Id:7da74353a40c468e93aa7ff51f4f0e84,Price:1.50,Seats:[A1,,007],Status:Open,"
        b"On:1000,Stop:{Kind:port,Code:7}}"
    )


def test_a_member_that_does_not_fit_is_a_deviation() -> None:
    """What need not be there is left out with a note, as in JSON."""
    text = TRIP.replace("On:", "Size:many,On:")
    trip, deviations = codec.decode(text.encode(), Trip, "text/jsv")
    assert isinstance(trip, Trip)
    assert trip.size is UNSET
    assert deviations == (Deviation("/Size", "integer", "string 'many'"),)


@pytest.mark.parametrize(
    "text",
    [
        '{a:"b',
        '{a:"b"c}',
        '{a:"b"c:d}',
        "{a:b",
        "{:b}",
        "{a}",
        "{a:b}x",
        "[a",
        '"ab',
        "x",
        "{a:[1}",
    ],
)
def test_broken_text_is_refused(text: str) -> None:
    """Where ServiceStack would read a part, nothing is read, and the error says JSV."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text.encode(), dict[str, str], "text/jsv")


def test_nesting_has_a_limit() -> None:
    """A body of brackets alone ends in an error, not in a crash."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(b"{Kids:[" * 5000 + b"]}" * 5000, Nest, "text/jsv")


def test_members_are_raw() -> None:
    """An envelope is taken apart without a guess about what its members are."""
    data = b'{Status:1,"Da:ta":{A:[1,"}"]},Message:"a ""b""",Empty:}'
    assert jsv.FORMATS["text/jsv"].members(data) == {
        "Status": b"1",
        "Da:ta": b'{A:[1,"}"]}',
        "Message": b'"a ""b"""',
        "Empty": b"",
    }


texts = st.text()


@given(st.dictionaries(texts, texts), st.lists(texts))
def test_any_text_survives(names: dict[str, str], items: list[str]) -> None:
    """Texts and names come back as they were, whatever characters they hold."""
    form = jsv.FORMATS["text/jsv"]
    for value, kind in ((names, dict[str, str]), (items, list[str])):
        assert form.decode(form.encode(value), hints.read(kind)) == (value, ())


@given(
    st.floats(allow_nan=False)
    | st.timedeltas(dt.timedelta(days=-9999), dt.timedelta(days=9999))
    | st.datetimes(timezones=st.just(dt.UTC))
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
)
def test_any_scalar_survives(value: object) -> None:
    """Numbers, durations and instants come back as they were."""
    form = jsv.FORMATS["text/jsv"]
    decoded, _ = form.decode(form.encode(value), hints.read(type(value)))
    assert same(decoded, value)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (
            "2010-12-20T10:30:05.123Z",
            dt.datetime(2010, 12, 20, 10, 30, 5, 123000, dt.UTC),
        ),
        (
            "2010-12-20T10:30:05.1234560Z",
            dt.datetime(2010, 12, 20, 10, 30, 5, 123456, dt.UTC),
        ),
        ("2010-12-20T10:30:05", dt.datetime(2010, 12, 20, 10, 30, 5)),
    ],
)
def test_date_times_are_as_short_as_can_be(text: str, moment: dt.datetime) -> None:
    """A date-time has three digits of a fraction, seven, or none, and no quotes."""
    assert codec.encode(moment, "text/jsv").decode() == text
    assert codec.decode(text.encode(), dt.datetime, "text/jsv") == (moment, ())


def test_ticks_are_read() -> None:
    """Older servers write instants as milliseconds since 1970."""
    moment = dt.datetime(2009, 2, 13, 23, 31, 30, 123000, dt.UTC)
    for text in ("/Date(1234567890123)/", "/Date(1234567890123+0700)/"):
        assert codec.decode(text.encode(), dt.datetime, "text/jsv") == (moment, ())
