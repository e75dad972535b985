"""What an operation makes of answers: the tests of its results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...link import is_json
from ...oracle import ImpossibleError, Replies, Success, UntoldError
from ..expressions import UnsayableError, bytes_text, wrapped
from ..media import answer_type, answers
from ..operations import successes
from ..package import FunctionView
from ..text import literal
from .functions import Column, Table
from .subject import USE, Subject

__all__ = ["Answers"]

SHOWN = 6
"""So many answers are read."""
COLUMNS = (
    Column(name="status", type="int"),
    Column(name="media_type", type="str"),
    Column(name="body", type="bytes"),
    Column(name="result", type="object"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Writes the tests of what one operation returns."""

    subject: Subject

    def read(self) -> list[tuple[Success, str]]:
        """The answers that the client asks for, with what is returned, as expressions."""
        subject = self.subject
        asked = {
            content.pointer
            for response in successes(subject.operation)
            for content in answers(subject.annotations, response)
        }
        found: list[tuple[Success, str]] = []
        try:
            for each in Replies(oracle=subject.oracle).successes(subject.operation):
                if each.content is None or each.content.pointer in asked:
                    found.append((each, self._result(each)))
        except (ImpossibleError, UntoldError) as reason:
            subject.leave("reads an answer", reason)
        return found[:SHOWN]

    def _result(self, success: Success) -> str:
        """What the call returns, or "" where that cannot be said."""
        content, value = success.content, success.value
        if content is None:
            return "None"
        try:
            if success.schema is not None and value is not None:
                return self.subject.expressions.expression(success.schema, value.value)
        except (UnsayableError, ValueError) as reason:
            what = success.name or "a plain answer"
            self.subject.leave(f"reads {what} as an object", reason)
            return ""
        if is_json(success.reply.media_type) and value is not None:
            return literal(value.value)
        body = success.reply.body
        match answer_type(self.subject.annotations, content, USE).text:
            case "bytes":
                return wrapped(body)
            case "str":
                return literal(body.decode())
            case _:
                return ""

    def functions(self, others: list[tuple[Success, str]]) -> Iterator[FunctionView]:
        """Every answer but the first, which the first test reads."""
        rows = tuple(
            {
                "status": str(each.reply.status),
                "media_type": literal(each.reply.media_type or "application/json"),
                "body": bytes_text(each.reply.body),
                "result": result,
            }
            for each, result in others
            if result
        )
        if not rows or self.subject.returned == "None":
            return
        table = Table(columns=COLUMNS, rows=rows)
        given = [table.said(name) for name in ("status", "body", "media_type")]
        if given[-1] == '"application/json"':
            given.pop()
        yield self.subject.test(
            "reads_every_answer",
            "Each documented success is returned as what it is.",
            [
                f"wire.answers({', '.join(given)})",
                "",
                f"assert {self.subject.call} == {table.said('result')}",
            ],
            table,
        )
