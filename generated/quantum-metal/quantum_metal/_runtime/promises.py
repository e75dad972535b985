"""The tests that hold for every operation and every model.

Those are left out for which a package states nothing (`fixtures`).
"""

from __future__ import annotations

import json
from typing import Final, TypeVar, cast

import pytest

from . import codec
from .errors import ApiStatusError
from .members import MODELS, UNIONS
from .network import JSON, Bound, Wire, parts
from .objects import built, text, value, written
from .options import Options
from .registry import examples as every_example
from .statements import (
    SAME,
    Answers,
    Escapes,
    Example,
    Keeps,
    Operation,
    Raises,
    Sends,
    Shows,
    body,
    warned,
)

__all__ = ["TestModels", "TestOperations", "arrives"]

ClientT = TypeVar("ClientT")

MARK: Final = "X-Sent-By-A-Test"
"""A header field of the caller's own; documents have fields called `X-Trace`."""
TRACED: Final = Options(headers={MARK: "1"})
"""Options of a call, to see that they arrive."""
OWN: Final = ("accept", "content-length", "host", "user-agent", MARK.lower())
"""Headers that clients send by themselves."""


def arrives(
    operation: Operation[ClientT],
    sends: Sends[ClientT],
    client: ClientT,
    wire: Wire,
    root: str,
) -> None:
    """Make a call, and compare all that travels with what is stated."""
    operation.answered(wire)

    with warned(sends.warns):
        sends.call(cast("ClientT", Bound(client, TRACED)))

    (sent,) = wire.sent
    method, _, address = sends.request.partition(" ")
    assert sent.method == method
    assert sent.url == (root + address if address.startswith(("/", "?")) else address)
    assert sent.headers[MARK] == "1"
    content = body(sends.body)
    usual = {"Content-Type": JSON} if content else {}
    stated = {**usual, **operation.first.headers, **sends.headers}
    expected = {name.lower(): said for name, said in stated.items() if said is not None}
    if sends.parts:
        assert parts(sent) == sends.parts
        expected["content-type"] = sent.headers["Content-Type"]
    else:
        assert (sent.body or b"") == content
    own = set(OWN).difference(expected)
    assert {k: v for k, v in sent.headers.items() if k not in own} == expected


def shown(name: str, status: int) -> list[tuple[str, str]]:
    """Media type and body of what the document shows of an answer."""
    every = every_example().get(name, [])
    return [(media_type, text) for at, media_type, text in every if at == str(status)]


