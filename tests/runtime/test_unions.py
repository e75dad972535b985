"""Which type a value of a union gets."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import codec, columns, drift, hints
from runtime.models import (
    UNSET,
    JsonValue,
    Model,
    OneOf,
    OpenModel,
    Text,
    UnixTime,
    UnknownVariant,
    UnsetType,
)

JSON = "application/json"


class Cat(Model, kw_only=True):
    """Told by its kind, or by its claws."""

    kind: Literal["cat"]
    claws: int | UnsetType = UNSET
    friend: Pet | UnsetType = UNSET


class Dog(OpenModel[JsonValue], kw_only=True):
    """Told by its kind, or by its tail."""

    kind: Literal["dog"]
    tail: str | UnsetType = UNSET


class Animal(OpenModel[JsonValue], kw_only=True):
    """What an unknown kind of animal is."""

    kind: str


class Point(Model, kw_only=True):
    """Has no member that tells it; its members do."""

    x: int
    y: int
    price: Decimal | UnsetType = UNSET


class Circle(Model, kw_only=True):
    """Has all members of a point."""

    x: int
    y: int
    radius: float


class Label(Model, kw_only=True):
    """Has a member of a point in another type."""

    x: str


class Flag(Model, kw_only=True):
    """Has the members of a point, and a constant."""

    x: int
    y: int
    kind: Literal["flag"]


SHAPED: Sequence[dict[str, object]] = (
    {"x": 1, "y": 2},
    {"x": 1, "y": 2, "radius": 1},
    {"x": 1, "y": 2, "radius": 1.5},
    {"x": "1"},
    {"x": 1, "y": 2, "kind": "flag"},
    {"kind": "cat"},
    {"kind": "cat", "claws": 5},
    {"x": 3, "y": 4, "kind": "cat"},
    {"y": 4, "x": 3},
)
"""Values of several of these; some differ in a type or in a constant alone."""


class Numbers(Model, kw_only=True):
    """Only the items of its list tell it from `Words`."""

    items: list[int] | UnsetType = UNSET


class Words(Model, kw_only=True):
    """Only the items of its list tell it from `Numbers`."""

    items: list[str] | UnsetType = UNSET


Pet: TypeAlias = Annotated[Cat | Dog, OneOf("kind", {"cat": Cat, "dog": Dog, "d": Dog})]
PetOrNull: TypeAlias = Pet | None
Beast: TypeAlias = Annotated[
    Cat | Dog | Animal, OneOf("kind", {"cat": Cat, "dog": Dog}, fallback=Animal)
]
Mark: TypeAlias = Annotated[Point | Circle | Label, OneOf()]
Any_: TypeAlias = Annotated[Pet | Mark | str, OneOf()]
Moment: TypeAlias = Annotated[dt.datetime, UnixTime()]
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
DAY = dt.date(2020, 1, 2)

CASES: list[tuple[str, object, object]] = [
    ('{"kind":"dog","tail":"long"}', Pet, Dog(kind="dog", tail="long")),
    ('{"kind":"cat"}', PetOrNull, Cat(kind="cat")),
    ("null", PetOrNull, None),
    (
        '{"kind":"dog","new":1.5}',
        Pet,
        Dog(kind="dog", additional_properties={"new": 1.5}),
    ),
    ('{"kind":"cat"}', Beast, Cat(kind="cat")),
    ('{"kind":"cow"}', Beast, Animal(kind="cow")),
    (
        '{"kind":"cat","friend":{"kind":"dog"}}',
        Pet,
        Cat(kind="cat", friend=Dog(kind="dog")),
    ),
    ('{"x":1,"y":2}', Mark, Point(x=1, y=2)),
    ('{"x":1,"y":2,"radius":3}', Mark, Circle(x=1, y=2, radius=3.0)),
    ('{"x":"1"}', Mark, Label(x="1")),
    ('{"x":1,"y":2,"price":1.50}', Mark, Point(x=1, y=2, price=Decimal("1.50"))),
    ('{"kind":"cat"}', Any_, Cat(kind="cat")),
    ('{"x":"1"}', Any_, Label(x="1")),
    ('"x"', Any_, "x"),
    ('{"items":["a"]}', Annotated[Numbers | Words, OneOf()], Words(items=["a"])),
    ("5", Annotated[int | str, OneOf()], 5),
    ('"5"', Annotated[int | str, OneOf()], "5"),
    ("true", Annotated[int | bool, OneOf()], True),
    ("1", Annotated[bool | int, OneOf()], 1),
    ("5", int | float, 5),
    ("5.5", int | float, 5.5),
    ("5.0", Annotated[int | str, OneOf()], 5),
    ("1.10", Annotated[Decimal | str, OneOf()], Decimal("1.10")),
    ('"1.10"', Annotated[Decimal | str, OneOf()], "1.10"),
    ('"2020-01-02"', Annotated[dt.date | str, OneOf()], DAY),
    ('"2020-01-02 or so"', Annotated[dt.date | str, OneOf()], "2020-01-02 or so"),
    ('"2020-01-02"', Annotated[dt.datetime | dt.date, OneOf()], DAY),
    ("0", Annotated[Moment | str, OneOf()], EPOCH),
    ('"soon"', Annotated[Moment | str, OneOf()], "soon"),
    ('"soon"', Annotated[dt.datetime | Literal["soon"], OneOf()], "soon"),
    ("[1]", Annotated[list[str] | list[int], OneOf()], [1]),
    ('["a"]', Annotated[list[str] | list[int], OneOf()], ["a"]),
    ('[1,"a"]', Annotated[list[int] | list[int | str], OneOf()], [1, "a"]),
    ("[]", Annotated[list[Cat] | list[Dog], OneOf()], []),
    ('{"a":1}', Annotated[dict[str, int] | Cat, OneOf()], {"a": 1}),
    ('{"kind":"cat"}', Annotated[dict[str, str] | Cat, OneOf()], Cat(kind="cat")),
    ('"auto"', bool | Literal["auto"], "auto"),
    ("false", bool | Literal["auto"], False),
    ('"new"', Literal["a"] | Literal["b"] | str, "new"),
    ("2", Literal[1, 2] | int | float, 2),
    ("[1]", Annotated[JsonValue | str, OneOf()], [1]),
]


@pytest.mark.parametrize(("data", "annotation", "value"), CASES)
def test_the_option_that_fits_is_chosen(
    data: str, annotation: object, value: object
) -> None:
    """The JSON type decides, then the discriminator, then the fit, without conversion."""
    got, deviations = codec.decode(data.encode(), annotation, JSON)
    assert deviations == ()
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize(("data", "annotation", "value"), CASES)
def test_what_was_chosen_is_written_back(
    data: str, annotation: object, value: object
) -> None:
    """The value of a union travels in the form of its own type."""
    written = codec.encode(value, JSON, annotation)
    assert json.loads(written) == json.loads(data)


@pytest.mark.parametrize(
    ("value", "annotation", "written"),
    [
        ([EPOCH], Annotated[Sequence[Moment] | str, OneOf()], [0]),
        ({"a": EPOCH}, Annotated[dict[str, Moment] | Cat, OneOf()], {"a": 0}),
        (Decimal("1.5"), Annotated[int | Annotated[Decimal, Text], OneOf()], "1.5"),
        (EPOCH, Annotated[dt.datetime | int, OneOf()], "1970-01-01T00:00:00Z"),
        (
            Cat(kind="cat", friend=Dog(kind="dog")),
            Pet,
            {"kind": "cat", "friend": {"kind": "dog"}},
        ),
    ],
)
def test_the_form_follows_the_option(
    value: object, annotation: object, written: object
) -> None:
    """Marks inside an option decide how its values are written."""
    assert json.loads(codec.encode(value, JSON, annotation)) == written


@pytest.mark.parametrize(
    ("data", "annotation", "pointer", "expected"),
    [
        ('{"kind":"cow"}', Pet, "", "object `Cat` or object `Dog`"),
        ('[{"kind":null}]', list[Pet], "/0", "object `Cat` or object `Dog`"),
        ('{"kind":"cat","claws":"x"}', list[Pet] | Pet, "/claws", "integer"),
        ("5", Pet, "", "object `Cat` or object `Dog`"),
        ('{"x":1,"y":"2"}', Mark, "/y", "integer"),
        ("5", Annotated[dt.date | str, OneOf()], "", "date or string"),
        ("true", Annotated[int | str, OneOf()], "", "integer or string"),
    ],
)
def test_what_fits_nothing_says_where(
    data: str, annotation: object, pointer: str, expected: str
) -> None:
    """A value that no option takes is a deviation at its place, from the likeliest."""
    try:
        _, deviations = codec.decode(data.encode(), annotation, JSON)
    except codec.DecodeFailure as failure:
        deviations = failure.deviations
    assert (deviations[0].pointer, deviations[0].expected) == (pointer, expected)


class Left(Model, kw_only=True):
    """Says what `Right` says."""

    next_: Annotated[Left | Right, OneOf()] | None
    left: int | UnsetType = UNSET


class Right(Model, kw_only=True):
    """Says what `Left` says."""

    next_: Annotated[Left | Right, OneOf()] | None
    right: int | UnsetType = UNSET


def test_ambiguity_costs_no_more_than_depth() -> None:
    """A chain of unions with a fault at its end is read in a moment, not for ever."""
    data = '{"next_":' * 60 + '{"next_":5}' + "}" * 60
    with pytest.raises(codec.DecodeFailure):
        codec.decode(data.encode(), Annotated[Left | Right, OneOf()], JSON)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.sampled_from([0.5, 5.0, 1e300])
    | st.sampled_from(["", "cat", "dog", "flag"]),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(
        st.sampled_from(["kind", "x", "y", "friend", "claws", "tail", "price"]), inner
    ),
    max_leaves=9,
)


@given(json_values)
def test_both_ways_in_agree(value: Any) -> None:
    """What the fast way reads is what the tolerant way reads, and it is written back."""
    data = json.dumps(value).encode()
    for annotation in (Pet, Beast, Mark, list[Mark], Any_, dict[str, Any_ | None]):
        try:
            got, deviations = codec.decode(data, annotation, JSON)
        except codec.DecodeFailure:
            continue
        slow = drift.read(hints.read(annotation), drift.parse(data))
        assert slow == (got, deviations)
        assert repr(slow[0]) == repr(got)
        again = codec.encode(got, JSON, annotation)
        assert codec.decode(again, annotation, JSON)[0] == got


@given(st.lists(st.sampled_from(SHAPED), max_size=12))
def test_what_was_found_for_one_value_holds_for_its_like_only(
    values: list[dict[str, object]],
) -> None:
    """A list of values reads as each value of it does alone, in the tolerant way."""
    annotation = list[Annotated[Point | Circle | Label | Flag | Cat, OneOf()]]
    alone = [drift.read(hints.read(annotation), [each])[0] for each in values]

    value, _ = codec.decode(json.dumps(values).encode(), annotation, JSON)

    assert value == [each for one in alone for each in cast("list[object]", one)]


class Priced(Model, kw_only=True):
    """Has an exact number, beside one that is none."""

    kind: Literal["priced"]
    price: Decimal
    weight: float


class Noted(Model, kw_only=True):
    """Has anything at all, which is never a decimal."""

    kind: Literal["noted"]
    note: JsonValue


@pytest.mark.parametrize(
    "annotation",
    [
        Annotated[Priced | Flag, OneOf("kind", {"priced": Priced, "flag": Flag})],
        Annotated[Priced | Flag, OneOf()],
        Annotated[Priced | Noted, OneOf("kind", {"priced": Priced, "noted": Noted})],
    ],
)
def test_decimals_in_unions_are_exact(annotation: object) -> None:
    """Each digit of a decimal survives a union, and floats beside it stay floats."""
    data = b'{"kind":"priced","price":12345678901234567.89,"weight":0.5}'
    got, deviations = codec.decode(data, annotation, JSON)
    exact = Priced(kind="priced", price=Decimal("12345678901234567.89"), weight=0.5)
    assert (repr(got), deviations) == (repr(exact), ())


def test_anything_in_unions_is_no_decimal() -> None:
    """What may be anything is a float where it has a fraction, beside decimals too."""
    annotation = Annotated[
        Priced | Noted, OneOf("kind", {"priced": Priced, "noted": Noted})
    ]
    got, _ = codec.decode(b'{"kind":"noted","note":[0.5]}', annotation, JSON)
    assert repr(got) == repr(Noted(kind="noted", note=[0.5]))


def test_what_no_float_holds_is_no_float_in_unions() -> None:
    """A number beyond all floats departs from its description where it should be one."""
    annotation = Annotated[Priced | Flag, OneOf()]
    data = b'{"kind":"priced","price":1e400,"weight":1e400}'
    with pytest.raises(codec.DecodeFailure, match="/weight: expected number"):
        codec.decode(data, annotation, JSON)


class Box(Model, kw_only=True):
    """Has the member of a label in another type."""

    x: int


class Sold(Model, kw_only=True):
    """Its kind is that of `Kept`; only a constant tells it."""

    kind: Literal["thing"]
    sold: Literal[True]


class Kept(Model, kw_only=True):
    """Its kind is that of `Sold`; only a constant tells it."""

    kind: Literal["thing"]
    sold: Literal[False]


@pytest.mark.parametrize(
    ("annotation", "values"),
    [
        (Annotated[Sold | Kept, OneOf()], [{"kind": "thing", "sold": True}] * 2),
        (
            Annotated[Sold | Kept, OneOf()],
            [{"kind": "thing", "sold": it} for it in (True, False, True)],
        ),
        (Annotated[Point | Label, OneOf()], [{"x": it} for it in ("1", "2")]),
        (Annotated[Box | Label, OneOf()], [{"x": it} for it in ("1", 2, "3", 4)]),
        (Annotated[str | int | Point | Flag, OneOf()], ["a", 1, {"x": 1, "y": 1}]),
        (Beast, [{"kind": it, "new": 1} for it in ("dog", "cow", "dog")]),
    ],
)
def test_what_tells_options_apart_is_no_detour(
    annotation: object, values: Sequence[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Options alike in their members' names are told apart without the slow way."""
    shape = hints.read(annotation)
    alone = [drift.read(shape, each)[0] for each in values]
    monkeypatch.delattr(drift, "read")

    got, _ = codec.decode(json.dumps(values).encode(), list[annotation], JSON)  # type: ignore[valid-type]

    assert got == alone


