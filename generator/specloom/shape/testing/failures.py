"""What an operation raises, and when it is called again: the tests of its failures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ...link import JsonValue, Pointer, Union, is_json, resolve
from ...oracle import (
    Failing,
    ImpossibleError,
    Refusals,
    Reply,
    Success,
    UntoldError,
    at,
    repeatable,
)
from ..expressions import bytes_text
from ..package import FunctionView
from ..text import literal
from .functions import Column, Table
from .subject import USE, Subject

__all__ = ["Failures"]

PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Statuses that ask for another attempt, if one is allowed."""
KINDS = "type[object] | tuple[type[object], ...]"
TYPES = {
    "status": "int",
    "body": "bytes",
    "media_type": "str",
    "error": "Failure",
    "code": "object",
    "kind": "{kinds}",
    "message": "str",
    "detail": "object",
}
"""The columns of a table of failures."""
ONCE = ("assert len(wire.sent) == 1",)
JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """Writes the tests of what one operation raises."""

    subject: Subject

    def known(self) -> list[Failing]:
        """The documented failures."""
        subject = self.subject
        try:
            return list(Refusals(oracle=subject.oracle).failures(subject.operation))
        except (ImpossibleError, UntoldError) as reason:
            subject.leave("raises every documented failure", reason)
            return []

    def functions(
        self, failures: list[Failing], first: Success | None
    ) -> Iterator[FunctionView]:
        """Each failure, and whether the call is made again."""
        if repeatable(self.subject.operation):
            yield self._repeats(first)
        special = [each for each in failures if each.detail is not None]
        if special:
            yield self._raises(special, "refusal", "refusal inside of a success")
        failures = [each for each in failures if each not in special]
        if failures or self._is_silent(failures):
            yield self._raises(failures, "failure", "failure")

    def _repeats(self, first: Success | None) -> FunctionView:
        return self.subject.test(
            "is_repeated",
            "A call that may be sent twice is sent again, whole, if it failed for now.",
            [
                "wire.answers(503)",
                self.subject.answer(first),
                "",
                self.subject.call,
                "",
                "first, second = wire.sent",
                "assert (second.method, second.url) == (first.method, first.url)",
                "assert (second.headers, second.body) == (first.headers, first.body)",
            ],
        )

    def _raises(self, failures: list[Failing], name: str, what: str) -> FunctionView:
        rows = [self._row(each) for each in failures]
        if name == "failure" and self._is_silent(failures):
            failures = [*failures, UNEXPECTED]
            rows.append({**self._row(UNEXPECTED), "error": "errors.ApiStatusError"})
        for column in ("code", "message", "detail"):
            for row, said in zip(rows, _said(failures, column), strict=True):
                row[column] = said
        kinds = KINDS if any(row["kind"][0] == "(" for row in rows) else "type[object]"
        table = Table(
            columns=tuple(
                Column(name=name, type=type.format(kinds=kinds))
                for name, type in TYPES.items()
            ),
            rows=tuple(rows),
        )
        once = () if repeatable(self.subject.operation) else ONCE
        return self.subject.test(
            f"raises_each_{name}",
            f"Each documented {what} is an exception of its own"
            + ("; none is repeated." if once else "."),
            [
                *self._called(table),
                f"assert type(failure) is {table.said('error')}",
                f"assert failure.status == {table.said('status')}",
                f"assert isinstance(failure.body, {table.said('kind')})",
                *self._told(table),
                *once,
            ],
            table,
        )

    def _called(self, table: Table) -> Iterator[str]:
        given = [table.said(name) for name in ("status", "body", "media_type")]
        if given[-1] == '"application/json"':
            given.pop()
        if given[1:] == ['b""']:
            given.pop()
        yield f"wire.answers({', '.join(given)})"
        yield ""
        yield f"with pytest.raises({table.said('error')}) as caught:"
        yield f"    {self.subject.call}"
        yield ""
        yield "failure = caught.value"

    def _told(self, table: Table) -> Iterator[str]:
        """What the body says of the failure, where the document says where."""
        for name, absent in (("code", "None"), ("message", '""'), ("detail", "None")):
            said = table.said(name)
            if said != absent:
                yield f"assert failure.{name} == {said}"

    # Rows.

    def _row(self, failing: Failing) -> dict[str, str]:
        name = "EnvelopeError"
        if failing.key:
            name = self.subject.annotations.names.errors[failing.key]
        reply = failing.reply
        return {
            "status": str(reply.status),
            "body": bytes_text(reply.body),
            "media_type": literal((reply.body and reply.media_type) or JSON),
            "error": f"errors.{name}",
            "kind": self._kind(failing),
        }

    def _is_silent(self, failures: list[Failing]) -> bool:
        """Whether the document tells of no failure that passes, for a call made once."""
        stated = {each.status for each in self.subject.operation.responses}
        passing = any(each.reply.status in PASSING for each in failures)
        told = passing or stated & {"default", "5XX", "503"}
        return not (told or repeatable(self.subject.operation))

    def _kind(self, failing: Failing) -> str:
        """The class of a failure's parsed body."""
        subject, chosen = self.subject, failing.schema
        if failing.textual:
            return "str"
        if chosen is None:
            if failing.bodiless:
                return "type(None)"
            return "dict" if is_json(failing.reply.media_type) else "object"
        if failing.value is not None:
            reading, value = subject.expressions.reading, failing.value.value
            clear = reading.is_clear(chosen, value)
            if clear and not subject.expressions.is_any(chosen):
                chosen = reading.chosen(chosen, value).pointer
        classes = self._classes(chosen)
        if classes:
            return f"({', '.join(classes)})"
        found = subject.annotations.annotation(chosen, USE).members
        name = found[0] if len(found) == 1 else ""
        if name.startswith("models.") and subject.annotations.is_model(chosen):
            return name
        return {"str": "str", "bytes": "bytes"}.get(name, "object")

    def _classes(self, pointer: Pointer) -> list[str]:
        """The classes that the value of a union may be, if all are models."""
        annotations = self.subject.annotations
        shape = resolve(annotations.api, pointer).shape
        if not isinstance(shape, Union) or self.subject.expressions.is_any(pointer):
            return []
        if not all(map(annotations.is_model, shape.members)):
            return []
        found = [annotations.annotation(each, USE).text for each in shape.members]
        return [each for each in found if each.isidentifier() or each.count(".") == 1]


UNEXPECTED = Failing(reply=Reply(status=503), key="", bodiless=True)
"""A failure for now that the document does not tell."""


def _said(failures: list[Failing], name: str) -> list[str]:
    """What bodies say of failures: where they say it, if that is one place in all."""
    values: list[JsonValue] = [getattr(each, name) for each in failures]
    absent = "" if name == "message" else None
    places = {getattr(each.places, name) for each in failures} - {""}
    bodies = {each.reply.body for each in failures}
    if len(places) == 1 and len(bodies) > 1:
        (place,) = places
        if all(
            _at(each.reply, place) == (None if value == absent else value)
            for each, value in zip(failures, values, strict=True)
        ):
            said = f"at(body, {literal(place)})"
            return [f'({said} or "")' if "" in values else said] * len(failures)
    return [literal(value) for value in values]


def _at(reply: Reply, place: str) -> JsonValue:
    """What a body of JSON says at a place."""
    if not reply.body or not is_json(reply.media_type):
        return None
    return at(json.loads(reply.body), place)
