"""JSON in and out of models."""

from __future__ import annotations

import datetime as dt
import json
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from types import GenericAlias, ModuleType
from typing import Annotated, Any, Literal, TypeAlias, cast
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import codec, drift, lower
from runtime.files import File
from runtime.models import (
    UNSET,
    JsonValue,
    Model,
    OneOf,
    OpenModel,
    Text,
    UnixTime,
    UnsetType,
    field,
)
from runtime.shapes import Shape

JSON = "application/json"


class Order(Model, kw_only=True):
    """Every scalar."""

    id_: UUID = field(name="_id")
    count: int
    ratio: float
    price: Decimal
    tax: Annotated[Decimal, Text]
    at: Annotated[dt.datetime, UnixTime("ms")]
    since: Annotated[dt.datetime, UnixTime()]
    made: dt.datetime
    on: dt.date
    lasts: dt.timedelta
    image: bytes
    paid: bool
    anything: JsonValue
    status: Status | str
    size: Literal[1, 2] | int
    level: Literal["a", "b"]
    flag: Literal[True]
    note: str | None
    extra: str | UnsetType | None = UNSET
    next_: Order | UnsetType = field(name="next", default=UNSET)
    times: list[Annotated[dt.datetime, UnixTime("ms")]] | UnsetType = UNSET
    rows: dict[str, list[Row | None]] | UnsetType = UNSET


class Row(OpenModel[JsonValue], kw_only=True):
    """Open, and in a circle with `Order`."""

    order: Order | UnsetType = UNSET
    class_: int | UnsetType = field(name="class", default=UNSET)


class Shelf(OpenModel["Row | Moment"], kw_only=True):
    """Its unknown members are typed."""

    rows: Sequence[Row]


class Box(OpenModel["Box | int"], kw_only=True):
    """Open, with open models inside."""

    boxes: list[Box] | UnsetType = UNSET


class Lid(OpenModel[JsonValue], kw_only=True):
    """Open, and told by its size."""

    size: int


Status: TypeAlias = Literal["new", "done"]
Moment: TypeAlias = Annotated[dt.datetime, UnixTime("ms")]
Tree: TypeAlias = "list[Tree] | str"

ORDER = """{
    "_id": "7da74353-a40c-468e-93aa-7ff51f4f0e84", "count": 123456789012345678901,
    "ratio": 1, "price": 1.50, "tax": "2.50", "at": 1600000000123, "since": 1600000000,
    "made": "2020-01-02T03:04:05Z", "on": "2020-01-02", "lasts": "PT90S",
    "image": "aGk=", "paid": false, "anything": {"a": [1, 2.5, null]},
    "status": "unheard of", "size": 3, "level": "a", "flag": true, "note": null,
    "times": [0, 1], "rows": {"x": [{"class": 0, "New": {"_id": ""}}, null]}}"""


def decoded(data: str | bytes, annotation: object) -> Any:
    """The value of a body that keeps to its description."""
    text = data.encode() if isinstance(data, str) else data
    value, deviations = codec.decode(text, annotation, JSON)
    assert deviations == ()
    return value


def test_every_scalar_has_its_type() -> None:
    """JSON becomes what the annotations say, exactly."""
    order = decoded(ORDER, Order)
    assert isinstance(order, Order)
    assert order == Order(
        id_=UUID("7da74353-a40c-468e-93aa-7ff51f4f0e84"),
        count=123456789012345678901,
        ratio=1.0,
        price=Decimal("1.50"),
        tax=Decimal("2.50"),
        at=dt.datetime(2020, 9, 13, 12, 26, 40, 123000, tzinfo=dt.UTC),
        since=dt.datetime(2020, 9, 13, 12, 26, 40, tzinfo=dt.UTC),
        made=dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        on=dt.date(2020, 1, 2),
        lasts=dt.timedelta(seconds=90),
        image=b"hi",
        paid=False,
        anything={"a": [1, 2.5, None]},
        status="unheard of",
        size=3,
        level="a",
        flag=True,
        note=None,
        times=[
            dt.datetime(1970, 1, 1, tzinfo=dt.UTC),
            dt.datetime(1970, 1, 1, 0, 0, 0, 1000, tzinfo=dt.UTC),
        ],
        rows={"x": [Row(class_=0, additional_properties={"New": {"_id": ""}}), None]},
    )
    assert str(order.price) == "1.50"
    assert type(order.ratio) is float


def test_what_comes_in_goes_out() -> None:
    """A body is written back as it was: aliases, null, unknown members, numbers."""
    written = codec.encode(decoded(ORDER, Order), JSON)
    wanted = json.loads(ORDER, parse_float=Decimal)
    assert json.loads(written, parse_float=Decimal) == wanted | {"lasts": "PT90S"}
    assert b'"price":1.50,' in written
    assert codec.encode(decoded(written, Order), JSON) == written


def test_absent_null_and_false_are_three_things() -> None:
    """Absent members are not sent; null, zero, false and empty are."""
    data = '{"class":0,"x":null,"y":false,"z":"","e":[],"o":{}}'
    row = decoded(data, Row)
    assert row.order is UNSET
    assert codec.encode(row, JSON).decode() == data


