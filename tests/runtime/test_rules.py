"""The pure rules of a call: waits, paths, media types, statuses, envelopes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import answers, codec, envelopes, jsv
from runtime.arguments import Arguments
from runtime.codec import DecodeFailure
from runtime.errors import (
    ApiStatusError,
    DecodeError,
    EnvelopeError,
    RequestError,
)
from runtime.models import UNSET, JsonValue
from runtime.operations import Answer, Envelope, Failure, Operation
from runtime.plans import plan
from runtime.retries import backoff, passing, retry_after
from runtime.transport import Headers, Response

from tests.support.scenarios import JSON, SyncThings, Thing

JSV = "application/jsv"


@pytest.fixture(autouse=True)
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSV is known, as in packages that need it."""
    for media_type, form in jsv.FORMATS.items():
        monkeypatch.setitem(codec.FORMATS, media_type, form)


# Waits


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": " 7 "}, 7),
        ({"Retry-After": "0.5"}, 0.5),
        ({"Retry-After": ""}, None),
        ({"Retry-After": "-1"}, None),
        ({"Retry-After": "1e999"}, None),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0),
        ({"Retry-After": "Wednesday, 21-Oct-15 07:28:00 GMT"}, 0),
        ({"Retry-After": "Wed Oct 21 07:28:00 2015"}, 0),
        ({"Retry-After": "Wed, 32 Oct 2015 07:28:00 GMT"}, None),
        ({"Retry-After": "tomorrow"}, None),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "Retry-After": "9"}, 0.25),
        ({"retry-after-ms": "soon", "Retry-After": "9"}, 9),
    ],
)
def test_the_forms_of_retry_after(
    fields: dict[str, str], seconds: float | None
) -> None:
    """Seconds, the three forms of dates of RFC 9110 section 5.6.7, milliseconds."""
    assert retry_after(Headers(fields)) == seconds


@given(st.text(max_size=60))
def test_no_retry_after_breaks_a_call(text: str) -> None:
    """Whatever stands there, it is a number of seconds or nothing."""
    for name in ("Retry-After", "retry-after-ms"):
        found = retry_after(Headers({name: text}))
        assert found is None or 0 <= found < float("inf")


@given(st.integers(1, 50), st.sampled_from([UTC, None]))
def test_a_date_to_come_is_waited_for(seconds: int, zone: object) -> None:
    """A date without a zone is meant in UTC."""
    moment = datetime.now(UTC) + timedelta(seconds=seconds)
    text = format_datetime(moment if zone else moment.replace(tzinfo=None))
    found = retry_after(Headers({"Retry-After": text}))
    assert found is not None
    assert seconds - 2 < found <= seconds


@given(st.integers(1, 40))
def test_waits_grow_up_to_a_limit(failures: int) -> None:
    """Between nothing and half a second, doubled with each failure, at most eight."""
    assert 0 <= backoff(failures) <= min(8.0, 0.5 * 2 ** (failures - 1))


def test_which_statuses_pass() -> None:
    """408, 425, 429 and the 5xx but 501."""
    found = [status for status in range(100, 600) if passing(status)]
    assert found == [408, 425, 429, 500, *range(502, 600)]


# Paths


def url(path: str, **values: object) -> str:
    """Where an operation goes."""
    operation = Operation[None](name="it", method="GET", path=path)
    client = SyncThings("https://x.example/base/")
    call = client.call(operation, Arguments(path=values), None)
    return call.request([]).url.removeprefix("https://x.example/base")


@pytest.mark.parametrize(
    ("path", "values", "wanted"),
    [
        ("/a/{id}", {"id": "1"}, "/a/1"),
        ("/a/{id}.json", {"id": "1"}, "/a/1.json"),
        ("/a/v{major}.{minor}/x", {"major": 1, "minor": 2}, "/a/v1.2/x"),
        ("/{a}{b}", {"a": "x", "b": "y"}, "/xy"),
        ("/{a}-{a}", {"a": "x"}, "/x-x"),
        ("/a/{id}", {"id": "a/b?c#d e%41"}, "/a/a%2Fb%3Fc%23d%20e%2541"),
        ("/a/{id}", {"id": "\u00fc"}, "/a/%C3%BC"),
        ("/a/{id}", {"id": "..x"}, "/a/..x"),
        ("/a/{id}", {"id": "x.."}, "/a/x.."),
        ("/a/{id}", {"id": "..."}, "/a/..."),
        ("/a/{id}", {"id": ""}, "/a/"),
        ("/a/{id}", {"id": True}, "/a/true"),
        ("/a/{id}", {"id": 0}, "/a/0"),
        ("/a/{id}", {"id": ["x", "y"]}, "/a/x,y"),
        ("/a:{verb}", {"verb": "go"}, "/a:go"),
        ("/a b/\u00fc/{id}", {"id": 1}, "/a%20b/%C3%BC/1"),
        ("/a?fixed=1", {}, "/a?fixed=1"),
        ("/a/{id}?v={v}", {"id": 1, "v": "x&y"}, "/a/1?v=x%26y"),
        ("/a#part", {}, "/a"),
    ],
)
def test_paths_are_filled(path: str, values: dict[str, object], wanted: str) -> None:
    """Also where a parameter is a part of a segment only."""
    assert url(path, **values) == wanted


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("/a/{id}", {"id": ".."}),
        ("/a/{id}", {"id": "."}),
        ("/a/{id}/b", {"id": ".."}),
        ("/a/.{id}", {"id": "."}),
        ("/a/{x}{y}", {"x": ".", "y": "."}),
        ("/a/{id}", {"id": None}),
        ("/a/{id}", {"id": []}),
        ("/a/{id}", {}),
    ],
)
def test_no_value_climbs_out_of_its_segment(
    path: str, values: dict[str, object]
) -> None:
    """Segments of dots only and values that are none are refused."""
    with pytest.raises(RequestError):
        url(path, **values)