class TestOperations:
    """What holds for every operation: what it sends, returns and raises."""

    def test_calls_arrive(
        self,
        operation: Operation[ClientT],
        sends: Sends[ClientT],
        client: ClientT,
        wire: Wire,
        root: str,
    ) -> None:
        """A call travels byte for byte, and what is absent does not travel at all."""
        arrives(operation, sends, client, wire, root)

    def test_odd_values_arrive(
        self,
        operation: Operation[ClientT],
        escapes: Escapes[ClientT],
        client: ClientT,
        wire: Wire,
        root: str,
    ) -> None:
        """Every argument arrives as it is, whatever characters it holds."""
        arrives(operation, escapes, client, wire, root)

    def test_falsy_values_arrive(
        self,
        operation: Operation[ClientT],
        keeps: Keeps[ClientT],
        client: ClientT,
        wire: Wire,
        root: str,
    ) -> None:
        """What is empty, zero or null is no absence."""
        arrives(operation, keeps, client, wire, root)

    def test_answers_are_read(
        self,
        operation: Operation[ClientT],
        answers: Answers,
        client: ClientT,
        wire: Wire,
    ) -> None:
        """Each documented success is returned as what it is."""
        media_type = answers.media_type or operation.media_type
        wire.answers(answers.status, body(answers.body), media_type)

        result = operation.call(client)

        same = answers.result is SAME
        assert result == value(answers.body if same else answers.result)

    def test_examples_are_read_whole(
        self, operation: Operation[ClientT], shows: Shows, client: ClientT, wire: Wire
    ) -> None:
        """What the document shows is returned, and written back it is the same JSON."""
        media_type, example = shown(operation.name, shows.status)[shows.number]
        wire.answers(shows.status, example.encode(), media_type)

        result = operation.call(client)

        expected = json.loads(example)
        for name in filter(None, shows.place.split(".")):
            expected = expected[name]
        assert json.loads(codec.encode(result, JSON)) == expected

    def test_failures_are_raised(
        self, operation: Operation[ClientT], raises: Raises, client: ClientT, wire: Wire
    ) -> None:
        """Each documented failure is an error of its own, which says what the body says."""
        if isinstance(raises.body, Example):
            examples = shown(operation.name, raises.status)
            media_type, example = examples[raises.body.number]
            wire.answers(raises.status, example.encode(), media_type)
        else:
            media_type = raises.media_type or operation.media_type
            wire.answers(raises.status, body(raises.body), media_type)

        with pytest.raises(raises.error) as caught:
            operation.call(client)

        failure = caught.value
        assert type(failure) is raises.error
        assert failure.status == raises.status
        assert (failure.code, failure.message) == (raises.code, raises.message)
        assert failure.detail == raises.detail
        if raises.kind is None:
            assert failure.body == value(raises.body)
        else:
            assert isinstance(failure.body, raises.kind)
        assert operation.repeats or len(wire.sent) == 1

    def test_calls_are_repeated(
        self, operation: Operation[ClientT], client: ClientT, wire: Wire
    ) -> None:
        """What failed for now is sent again, whole, if it may be sent twice; else once."""
        wire.answers(503)
        operation.answered(wire)

        if operation.repeats:
            operation.call(client)
            first, second = wire.sent
            assert (second.method, second.url) == (first.method, first.url)
            assert (second.headers, second.body) == (first.headers, first.body)
        else:
            with pytest.raises(ApiStatusError):
                operation.call(client)
            assert len(wire.sent) == 1


class TestModels:
    """What holds for every model, and for every union of several."""

    def test_models_travel_whole(self, model: type[object]) -> None:
        """Each member is read and written by its own name, and no secret is shown."""
        value, text = built(model), written(model)

        assert codec.encode(value, JSON) == text
        assert codec.decode(text, model, JSON) == (value, ())
        for member in MODELS[model]:
            assert not (member.secret and repr(member.value) in repr(value))

    def test_models_need_the_required(self, model: type[object]) -> None:
        """Without a required member there is no object; without any other there is."""
        for member in MODELS[model]:
            text = written(model, without=member.name)
            if member.required:
                with pytest.raises(codec.DecodeFailure):
                    codec.decode(text, model, JSON)
            else:
                less = built(model, without=member.name)
                assert codec.decode(text, model, JSON) == (less, ())
                assert codec.encode(less, JSON) == text

    def test_models_tell_null(self, model: type[object]) -> None:
        """Null is a value where it may be; elsewhere it is told, and nobody's value."""
        for member in [each for each in MODELS[model] if not each.other]:
            text = written(model, null=member.name)
            if member.null:
                value = built(model, null=member.name)
                assert codec.encode(value, JSON) == text
                assert codec.decode(text, model, JSON) == (value, ())
            elif member.required:
                with pytest.raises(codec.DecodeFailure):
                    codec.decode(text, model, JSON)
            else:
                value, deviations = codec.decode(text, model, JSON)
                assert value == built(model, without=member.name)
                assert len(deviations) == 1

    def test_models_bear_what_is_new(self, model: type[object]) -> None:
        """A value or a member that the document does not know breaks nothing."""
        for member in [each for each in MODELS[model] if each.grows]:
            value, told = codec.decode(written(model, new=member.name), model, JSON)
            assert getattr(value, member.python) == member.new
            assert told == ()
        if not any(member.other for member in MODELS[model]):
            text = written(model, more="unknownMember")
            assert codec.decode(text, model, JSON) == (built(model), ())

    def test_unions_are_told_apart(self, union: str) -> None:
        """Each kind of a union is read as what it is."""
        kind, *values = UNIONS[union]
        for said in values:
            pair = cast("tuple[bytes, object]", said)
            read, result = (
                pair if isinstance(said, tuple) else (text(said).encode(), value(said))
            )
            assert codec.decode(read, kind, JSON) == (result, ())