def test_known_names_win_over_unknown_members() -> None:
    """An unknown member cannot replace one that the document names."""
    row = Row(class_=1, additional_properties={"class": 2, "b": 3})
    assert codec.encode(row, JSON) == b'{"class":1,"b":3}'


def test_unknown_members_have_their_type() -> None:
    """Typed unknown members are read and written by their type."""
    data = '{"rows":[{"q":1}],"a":{"class":1,"p":2},"b":1000}'
    shelf = decoded(data, Shelf)
    assert shelf.additional_properties == {
        "a": Row(class_=1, additional_properties={"p": 2}),
        "b": dt.datetime(1970, 1, 1, 0, 0, 1, tzinfo=dt.UTC),
    }
    assert codec.encode(shelf, JSON).decode() == data


def test_unknown_members_are_no_detour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Services send new members all the time, so that they must not cost much."""

    def fail(_: object) -> None:
        raise AssertionError("read the tolerant way")

    monkeypatch.setattr(drift, "parse", fail)
    box = decoded('{"boxes":[{"new":{"b":1}},{"boxes":[{"c":2}]}],"d":{"e":3}}', Box)
    assert box == Box(
        boxes=[
            Box(additional_properties={"new": Box(additional_properties={"b": 1})}),
            Box(boxes=[Box(additional_properties={"c": 2})]),
        ],
        additional_properties={"d": Box(additional_properties={"e": 3})},
    )
    assert decoded('{"size":0,"new":1}', Annotated[Box | Lid, OneOf()]) == Lid(
        size=0, additional_properties={"new": 1}
    )


@pytest.mark.parametrize(
    ("data", "annotation", "value"),
    [
        ("[1]", list[int], [1]),
        ("[0]", list[Moment], [dt.datetime(1970, 1, 1, tzinfo=dt.UTC)]),
        ('{"a":null}', dict[str, Row | None], {"a": None}),
        ("null", Row | None, None),
        ("null", None, None),
        ('"x"', str, "x"),
        ("[5.0]", list[int], [5]),
        ('"2020-01-02T03:04:05"', dt.datetime, dt.datetime(2020, 1, 2, 3, 4, 5)),
        ('"2020-01-02 03:04:05"', dt.datetime, dt.datetime(2020, 1, 2, 3, 4, 5)),
        ("\ufeff[1]", list[int], [1]),
        ('{"a": 1.5}', JsonValue, {"a": 1.5}),
    ],
)
def test_any_annotation_decodes(data: str, annotation: object, value: object) -> None:
    """Annotations of calls need no model around them."""
    assert decoded(data, annotation) == value


@pytest.mark.parametrize(
    ("data", "annotation", "media_type", "value"),
    [
        (b"abc", str, "text/plain", "abc"),
        (b"\xe9", str, "text/plain; charset=ISO-8859-1", "é"),
        (b"abc", Status | str | None, "text/plain", "abc"),
        (b"\xff", str, "text/plain", "\ufffd"),
        (b"\x00\xff", bytes, "application/octet-stream", b"\x00\xff"),
        ('["é"]'.encode("utf-16"), list[str], "application/json;charset=utf-16", ["é"]),
        (b"", None, "", None),
        (b'{"class":1}', Row, "text/html", Row(class_=1)),
        (b'"x"', str, "application/problem+json", "x"),
    ],
)
def test_media_types(
    data: bytes, annotation: object, media_type: str, value: object
) -> None:
    """Texts and bytes are themselves unless they are JSON, and charsets are heeded."""
    assert codec.decode(data, annotation, media_type) == (value, ())


def test_plain_values() -> None:
    """Plain values are JSON's, but decimals stay exact and files stay files."""
    file = File(b"x")
    row = Row(class_=1, additional_properties={"f": cast("JsonValue", file)})
    assert codec.plain(row) == {"class": 1, "f": file}
    moment = dt.datetime(2020, 1, 2, tzinfo=dt.UTC)
    assert codec.plain([moment, Decimal("1.50"), b"hi", UUID(int=1)]) == [
        "2020-01-02T00:00:00Z",
        Decimal("1.50"),
        "aGk=",
        "00000000-0000-0000-0000-000000000001",
    ]
    assert codec.plain(moment, Moment | None) == 1577923200000
    assert codec.plain((moment,), Sequence[Moment]) == [1577923200000]
    assert codec.plain(Decimal("1.50"), Annotated[Decimal, Text]) == "1.50"


@pytest.mark.parametrize(
    ("value", "annotation", "message"),
    [
        (float("nan"), None, "no number nan"),
        ([Decimal("Infinity")], None, "no number Infinity"),
        (dt.datetime(2020, 1, 2), Moment, "time zone"),
        (File(b"x"), None, "files"),
        ({"a": object()}, None, "no form"),
    ],
)
def test_what_json_cannot_say_is_refused(
    value: object, annotation: object, message: str
) -> None:
    """Nothing is sent in place of a value that has no wire form."""
    with pytest.raises(ValueError, match=message):
        codec.encode(value, JSON, annotation)


