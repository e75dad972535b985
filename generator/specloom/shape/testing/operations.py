"""The tests of one operation: a short function a promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...link import Operation, Pointer, Union, is_json, resolve
from ...name import snake
from ...oracle import (
    Failing,
    ImpossibleError,
    Oracle,
    Replies,
    Reply,
    Sending,
    Sendings,
    Success,
    UntoldError,
    repeatable,
)
from ..annotation import Annotations, Use
from ..expressions import Expressions, UnsayableError, bytes_text, wrapped
from ..media import answer_type, answers
from ..operations import returns, successes
from ..package import FunctionView, UntestedView
from ..text import docstring, literal
from .calls import Calls, assertions, differences
from .coverage import Coverage

__all__ = ["Trials"]

CLIENT, WIRE = "client: {client}", "wire: Wire"
PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Statuses that ask for another attempt, if one is allowed."""
OWN = frozenset(("accept", "content-length", "content-type", "host", "user-agent"))
"""Headers that clients send by themselves."""
SHOWN = 4
"""So many of the document's examples are sent; the rest are read only."""


@dataclass(slots=True, kw_only=True)
class Trials:
    """Writes the tests of one operation."""

    annotations: Annotations
    oracle: Oracle
    expressions: Expressions
    operation: Operation
    coverage: Coverage
    untested: list[UntestedView] = field(default_factory=list[UntestedView])

    @property
    def method(self) -> str:
        """The method that is tested."""
        return self.annotations.names.operations[self.operation.pointer].method

    @property
    def constant(self) -> str:
        """The answer that most tests give."""
        name = self.annotations.names.operations[self.operation.pointer].constant
        return f"{name}_ANSWER"

    @property
    def _returned(self) -> str:
        """What the helper returns: nothing, where the call returns nothing."""
        found = returns(self.annotations, self.operation, USE)
        return "None" if found.members == ("None",) else "object"

    @property
    def line(self) -> str:
        """The request line as the document has it."""
        return f"`{self.operation.method.upper()} {self.operation.path}`"

    @property
    def calls(self) -> Calls:
        """Writes the calls."""
        return Calls(
            annotations=self.annotations,
            expressions=self.expressions,
            operation=self.operation,
        )

    def functions(self) -> Iterator[FunctionView]:
        """The tests, in the order in which a reader asks; what cannot be said is noted."""
        try:
            sendings = list(Sendings(oracle=self.oracle).sendings(self.operation))
            calls = self._sayable(sendings)
        except (ImpossibleError, UntoldError, UnsayableError) as reason:
            self._leave("every call", reason)
            return
        successes = self._successes()
        first = successes[0] if successes else None
        for sending, _ in calls:
            self.coverage.called(self.operation, sending.call)
        for success, _ in successes:
            self.coverage.answered(self.operation, success)
        yield self._helper(calls[0][0], calls[0][1], first)
        yield self._sends_first(calls[0][0], first)
        for sending, call in calls[1:]:
            lines = list(differences(sending.sent, calls[0][0].sent))
            yield self._sends(sending, call, first, lines)
        if len(successes) > 1 and self._returned != "None":
            yield self._reads(successes[1:])
        failures = self._failures()
        for failing in failures:
            self.coverage.refused(self.operation, failing)
        if failures:
            yield self._raises(failures)
        yield from self._repeats(failures, first)

    def _leave(self, promise: str, reason: Exception) -> None:
        self.untested.append(
            UntestedView(
                pointer=self.operation.pointer, promise=promise, reason=str(reason)
            )
        )

    def _sayable(self, sendings: list[Sending]) -> list[tuple[Sending, str]]:
        """The calls that have an expression; the first must."""
        found: list[tuple[Sending, str]] = []
        for sending in sendings:
            try:
                found.append((sending, self.calls.call(sending.call)))
            except UnsayableError as reason:
                self._leave(f"sends {sending.name or 'a plain call'}", reason)
        if not found:
            raise UnsayableError("no call has an expression")
        kept = [each for each in found if each[0].name.startswith("example")][SHOWN:]
        return [each for each in found if each not in kept]

    # Answers.

    def _successes(self) -> list[tuple[Success, str]]:
        """The answers that the client asks for, with the expression of what is returned."""
        asked = {
            content.pointer
            for response in successes(self.operation)
            for content in answers(self.annotations, response)
        }
        found: list[tuple[Success, str]] = []
        try:
            for success in Replies(oracle=self.oracle).successes(self.operation):
                if success.content is None or success.content.pointer in asked:
                    found.append((success, self._result(success)))
        except (ImpossibleError, UntoldError) as reason:
            self._leave("reads an answer", reason)
        return found

    def _result(self, success: Success) -> str:
        """What the call returns, or "" where that cannot be said."""
        if success.content is None:
            return "None"
        try:
            if success.schema is not None and success.value is not None:
                return self.expressions.expression(success.schema, success.value.value)
        except (UnsayableError, ValueError) as reason:
            self._leave(
                f"reads {success.name or 'a plain answer'} as an object", reason
            )
            return ""
        if is_json(success.reply.media_type) and success.value is not None:
            return literal(success.value.value)
        kind = answer_type(self.annotations, success.content, USE).text
        body = success.reply.body
        return {"bytes": wrapped(body), "str": literal(body.decode())}.get(kind, "")

    def _answer(self, first: tuple[Success, str] | None) -> str:
        """`wire.answers(...)` with the operation's own answer."""
        if first is None:
            return "wire.answers(200)"
        reply = first[0].reply
        body = f", {self.constant}" if reply.body else ""
        return f"wire.answers({reply.status}{body}{_media_type(reply)})"

    # Functions.

    def _helper(
        self, sending: Sending, call: str, first: tuple[Success, str] | None
    ) -> FunctionView:
        body = b"" if first is None else first[0].reply.body
        said = sending.name.replace("example", "the document's example", 1)
        return FunctionView(
            signature=(
                f"def call_{self.method}({self._client()}, "
                f"options: Options | None = None) -> {self._returned}:"
            ),
            docstring=docstring(f"Call with {said or 'what is required'}.", indent=4),
            body=(
                (
                    _with_options(call)
                    if self._returned == "None"
                    else f"return {_with_options(call)}"
                ),
            ),
            constant=f"{self.constant} = {bytes_text(body)}" if body else "",
        )

    def _client(self) -> str:
        return CLIENT.format(client=self.annotations.names.client)

    def _test(
        self,
        name: str,
        said: str,
        body: list[str],
        parameters: tuple[str, ...] = (),
        decorators: tuple[str, ...] = (),
    ) -> FunctionView:
        given = ", ".join((self._client(), WIRE, *parameters))
        return FunctionView(
            signature=f"def test_{self.method}_{name}({given}) -> None:",
            docstring=docstring(said, indent=4),
            body=tuple(body),
            decorators=decorators,
        )

    def _sends_first(
        self, sending: Sending, first: tuple[Success, str] | None
    ) -> FunctionView:
        result = first[1] if first else ""
        call = f"call_{self.method}(client, TRACED)"
        told = bool(result) and self._returned != "None"
        expected = ["", f"result = {call}" if told else call, ""]
        checks = [f"assert result == {result}"] if told else []
        what = "example" if sending.name else "request"
        return self._test(
            f"sends_the_{what}",
            f"{self.line} carries the {what}, byte for byte, and the answer is read.",
            [
                self._answer(first),
                *expected,
                *assertions(sending.sent, absent=self._absent(sending)),
                'assert sent.headers["X-Trace"] == "1"',
                *checks,
            ],
        )

    def _absent(self, sending: Sending) -> tuple[str, ...]:
        """Headers that are not sent where the caller gives no value."""
        return tuple(
            each.name
            for each in self.operation.parameters
            if each.location == "header"
            and each.name.lower()
            not in {*OWN, *(name.lower() for name, _ in sending.sent.headers)}
        )

    def _sends(
        self,
        sending: Sending,
        call: str,
        first: tuple[Success, str] | None,
        lines: list[str],
    ) -> FunctionView:
        name, said = self._named(sending)
        return self._test(
            name,
            said,
            [self._answer(first), "", call, "", *lines],
        )

    def _named(self, sending: Sending) -> tuple[str, str]:
        match sending.name.split("`"):
            case ["odd"]:
                said = "Every argument arrives as it is, whatever characters it holds."
                return "sends_odd_values", said
            case ["least"]:
                said = "What is not given is not sent: it is neither null nor empty."
                return "sends_only_what_is_given", said
            case ["falsy"]:
                return (
                    "sends_falsy_values",
                    "What is empty, zero or null is no absence.",
                )
            case ["example ", shown, _]:
                return (
                    f"sends_the_example_{snake(shown)}",
                    f"{self.line} carries the example `{shown}`.",
                )
            case _:
                said = f"{self.line} carries {sending.name} if the caller says so."
                return f"sends_{snake(sending.name)}", said

    def _reads(self, rows: list[tuple[Success, str]]) -> FunctionView:
        table = [
            f"({s.reply.status}, {literal(s.reply.media_type)}, "
            f"{bytes_text(s.reply.body)}, {result or 'None'})"
            for s, result in rows
            if result
        ]
        return self._test(
            "reads_every_answer",
            "Each documented success is returned as what it is.",
            [
                "wire.answers(status, body, media_type)",
                "",
                f"assert call_{self.method}(client) == result",
            ],
            ("status: int", "media_type: str", "body: bytes", "result: object"),
            (_table(("status", "media_type", "body", "result"), table),),
        )

    # Failures.

    def _failures(self) -> list[Failing]:
        try:
            return list(Replies(oracle=self.oracle).failures(self.operation))
        except (ImpossibleError, UntoldError) as reason:
            self._leave("raises every documented failure", reason)
            return []

    def _raises(self, failures: list[Failing]) -> FunctionView:
        told_why = any(each.message for each in failures)
        detailed = any(each.detail is not None for each in failures)
        media_types = {f.reply.media_type for f in failures if f.reply.body}
        several = bool(media_types - {"application/json"})
        told = ", media_type" if several else ""
        table = [
            ", ".join(self._row(each, told_why=told_why, several=several))
            + (f", {literal(each.detail)}" if detailed else "")
            for each in failures
        ]
        names = ["status", "body", "error", "code", "kind"]
        names += ["message"] if told_why else []
        names += ["media_type"] if several else []
        names += ["detail"] if detailed else []
        once = [] if repeatable(self.operation) else ["assert len(wire.sent) == 1"]
        return self._test(
            "raises_every_documented_failure",
            "Each documented failure is an exception of its own, with its code"
            + (
                " and its body."
                if repeatable(self.operation)
                else "; none is repeated."
            ),
            [
                f"wire.answers(status, body{told})",
                "",
                "with pytest.raises(error) as caught:",
                f"    call_{self.method}(client)",
                "",
                "assert type(caught.value) is error",
                "assert (caught.value.status, caught.value.code) == (status, code)",
                "assert isinstance(caught.value.body, kind)",
                *(["assert message in str(caught.value)"] if told_why else []),
                "assert caught.value.response.body == body",
                *(
                    ['assert getattr(caught.value, "detail", None) == detail']
                    if detailed
                    else []
                ),
                *once,
            ],
            (
                "status: int",
                "body: bytes",
                "error: type[errors.ApiStatusError]",
                "code: object",
                f"kind: {_kinds(table)}",
                *(["message: str"] if told_why else []),
                *(["media_type: str"] if several else []),
                *(["detail: object"] if detailed else []),
            ),
            (_table(tuple(names), [f"({row})" for row in table]),),
        )

    def _row(self, failing: Failing, *, told_why: bool, several: bool) -> Iterator[str]:
        name = "EnvelopeError"
        if failing.key:
            name = self.annotations.names.errors[failing.key]
        yield str(failing.reply.status)
        yield bytes_text(failing.reply.body)
        yield f"errors.{name}"
        yield literal(failing.code)
        yield self._kind(failing)
        if told_why:
            yield literal(failing.message)
        if several:
            yield literal(failing.reply.media_type or "application/json")

    def _kind(self, failing: Failing) -> str:
        """The class of a failure's parsed body."""
        if failing.schema is None:
            if failing.bodiless:
                return "type(None)"
            return "dict" if is_json(failing.reply.media_type) else "object"
        chosen = failing.schema
        if failing.value is not None:
            reading, value = self.expressions.reading, failing.value.value
            if reading.is_clear(chosen, value) and not self.expressions.is_any(chosen):
                chosen = reading.chosen(chosen, value).pointer
        classes = self._classes(chosen)
        if classes:
            return f"({', '.join(classes)})"
        found = self.expressions.annotations.annotation(chosen, USE).members
        name = found[0] if len(found) == 1 else ""
        if name.startswith("models.") and self.annotations.is_model(chosen):
            return name
        return {"str": "str", "bytes": "bytes"}.get(name, "object")

    def _classes(self, pointer: Pointer) -> list[str]:
        """The classes that the value of a union may be, if all are models."""
        shape = resolve(self.annotations.api, pointer).shape
        if not isinstance(shape, Union) or self.expressions.is_any(pointer):
            return []
        if not all(map(self.annotations.is_model, shape.members)):
            return []
        found = [self.annotations.annotation(each, USE).text for each in shape.members]
        return [each for each in found if each.isidentifier() or each.count(".") == 1]

    def _repeats(
        self, failures: list[Failing], first: tuple[Success, str] | None
    ) -> Iterator[FunctionView]:
        call = f"call_{self.method}(client)"
        if repeatable(self.operation):
            yield self._test(
                "is_repeated",
                "A call that may be sent twice is sent again, whole, if it failed for now.",
                [
                    "wire.answers(503)",
                    self._answer(first),
                    "",
                    call,
                    "",
                    "first, second = wire.sent",
                    "assert (second.method, second.url) == (first.method, first.url)",
                    "assert (second.headers, second.body) == (first.headers, first.body)",
                ],
            )
        elif not any(each.reply.status in PASSING for each in failures):
            yield self._test(
                "is_not_repeated",
                "What may have been done is not done again.",
                [
                    "wire.answers(503)",
                    "",
                    "with pytest.raises(errors.ApiStatusError):",
                    f"    {call}",
                    "",
                    "assert len(wire.sent) == 1",
                ],
            )


USE = Use(place="resources", direction="response")


def _with_options(call: str) -> str:
    """A call with the caller's options."""
    head = call.removesuffix(")")
    comma = "" if head.endswith("(") else ", "
    return f"{head}{comma}options=options)"


def _kinds(table: list[str]) -> str:
    """The type of the classes that a body may be of."""
    several = any(", (models." in row for row in table)
    return "type[object] | tuple[type[object], ...]" if several else "type[object]"


def _table(names: tuple[str, ...], rows: list[str]) -> str:
    columns = ", ".join(map(literal, names))
    return f"pytest.mark.parametrize(({columns}), [{', '.join(rows)}])"


def _media_type(reply: Reply) -> str:
    if not reply.body or reply.media_type == "application/json":
        return ""
    return f", {literal(reply.media_type)}"
