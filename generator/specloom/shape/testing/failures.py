"""What an operation raises: facts of its failures."""

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
    UntoldError,
    compact,
)
from ..expressions import UnsayableError
from ..text import literal
from .facts import body_of, fact, media, number_of
from .subject import USE, Subject

__all__ = ["Failures"]

SHOWN = "Example("
"""How a body begins that the document shows."""
SHORT = 30
"""Bytes: examples that take more are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """Says what one operation raises."""

    subject: Subject

    def known(self) -> list[Failing]:
        """The documented failures."""
        subject = self.subject
        refusals = Refusals(oracle=subject.oracle, told=subject.standing.least)
        try:
            return list(refusals.failures(subject.operation))
        except (ImpossibleError, UntoldError) as reason:
            subject.leave("raises every documented failure", reason)
            return []

    def facts(self, failures: list[Failing], usual: str) -> Iterator[str]:
        """Each failure with the error that it becomes."""
        for each in failures:
            name = "EnvelopeError"
            if each.key:
                name = self.subject.annotations.names.errors[each.key]
            standing, body = self._body(each)
            kind = "" if standing or body == "None" else self._kind(each)
            media_type = "" if body.startswith(SHOWN) else media(each.reply, usual)
            yield fact(
                "Raises",
                str(each.reply.status),
                body,
                f"errors.{name}",
                *([media_type] if media_type else []),
                *([kind] if kind and media_type else []),
                kind="" if media_type else kind,
                code="" if each.code is None else literal(each.code),
                message=literal(each.message) if each.message else "",
                detail="" if each.detail is None else literal(each.detail),
            )

    def _body(self, failing: Failing) -> tuple[bool, str]:
        """The body; and whether what it says is what the error's own body is."""
        reply = failing.reply
        pointer, value = failing.schema, failing.value
        if len(reply.body) > SHORT:
            number = number_of(reply, self.subject.operation)
            if number is not None:
                return False, f"{SHOWN}{number or ''})"
        if not is_json(failing.reply.media_type):
            return False, body_of(failing.reply)
        if pointer is None or value is None:
            return _object(failing.reply)
        standing = self.subject.standing
        try:
            body = standing.body(pointer, value.value)
        except (UnsayableError, ValueError):
            return False, body_of(failing.reply)
        try:
            clear = standing.reading.is_clear(pointer, value.value)
            return clear and body == standing.result(pointer, value.value), body
        except (UnsayableError, ValueError):
            return False, body

    def _kind(self, failing: Failing) -> str:
        """The class of a failure's parsed body."""
        subject, chosen = self.subject, failing.schema
        if failing.textual:
            return "str"
        if failing.binary:
            return "bytes"
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


def _object(reply: Reply) -> tuple[bool, str]:
    """The body of which no schema says more, as an object if it is one."""
    value: JsonValue = json.loads(reply.body) if reply.body else None
    if isinstance(value, dict) and compact(value).encode() == reply.body:
        return True, literal(value)
    return False, body_of(reply)