def test_an_alias_may_lead_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A recursive alias is a text at run time, and decodes wherever it stands."""
    monkeypatch.setitem(sys.modules, ".models", sys.modules[__name__])
    assert decoded('["a",["b",[]]]', Tree) == ["a", ["b", []]]
    assert decoded('{"a":["b"]}', GenericAlias(dict, (str, Tree))) == {"a": ["b"]}


SOURCE = """
from __future__ import annotations
from typing import Annotated, TypeAlias
from runtime.models import *

class Far(OpenModel["Near | str"], kw_only=True):
    far: Near | UnsetType = UNSET
    loop: Loop | UnsetType = UNSET

class Near(Model, kw_only=True):
    kind: str | UnsetType = UNSET
    far: Far | None | UnsetType = UNSET
    either: Either | UnsetType = UNSET

Either: TypeAlias = Annotated[Near | Far, OneOf("kind", {"n": Near, "f": Far})]
Loop: TypeAlias = "dict[str, Loop] | Either | int"
"""


def generated(name: str) -> ModuleType:
    """A module as the generator writes it, which nothing else has touched."""
    module = ModuleType(name)
    sys.modules[name] = module
    exec(SOURCE, module.__dict__)
    return module


def test_models_that_meet_in_circles() -> None:
    """Recursion through models, unions, unknown members and aliases is read."""
    models = generated("circles")
    data = (
        '{"far":{"far":{"far":{"far":null}},"either":{"kind":"f","loop":{"a":{"b":1}}}},'
        '"loop":5,"x":{"either":{"kind":"n"}},"y":"z"}'
    )
    value = decoded(data, models.Far)
    assert type(value.far.either).__name__ == "Far"
    assert value.far.either.loop == {"a": {"b": 1}}
    assert type(value.additional_properties["x"].either).__name__ == "Near"
    assert json.loads(codec.encode(value, JSON)) == json.loads(data)


def test_only_what_is_reached_is_prepared() -> None:
    """Decoding one type leaves the models alone that it does not lead to."""
    models = generated("reached")
    codec.prepare(GenericAlias(list, (models.Near,)))
    assert models.Near in lower.READY
    assert models.Far in lower.READY
    other = generated("unreached")
    assert other.Near not in lower.READY


def test_many_threads_meet_one_model_for_the_first_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first calls of many threads all get their models, one preparing for all."""
    busy: list[object] = []

    def prepare(shape: Shape, prepare: Callable[[Shape], None] = lower.prepare) -> None:
        assert not busy
        busy.append(shape)
        time.sleep(0.001)
        prepare(shape)
        busy.clear()

    monkeypatch.setattr(lower, "prepare", prepare)
    for attempt in range(20):
        models = generated(f"threads{attempt}")
        gate = threading.Barrier(8)

        def call(near: Any, gate: threading.Barrier) -> object:
            gate.wait()
            value = decoded('{"far":{"far":{},"n":"q"}}', list[near] | near)
            return value.far.additional_properties

        with ThreadPoolExecutor(8) as pool:
            calls = [pool.submit(call, models.Near, gate) for _ in range(8)]
        assert [call.result() for call in calls] == [{"n": "q"}] * 8


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), json_values))
def test_any_object_passes_an_open_model(value: dict[str, Any]) -> None:
    """Whatever an object holds, an open model writes it back."""
    value.pop("order", None)
    value.pop("class", None)
    row = decoded(json.dumps(value), Row)
    assert json.loads(codec.encode(row, JSON)) == value


def instants(resolution: int) -> st.SearchStrategy[dt.datetime]:
    """Instants of so many microseconds."""
    known = st.datetimes(timezones=st.just(dt.UTC))
    return known.map(
        lambda at: at.replace(microsecond=at.microsecond // resolution * resolution)
    )


decimals = st.decimals(allow_nan=False, allow_infinity=False)
rows = st.builds(
    Row,
    class_=st.integers(),
    order=st.just(UNSET),
    additional_properties=st.dictionaries(
        st.sampled_from(["a", "\ufdd0", "", "Order"]), st.text() | st.integers()
    ),
)
orders = st.builds(
    Order,
    id_=st.uuids(),
    ratio=st.floats(allow_nan=False, allow_infinity=False),
    price=decimals,
    tax=decimals,
    at=instants(1000),
    since=instants(1_000_000),
    made=instants(1) | st.datetimes(),
    anything=st.text() | st.floats(allow_nan=False, allow_infinity=False),
    flag=st.just(value=True),
    next_=st.just(UNSET),
    rows=st.dictionaries(st.text(), st.lists(st.none() | rows, max_size=2), max_size=2),
    times=st.just(UNSET),
)


@given(orders)
def test_any_model_survives(order: Order) -> None:
    """A model that is sent and received is the same model."""
    assert decoded(codec.encode(order, JSON), Order) == order