Growing: TypeAlias = Annotated[
    Cat | Dog | UnknownVariant, OneOf("kind", {"cat": Cat, "dog": Dog})
]
GrowingOrAny: TypeAlias = Annotated[
    Cat | Dog | dict[str, JsonValue] | UnknownVariant,
    OneOf("kind", {"cat": Cat, "dog": Dog}),
]
COW = UnknownVariant(tag="cow", value={"kind": "cow", "milk": 1.5})


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (Growing, COW),
        (Growing | None, COW),
        (list[Growing], [Cat(kind="cat"), COW]),
        (Annotated[Growing | Mark, OneOf()], COW),
        (Annotated[str | Growing, OneOf()], COW),
        (GrowingOrAny, COW),
    ],
)
def test_a_new_kind_is_told_and_written_back(annotation: object, value: object) -> None:
    """An object with another tag is an unknown variant, alone or among others."""
    data = codec.encode(value, JSON)
    got, deviations = codec.decode(data, annotation, JSON)
    assert got == value
    assert [each.pointer.rpartition("/")[2] for each in deviations] == ["kind"]
    assert deviations[0].expected == "one of 'cat', 'dog'"
    assert json.loads(codec.encode(got, JSON, annotation)) == json.loads(data)


def test_what_is_not_what_its_tag_says_is_what_that_is_based_on() -> None:
    """An object that its tag's option refuses is read as the base, and told."""
    base = Annotated[
        Circle | Animal, OneOf("kind", {"circle": Circle}, fallback=Animal)
    ]
    got, deviations = codec.decode(b'{"kind":"circle","x":1,"y":2}', base, JSON)
    assert got == Animal(kind="circle", additional_properties={"x": 1, "y": 2})
    assert [each.pointer for each in deviations] == ["/radius"]


