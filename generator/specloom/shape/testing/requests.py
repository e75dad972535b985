"""What an operation sends: the tests of its requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ...link import is_json
from ...name import snake
from ...oracle import (
    ImpossibleError,
    Sending,
    Sendings,
    Sent,
    Success,
    UntoldError,
    as_json,
    known,
)
from ..expressions import UnsayableError, bytes_text
from ..package import FunctionView
from ..text import docstring, literal
from .calls import assertions, differences
from .functions import Column, Table
from .subject import Subject, is_long

__all__ = ["Requests"]

SHOWN = 4
"""So many of the document's examples are sent."""
OWN = frozenset(("accept", "content-length", "content-type", "host", "user-agent"))
"""Headers that clients send by themselves."""
LONG = 500
"""Characters: objects that take more are not said again."""
PROMISES = {
    "odd": (
        "sends_odd_values",
        "Every argument arrives as it is, whatever characters it holds.",
    ),
    "least": (
        "sends_only_what_is_given",
        "What is not given is not sent: it is neither null nor empty.",
    ),
    "falsy": ("sends_falsy_values", "What is empty, zero or null is no absence."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """Writes the tests of what one operation sends."""

    subject: Subject

    def calls(self) -> list[tuple[Sending, str]]:
        """The calls that have an expression; none where nothing can be called."""
        subject = self.subject
        found: list[tuple[Sending, str]] = []
        try:
            for each in Sendings(oracle=subject.oracle).sendings(subject.operation):
                found += self._said(each)
        except (ImpossibleError, UntoldError) as reason:
            subject.leave("every call", reason)
            return []
        if not found:
            subject.leave("every call", UnsayableError("no call has an expression"))
        more = [each for each in found if each[0].name.startswith("example")][SHOWN:]
        return [each for each in found if each not in more]

    def _said(self, sending: Sending) -> Iterator[tuple[Sending, str]]:
        try:
            yield sending, self.subject.calls.call(sending.call)
        except UnsayableError as reason:
            self.subject.leave(f"sends {sending.name or 'a plain call'}", reason)

    def functions(
        self, calls: list[tuple[Sending, str]], first: Success | None, result: str
    ) -> Iterator[FunctionView]:
        """The call that all tests make, what it sends, and what others send."""
        sending, call = calls[0]
        yield self._helper(sending, call, first)
        yield self._first(sending, first, result)
        for group in _alike(calls[1:]):
            yield self._others(group, sending.sent, first)

    def _others(
        self,
        group: list[tuple[Sending, str]],
        usual: Sent,
        first: Success | None,
    ) -> FunctionView:
        """What another call sends, or one that can be told to travel in several ways."""
        other, call = group[0]
        name, said = self._promise(other)
        lines = list(differences(other.sent, usual))
        table = None
        if len(group) > 1:
            types = [literal(each.name) for each, _ in group]
            name, said = (
                "sends_other_media_types",
                "The caller may choose the media type.",
            )
            call, lines = _chosen(group[0]), [_chosen((other, line)) for line in lines]
            table = Table(
                columns=(
                    Column(name="content_type", type=f"Literal[{', '.join(types)}]"),
                ),
                rows=tuple({"content_type": each} for each in types),
            )
        body = [self.subject.answer(first), "", call, "", *lines]
        return self.subject.test(name, said, body, table)

    def _helper(
        self, sending: Sending, call: str, first: Success | None
    ) -> FunctionView:
        subject = self.subject
        said = sending.name.replace("example", "the document's example", 1)
        traced = _traced(call)
        returned = subject.returned
        return FunctionView(
            signature=f"def call_{subject.method}({subject.client}) -> {returned}:",
            docstring=docstring(
                f"{subject.line} with {said or 'what is required'}.", indent=4
            ),
            body=(traced if returned == "None" else f"return {traced}",),
            constant=(
                f"{subject.constant} = {bytes_text(first.reply.body)}"
                if first is not None and is_long(first.reply)
                else ""
            ),
        )

    def _first(
        self, sending: Sending, first: Success | None, result: str
    ) -> FunctionView:
        subject = self.subject
        returns = bool(result) and subject.returned != "None"
        what = "example" if sending.name else "request"
        return subject.test(
            f"sends_the_{what}",
            f"The {what} travels byte for byte, and its answer is read.",
            [
                subject.answer(first),
                "",
                f"result = {subject.call}" if returns else subject.call,
                "",
                *assertions(sending.sent, absent=self._absent(sending)),
                *(self._returned(first, result) if returns else ()),
            ],
        )

    def _returned(self, first: Success | None, result: str) -> Iterator[str]:
        """What is returned: as an object, or where that is long, as what was answered."""
        if first is None or len(result) < LONG or not self._comes_back(first):
            yield f"assert result == {result}"
            return
        model, _, _ = result.partition("(")
        yield f"assert type(result) is {model}"
        yield "encoded = codec.encode(result, JSON)"
        yield f"assert json.loads(encoded) == json.loads({self.subject.constant})"

    def _comes_back(self, first: Success) -> bool:
        """Whether a model is returned that is written as it was read."""
        pointer, value, content = first.schema, first.value, first.content
        if pointer is None or value is None or content is None:
            return False
        if not is_json(content.media_type):
            return False
        reading = self.subject.oracle.reading
        chosen = reading.chosen(pointer, value.value).pointer
        if not self.subject.annotations.is_model(chosen):
            return False
        kept = known(reading, pointer, value.value)
        written = as_json(reading, pointer, kept)
        return bool(json.loads(written) == json.loads(first.reply.body))

    def _absent(self, sending: Sending) -> tuple[str, ...]:
        """Headers that are not sent where the caller gives no value."""
        sent = OWN.union(name.lower() for name, _ in sending.sent.headers)
        return tuple(
            each.name
            for each in self.subject.operation.parameters
            if each.location == "header" and each.name.lower() not in sent
        )

    def _promise(self, sending: Sending) -> tuple[str, str]:
        """The name of a test and what it promises."""
        match sending.name.split("`"):
            case [name] if name in PROMISES:
                return PROMISES[name]
            case ["example ", shown, _]:
                said = f"The example `{shown}` travels byte for byte."
                return f"sends_the_example_{snake(shown)}", said
            case _:
                said = f"The body travels as {sending.name} if the caller says so."
                if sending.name == "no body":
                    said = "A body that is not given is not sent."
                return f"sends_{snake(sending.name)}", said


def _alike(calls: list[tuple[Sending, str]]) -> list[list[tuple[Sending, str]]]:
    """The calls, those together that differ in nothing but the media type of the body."""
    groups: dict[tuple[str, bytes], list[tuple[Sending, str]]] = {}
    for each in calls:
        groups.setdefault((_chosen(each), each[0].sent.body), []).append(each)
    return list(groups.values())


def _chosen(call: tuple[Sending, str]) -> str:
    """A line with a variable for the media type."""
    sending, text = call
    told = literal(sending.name)
    for before in ("content_type=", 'sent.headers["Content-Type"] == '):
        text = text.replace(f"{before}{told}", f"{before}content_type")
    return text


def _traced(call: str) -> str:
    """A call with the caller's options."""
    head = call.removesuffix(")")
    comma = "" if head.endswith("(") else ", "
    return f"{head}{comma}options=TRACED)"