def test_accept_names_each_media_type_once() -> None:
    """Answers first, parameters left out; anything where nothing is documented."""
    operation = Operation[None](
        name="it",
        method="GET",
        path="/",
        answers=(
            Answer("200", "application/json; charset=utf-8", Thing),
            Answer("201", JSON, Thing),
            Answer("204"),
        ),
        failures=(
            Failure("4XX", "application/problem+json", Thing, error=ApiStatusError),
            Failure("500", JSON, Thing, error=ApiStatusError),
        ),
    )
    bare = Operation[None](name="it", method="GET", path="/")

    assert plan(operation).accept == "application/json, application/problem+json"
    assert plan(bare).accept == "*/*"


# Answers


def response(
    status: int = 200, body: bytes = b'{"id":"1"}', media_type: str = JSON
) -> Response:
    """A response."""
    headers = {"Content-Type": media_type} if media_type else {}
    return Response(status, Headers(headers), body)


class SpecialError(ApiStatusError):
    """Of one status."""


class RangedError(ApiStatusError):
    """Of a range."""


class UsualError(ApiStatusError):
    """Of all else."""


class CodedError(ApiStatusError):
    """Of one code."""


FAILING: Operation[Thing] = Operation(
    name="it",
    method="GET",
    path="/",
    answers=(Answer("2XX", JSON, Thing), Answer("200", JSON, dict[str, int])),
    failures=(
        Failure("default", JSON, Thing, error=UsualError),
        Failure("4XX", JSON, Thing, error=RangedError),
        Failure(
            "404",
            JSON,
            dict[str, str],
            error=SpecialError,
            code=("error", "code"),
            codes={"GONE": CodedError, "7": CodedError},
        ),
    ),
)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, SpecialError),
        (400, RangedError),
        (499, RangedError),
        (500, UsualError),
        (302, UsualError),
    ],
)
def test_the_most_specific_status_counts(
    status: int, kind: type[ApiStatusError]
) -> None:
    """The code, then its range, then the default; whatever their order."""
    assert type(answers.failure(FAILING, response(status))) is kind


def test_an_exact_success_comes_before_its_range() -> None:
    """200 is not 2XX where both are documented."""
    assert answers.reading(FAILING, response(200, b'{"a":1}')).value == {"a": 1}
    assert answers.reading(FAILING, response(202)).value == Thing(id="1")


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b'{"error":{"code":"GONE"}}', CodedError, "GONE"),
        (b'{"error":{"code":7}}', CodedError, 7),
        (b'{"error":{"code":"NEW"}}', SpecialError, "NEW"),
        (b'{"error":{"code":null}}', SpecialError, None),
        (b'{"error":{"code":["GONE"]}}', SpecialError, None),
        (b'{"error":"GONE"}', SpecialError, None),
        (b'{"error":null}', SpecialError, None),
        (b"[]", SpecialError, None),
        (b"", SpecialError, None),
        (b"<html>", SpecialError, None),
    ],
)
def test_codes_choose_errors(
    body: bytes, kind: type[ApiStatusError], code: object
) -> None:
    """A code that nobody knows, or none at all, leaves the status' error."""
    found = answers.failure(FAILING, response(404, body))

    assert type(found) is kind
    assert found.code == code
    assert found.response.body == body


TYPED: Operation[object] = Operation(
    name="it",
    method="GET",
    path="/",
    answers=(
        Answer("200", "*/*", bytes),
        Answer("200", "text/*", str),
        Answer("200", "application/json; charset=utf-8", Thing),
        Answer("200", "text/csv", bytes),
    ),
)