class Stall(Model, kw_only=True):
    """Has unions in every place where one can stand."""

    mark: Mark
    pet: Pet | UnsetType | None = UNSET
    opened: Moment | UnsetType = UNSET
    free: Literal[True] | UnsetType = UNSET
    marks: list[Mark | None] | UnsetType = UNSET
    by_name: dict[str, list[Pet]] | UnsetType = UNSET
    either: list[Moment] | Stall | str | UnsetType = UNSET
    other: dict[str, Mark] | bool | UnsetType = UNSET
    next_: Stall | UnsetType | None = UNSET
    inner: list[Stall]


PETS = st.sampled_from([{"kind": "cat"}, {"kind": "dog", "tail": "long"}])
MARKS = st.sampled_from(SHAPED[:4])


def stalls(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """JSON of stalls."""
    by_name = st.dictionaries(st.sampled_from("ab"), st.lists(PETS, max_size=2))
    return st.fixed_dictionaries(
        {"mark": MARKS, "inner": st.lists(inner, max_size=2)},
        optional={
            "pet": PETS | st.none(),
            "opened": st.integers(0, 9),
            "free": st.just(True),
            "marks": st.lists(MARKS | st.none(), max_size=3),
            "by_name": by_name,
            "either": st.lists(st.integers(0, 9)) | inner | st.just("neither"),
            "other": st.dictionaries(st.sampled_from("ab"), MARKS) | st.booleans(),
            "next_": inner | st.none(),
        },
    )


STALL = st.fixed_dictionaries({"mark": MARKS, "inner": st.just([])})


@given(st.lists(st.recursive(STALL, stalls, max_leaves=4), max_size=4))
def test_values_of_one_place_are_read_together(values: list[Any]) -> None:
    """Each value stays where it stood, beside others that are absent, null or unlike it."""
    slow = drift.read(hints.read(list[Stall]), values)
    read = columns.decoder(hints.read(list[Stall]))

    assert (read(json.dumps(values).encode()), ()) == slow
