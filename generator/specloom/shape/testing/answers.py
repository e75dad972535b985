"""What an operation makes of answers: facts of its results."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ...link import JsonValue, Pointer, is_json
from ...oracle import (
    ImpossibleError,
    Replies,
    Success,
    UntoldError,
    as_json,
    known,
)
from ..expressions import UnsayableError, wrapped
from ..media import answer_type, answers
from ..returns import successes
from ..text import literal
from .facts import ANY, LONG, body_of, fact, media, number_of
from .subject import USE, Subject

__all__ = ["Answers"]

SHOWN = 6
"""So many answers are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Says what one operation returns."""

    subject: Subject

    @property
    def _replies(self) -> Replies:
        return Replies(oracle=self.subject.oracle, told=self.subject.standing.telling)

    def read(self) -> list[Success]:
        """The answers that the client asks for."""
        subject = self.subject
        asked = {
            content.pointer
            for response in successes(subject.operation)
            for content in answers(subject.annotations, response)
        }
        try:
            return [
                each
                for each in self._replies.successes(subject.operation)
                if each.content is None or each.content.pointer in asked
            ][:SHOWN]
        except (ImpossibleError, UntoldError) as reason:
            subject.leave("reads an answer", reason)
            return []

    def facts(self, successes: list[Success], usual: str) -> Iterator[str]:
        """Each answer with its result, then the document's examples that are long."""
        shown = {id(each): self._number(each) for each in successes}
        short = [each for each in successes if shown[id(each)] is None]
        if successes and shown[id(successes[0])] is not None:
            short = [*self._made(successes[0]), *short]
        for each in short:
            yield self._answer(each, usual)
        for each in successes:
            number = shown[id(each)]
            if number is not None and self._comes_back(each):
                place = self._place(each)
                more = [str(number)] if number else []
                yield fact("Shows", str(each.reply.status), *more, place=place)

    def _answer(self, success: Success, usual: str) -> str:
        body, result = self._body(success), self._result(success)
        given = [result] if result != body else []
        if body != "None" or given:
            given.insert(0, body)
        status = str(success.reply.status)
        return fact("Answers", status, *given, media_type=media(success.reply, usual))

    def _body(self, success: Success) -> str:
        """The body with models in it, or in full."""
        content, whole = success.content, success.whole
        if content is None or content.schema is None or whole is None:
            return body_of(success.reply)
        try:
            if is_json(content.media_type):
                return self.subject.standing.body(content.schema, whole.value)
        except (UnsayableError, ValueError):
            pass
        return body_of(success.reply)

    def _result(self, success: Success) -> str:
        """What the call returns; anything where that cannot be said."""
        content, value = success.content, success.value
        if content is None or not self.subject.returns:
            return "None"
        try:
            if success.schema is not None and value is not None:
                return self._object(success.schema, value.value)
        except (UnsayableError, ValueError) as reason:
            what = success.name or "a plain answer"
            self.subject.leave(f"reads {what} as an object", reason)
            return ANY
        if is_json(success.reply.media_type) and value is not None:
            return literal(value.value)
        body = success.reply.body
        match answer_type(self.subject.annotations, content, USE).text:
            case "bytes":
                return wrapped(body)
            case "str":
                return literal(body.decode())
            case _:
                return ANY

    def _object(self, pointer: Pointer, value: JsonValue) -> str:
        try:
            return self.subject.standing.result(pointer, value)
        except (UnsayableError, ValueError):
            return self.subject.expressions.expression(pointer, value)

    # Examples of the document.

    def _number(self, success: Success) -> int | None:
        """Which of the examples for its status a long answer is."""
        if len(success.reply.body) <= LONG:
            return None
        return number_of(success.reply, self.subject.operation)

    def _made(self, success: Success) -> Iterator[Success]:
        """A made-up answer where the document shows long ones only."""
        content = success.content
        for response in self.subject.operation.responses:
            if content is not None and content in response.contents:
                found = self._replies.made(response, content, success.reply.status)
                if found is not None:
                    yield found

    def _place(self, success: Success) -> str:
        """Where an envelope has the result, as an expression."""
        for response in self.subject.operation.responses:
            if success.content in response.contents and response.envelope is not None:
                return literal(response.envelope.data)
        return ""

    def _comes_back(self, success: Success) -> bool:
        """Whether what is returned is written as it was read."""
        pointer, value = success.schema, success.value
        if pointer is None or value is None:
            return False
        reading = self.subject.oracle.reading
        kept = known(reading, pointer, value.value)
        if json.loads(as_json(reading, pointer, kept)) == value.value:
            return True
        reason = UnsayableError("the client keeps what the document describes")
        self.subject.leave(f"reads {success.name or 'the example'} whole", reason)
        return False