@pytest.mark.parametrize(
    ("media_type", "value"),
    [
        (JSON, Thing(id="1")),
        ("APPLICATION/JSON", Thing(id="1")),
        ("application/json;charset=UTF-8", Thing(id="1")),
        ('application/json ; charset="utf-8"; v=1', Thing(id="1")),
        ("application/hal+json", Thing(id="1")),
        ("text/plain", '{"id":"1"}'),
        ("text/csv", b'{"id":"1"}'),
        ("TEXT/CSV; header=present", b'{"id":"1"}'),
        ("image/png", b'{"id":"1"}'),
        ("", b'{"id":"1"}'),
    ],
)
def test_media_types_are_matched_by_what_they_mean(
    media_type: str, value: object
) -> None:
    """Exact before any JSON before a range before everything, without parameters."""
    found = answers.reading(TYPED, response(media_type=media_type))

    assert found.value == value
    assert found.deviations == ()


# Envelopes

WRAPPED: Operation[Thing] = Operation(
    name="it",
    method="GET",
    path="/",
    answers=tuple(
        Answer(
            "200",
            media_type,
            Thing,
            envelope=Envelope(("code",), 0, ("data",), ("message",), ("why",)),
            codes={"7": CodedError},
        )
        for media_type in (JSON, JSV)
    ),
)


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b'{"code":0,"data":{"id":"1"}}', JSON),
        (b'{"data":{"id":"1"},"message":null,"new":[],"code":0}', JSON),
        (b"{code:0,data:{id:1}}", JSV),
        (b"{Message:,code:0,data:{id:1}}", JSV),
    ],
)
def test_an_envelope_is_opened(body: bytes, media_type: str) -> None:
    """The data is the value, whatever else stands beside it."""
    found = answers.reading(WRAPPED, response(200, body, media_type))
    assert found.value == Thing(id="1")


@pytest.mark.parametrize(
    ("body", "media_type", "kind", "code", "message", "detail"),
    [
        (b'{"code":5,"message":"no","why":[1]}', JSON, EnvelopeError, 5, "no", [1]),
        (b'{"code":7,"message":"no"}', JSON, CodedError, 7, "no", None),
        (b'{"code":"0","data":{"id":"1"}}', JSON, EnvelopeError, "0", "", None),
        (b'{"code":false,"data":{"id":"1"}}', JSON, EnvelopeError, False, "", None),
        (b'{"code":null,"message":5}', JSON, EnvelopeError, None, "", None),
        (b'{"data":{"id":"1"}}', JSON, EnvelopeError, None, "", None),
        (b"{code:5,message:no}", JSV, EnvelopeError, 5, "no", None),
        (b"{data:{id:1}}", JSV, EnvelopeError, None, "", None),
    ],
)
def test_an_envelope_that_means_failure(
    body: bytes,
    media_type: str,
    kind: type[ApiStatusError],
    code: object,
    message: str,
    detail: object,
) -> None:
    """Any other code, one of another type, and none at all; with all that it says."""
    with pytest.raises(kind) as caught:
        answers.reading(WRAPPED, response(200, body, media_type))

    error = caught.value
    assert type(error) is kind
    assert (error.code, error.message, error.detail) == (code, message, detail)


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b'{"code":0}', JSON),
        (b'{"code":0,"data":null}', JSON),
        (b'{"code":0,"data":[]}', JSON),
        (b'{"code":0,"data":{}}', JSON),
        (b"[]", JSON),
        (b"5", JSON),
        (b"", JSON),
        (b"<html>", JSON),
        (b"{code:0}", JSV),
    ],
)
def test_an_envelope_without_its_data(body: bytes, media_type: str) -> None:
    """Success without what it promises is a decode error with the raw response."""
    with pytest.raises(DecodeError) as caught:
        answers.reading(WRAPPED, response(200, body, media_type))

    assert caught.value.response.body == body
    assert caught.value.deviations


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), {"a": {"b": [1], "c": None}}),
        (("a", "b"), [1]),
        (("a", "c"), None),
        (("a", "d"), UNSET),
        (("a", "c", "d"), UNSET),
        (("e",), UNSET),
    ],
)
def test_what_stands_at_a_path(path: tuple[str, ...], value: JsonValue) -> None:
    """A value, null, or nothing; behind null there is nothing."""
    assert envelopes.value_at(b'{"a":{"b":[1],"c":null}}', path, JSON) == value


def test_there_is_no_path_through_a_text() -> None:
    """The deviation names the place that should be an object."""
    with pytest.raises(DecodeFailure) as caught:
        envelopes.value_at(b'{"a":"b"}', ("a", "c"), JSON)
    assert caught.value.deviations[0].pointer == "/a"
