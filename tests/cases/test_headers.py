"""Header fields of responses that a document describes."""

from __future__ import annotations

import asyncio
import importlib
from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from .conftest import Case, Maker

DOCUMENT = """
paths:
  /things:
    get:
      operationId: listThings
      tags: [things]
      responses:
        '200':
          description: ok
          headers:
            X-Left: {required: true, description: Calls that are left., schema: {type: integer}}
            X-Kind: {schema: {enum: [a, b]}}
            X-Done: {schema: {type: boolean}}
            X-RateLimit: {schema: {type: integer}}
            X-Until: {schema: {type: string, format: date-time}}
            X-Since: {schema: {type: integer, x-unix-time: s}}
            X-Price: {schema: {type: string, format: decimal}}
            X-Tags: {schema: {type: array, items: {type: integer}}}
            X-Point: {schema: {$ref: '#/components/schemas/Point'}}
            X-Spot: {explode: true, schema: {$ref: '#/components/schemas/Point'}}
            X-Map: {schema: {type: object, additionalProperties: {type: integer}}}
            X-Either: {schema: {oneOf: [{type: integer}, {type: string}]}}
            X-Json: {content: {application/json: {schema: {$ref: '#/components/schemas/Point'}}}}
            X-Key: {schema: {type: integer, format: password, x-sensitive: true}}
            get: {schema: {type: string}}
          content: {application/json: {schema: {type: array, items: {type: string}}}}
        '202':
          description: later
          headers:
            x-left: {schema: {type: string}}
            Location: {schema: {type: string}}
          content: {application/json: {schema: {type: array, items: {type: string}}}}
    post:
      operationId: addThing
      tags: [things]
      responses: {'204': {description: ok}}
components:
  schemas:
    Point: {type: object, required: [x], properties: {x: {type: integer}, y: {type: integer}}}
"""
ONE = DOCUMENT.replace("x-left: {schema: {type: string}}", "x-later: {schema: {}}")


@pytest.fixture
def case(made: Maker) -> Case:
    """The package."""
    found = made(ONE)
    found.wire.answers("[]")
    return found


def fields(case: Case, **sent: str) -> Any:
    """The typed header fields of an answer."""
    case.wire.fields = {name.replace("_", "-"): text for name, text in sent.items()}
    return case.client.with_response.things.list().headers


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("x_left", "7", 7),
        ("x_kind", "a", "a"),
        ("x_kind", "news", "news"),
        ("x_done", "True", True),
        ("x_until", "2024-01-30T07:33:20Z", datetime(2024, 1, 30, 7, 33, 20, 0, UTC)),
        (
            "x_until",
            "Tue, 30 Jan 2024 07:33:20 GMT",
            datetime(2024, 1, 30, 7, 33, 20, 0, UTC),
        ),
        ("x_since", "1706600000", datetime(2024, 1, 30, 7, 33, 20, 0, UTC)),
        ("x_price", "12345678901234567.89", Decimal("12345678901234567.89")),
        ("x_tags", "1, 2,,3", [1, 2, 3]),
        ("x_map", "a,1,b,2", {"a": 1, "b": 2}),
        ("x_either", "12", 12),
        ("x_either", "twelve", "twelve"),
    ],
)
def test_a_field_is_what_the_document_says(
    case: Case, name: str, text: str, value: object
) -> None:
    """Texts become numbers, dates, lists, objects; the wire's name stays usable."""
    found = fields(case, **{name: text})
    assert getattr(found, name) == value
    assert type(getattr(found, name)) is type(value)
    assert found[name.replace("_", "-").upper()] == text


def test_objects_stand_in_fields_in_each_way(case: Case) -> None:
    """As `x,1,y,2`, exploded as `x=1,y=2`, and as JSON."""
    point = case.models.Point(x=1, y=2)
    found = fields(case, x_point="x,1,y,2", x_spot="x=1, y=2", x_json='{"x":1,"y":2}')
    assert (found.x_point, found.x_spot, found.x_json) == (point, point, point)


def test_capitals_start_words(case: Case) -> None:
    """A field is called as the document spells it, however it then travels."""
    case.wire.fields = {"x-ratelimit": "7"}
    assert case.client.with_response.things.list().headers.x_rate_limit == 7


def test_what_is_absent_is_none(case: Case) -> None:
    """Of the field that must be there, that is a deviation; attributes of mappings stay."""
    case.wire.fields = {"Get": "got"}
    whole = case.client.with_response.things.list()
    assert whole.headers.x_done is None
    assert (whole.headers.get_, whole.headers.get("get")) == ("got", "got")
    assert [str(each) for each in whole.deviations] == [
        "(root): expected header X-Left: integer, got nothing"
    ]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("X-Left", "seven", "header X-Left: integer, got string 'seven'"),
        ("X-Tags", "1,x", "header X-Tags/1: integer, got string 'x'"),
        ("X-Json", "{}", "header X-Json/x: integer, got nothing"),
        ("X-Json", "{", "header X-Json: JSON, got Input data was truncated"),
        ("X-Until", "soon", "header X-Until: date-time, got string 'soon'"),
        ("X-Key", "hunter2", "header X-Key: integer, got string"),
        ("X-Left", "1.5", "header X-Left: integer, got number 1.5"),
    ],
)
def test_what_does_not_fit_is_a_deviation(
    case: Case, name: str, text: str, told: str
) -> None:
    """It reads as `None`, is told to the hook, and raises only under `strict`."""
    case.wire.fields = {"X-Left": "1", name: text}
    heard: list[tuple[str, object]] = []

    def hear(operation: str, deviation: object) -> None:
        heard.append((operation, deviation))

    package: Any = importlib.import_module(type(case.client).__module__.split(".")[0])
    whole = case.client.with_response.things.list()
    assert getattr(whole.headers, name.lower().replace("-", "_")) is None
    assert [str(each) for each in whole.deviations] == [f"(root): expected {told}"]
    client = package.Case(transport=case.wire, on_deviation=hear)
    assert client.things.list() == []
    assert heard == [("things.list", whole.deviations[0])]
    with pytest.raises(case.errors.DecodeError) as caught:
        case.client.with_options(strict=True).things.list()
    assert told in str(caught.value)
    assert caught.value.response.headers["x-left"] == (
        text if name == "X-Left" else "1"
    )


def test_fields_of_several_successes_are_one_class(made: Maker) -> None:
    """One that they type differently is either; one that only some require may be absent."""
    case = made(DOCUMENT)
    case.wire.answers("[]", 202)
    assert fields(case, x_left="7", location="/jobs/1").location == "/jobs/1"
    assert fields(case, x_left="7").x_left == 7
    assert fields(case, x_left="some").x_left == "some"
    assert case.client.with_response.things.list().deviations == ()
    case.wire.fields = {}
    assert case.client.with_response.things.list().deviations == ()


def test_the_asynchronous_client_has_them_too(case: Case) -> None:
    """The same class, by the same view."""
    package: Any = importlib.import_module(type(case.client).__module__.split(".")[0])
    case.wire.fields = {"X-Left": "7"}

    async def send(request: object) -> object:
        return case.wire.send(request)

    async def close() -> None:
        """Nothing is open."""

    async def main() -> Any:
        transport = SimpleNamespace(send=send, close=close)
        async with package.AsyncCase(transport=transport) as client:
            return await client.with_response.things.list()

    assert asyncio.run(main()).headers.x_left == 7


def test_who_describes_nothing_has_plain_fields(case: Case) -> None:
    """The operation gives the plain response, whose fields are a mapping."""
    case.wire.answers("", 204)
    case.wire.fields = {"X-Left": "x"}
    whole = case.client.with_response.things.add()
    assert type(whole.headers).__name__ == "Headers"
    assert type(whole).__name__ == "ApiResponse"
    assert whole.deviations == ()


def test_tests_of_callers_say_header_fields(case: Case) -> None:
    """What stands for the service gives them with a value, or with a raw answer."""
    fake = of(case, ".testing").Fake()
    client = of(case).Case(transport=fake)
    fake.on(client.things.list).returns(["a"], headers={"X-Left": "7"})
    whole = client.with_response.things.list()
    assert (whole.value, whole.headers.x_left) == (["a"], 7)
    fake.on(client.things.add).answers(204, headers={"X-Left": "8"})
    fake.on(client.things.add).answers(204)
    assert client.with_response.things.add().headers["x-left"] == "8"


def of(case: Case, module: str = "") -> Any:
    """A module of the package."""
    return importlib.import_module(type(case.client).__module__.split(".")[0] + module)


def test_a_fake_says_the_fields_that_the_document_requires(made: Maker) -> None:
    """A strict client finds nothing to complain of in what its own fake answers."""
    case = made("""
paths:
  /things:
    get:
      operationId: listThings
      responses:
        '200':
          description: OK
          headers:
            X-Left: {required: true, schema: {type: integer}}
            X-Meta: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}
            X-Seen: {schema: {type: string}}
          content: {application/json: {schema: {type: string}, example: shown}}
""")
    package = type(case.client).__module__.partition(".")[0]
    fake = importlib.import_module(f"{package}.testing").Fake()
    client = type(case.client)(transport=fake, strict=True)
    assert client.things.list() == "shown"
    fake.on(client.things.list).returns("said", headers={"X-Seen": "s"})
    headers = client.with_response.things.list().headers
    assert (headers.x_left, headers.x_meta, headers.x_seen) == (1, [], "s")


def test_headers_are_one_in_any_case(made: Maker) -> None:
    """An operation overrides its path's, and the last of two counts, which is told."""
    case = made("""
paths:
  /things:
    parameters: [{name: X-Kind, in: header, schema: {type: string}}]
    get:
      parameters:
        - {name: x-kind, in: header, schema: {type: boolean}}
        - {name: X-Size, in: header, schema: {type: string}}
        - {name: x-size, in: header, schema: {type: integer}}
      responses: {'204': {description: none}}
""")
    case.wire.answers("", 204)
    case.client.things.list(x_kind=True, x_size=7)
    sent = {name.lower(): said for name, said in case.wire.sent[0].headers.items()}
    assert (sent["x-kind"], sent["x-size"]) == ("true", "7")
    assert case.codes == ["SP215"]
