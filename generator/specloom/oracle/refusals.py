"""The answers that mean failure, and what a call raises for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..link import (
    Constant,
    Content,
    JsonValue,
    Operation,
    Pointer,
    Response,
    is_file,
    is_json,
    is_jsv,
    is_text,
    is_xml,
)
from .examples import examples
from .notation import compact
from .paths import another, at, put
from .replies import Replies, Reply
from .request import Oracle, sent_type
from .statuses import concrete, good, is_answer
from .values import ImpossibleError

__all__ = ["Failing", "Refusals"]

LONG = 400
"""Characters: examples of failures that take more are not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """An answer that means failure, by its key in `Names.errors` ("" for an envelope)."""

    reply: Reply
    key: str
    schema: Pointer | None = None
    """Of the parsed body, where the document says it."""
    value: Constant | None = None
    code: JsonValue = None
    message: str = ""
    detail: JsonValue = None
    """What else an envelope says (`x-envelope`)."""
    textual: bool = False
    """Whether the body is read as a text: XML is, too."""
    binary: bool = False
    """Whether the body is read as bytes, since nothing more is known of its media type."""
    bodiless: bool = False
    """Whether the document says that there is no body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusals:
    """Finds the failures of the operations of an API."""

    oracle: Oracle
    told: Mapping[Pointer, JsonValue] = field(default_factory=dict[Pointer, JsonValue])
    """The objects that stand for models, if tests have such."""

    @property
    def replies(self) -> Replies:
        """How answers are made."""
        return Replies(oracle=self.oracle, told=self.told)

    def failures(self, operation: Operation) -> Iterator[Failing]:
        """One for each documented status and code, and for each envelope."""
        for response in operation.responses:
            status = concrete(operation, response.status)
            for code in response.error_codes:
                failing = self._coded(operation, response, status, code.code)
                if failing is not None:
                    yield failing
            if response in good(operation):
                yield from self._refusals(response, status)
            elif not is_answer(response.status):
                yield from self._failed(response, status)

    def _coded(
        self, operation: Operation, response: Response, status: int, code: str
    ) -> Failing | None:
        """A body that carries a code (`x-error-codes`)."""
        content = next(iter(self.replies.contents(response)), None)
        key = f"{response.status}/{code}"
        if content is None or content.schema is None or not response.error_code_member:
            return None
        value = self._refused(response, content)
        place = self.replies.member(content.schema, response.error_code_member)
        typed: JsonValue = code
        if place is not None and not self.oracle.reading.allows(place, code):
            typed = int(code) if code.lstrip("-").isdigit() else code
        value = put(value, response.error_code_member, typed)
        reply = self.replies.reply(content, value, status)
        return Failing(
            reply=reply,
            key=key,
            schema=None if response in good(operation) else content.schema,
            value=Constant(value=value),
            code=typed,
            message=self._message(response, value),
            detail=self._detail(response, content, value),
        )

    def _refusals(self, response: Response, status: int) -> Iterator[Failing]:
        """Envelopes that mean failure: the documented ones, else a made-up one."""
        envelope = response.envelope
        content = next(iter(self.replies.contents(response)), None)
        if envelope is None or content is None or content.schema is None:
            return
        shown = [
            value
            for _, value in examples(self.oracle.reading, content)
            if not self.replies.is_success(response, value)
        ]
        known = {each.code for each in response.error_codes}
        for value in shown or [self._refused(response, content)]:
            code = at(value, envelope.ok_property)
            if str(code) not in known:
                yield Failing(
                    reply=self.replies.reply(content, value, status),
                    key="",
                    code=code,
                    message=self._message(response, value),
                    detail=self._detail(response, content, value),
                )

    def _refused(self, response: Response, content: Content) -> JsonValue:
        """A body that means failure, with what must be there and a message."""
        assert content.schema is not None
        value = self.replies.clear(content.schema)
        envelope = response.envelope
        if envelope is None:
            return value
        value = put(value, envelope.ok_property, another(envelope.ok_equals))
        if envelope.message:
            value = put(value, envelope.message, "refused")
        return value

    def _message(self, response: Response, value: JsonValue) -> str:
        envelope = response.envelope
        found = at(value, envelope.message) if envelope and envelope.message else None
        return found if isinstance(found, str) else ""

    def _detail(
        self, response: Response, content: Content, value: JsonValue
    ) -> JsonValue:
        """Further members of a failure; what JSV tells of them has no types."""
        envelope = response.envelope
        if envelope is None or not envelope.detail or not is_json(content.media_type):
            return None
        return at(value, envelope.detail)

    def _failed(self, response: Response, status: int) -> Iterator[Failing]:
        """Answers whose status means failure, one for each media type."""
        found = False
        for content in self.replies.contents(response):
            try:
                yield self._failing(response, content, status)
            except ImpossibleError:
                continue
            found = True
        for content in response.contents:
            name, api = content.media_type, self.oracle.api
            if content.schema is None:
                name = sent_type(api, content)
            textual = is_xml(name) or is_text(name)
            structured = is_json(name) or is_jsv(name)
            if textual or not (structured or "*" in name or is_file(api, content)):
                found = True
                yield Failing(
                    reply=Reply(status=status, media_type=name, body=b"text"),
                    key=response.status,
                    textual=textual,
                    binary=not textual,
                )
        if not found:
            yield Failing(
                reply=Reply(status=status),
                key=response.status,
                bodiless=not response.contents,
            )

    def _failing(self, response: Response, content: Content, status: int) -> Failing:
        key = response.status
        shown = (value for _, value in examples(self.oracle.reading, content))
        short = (each for each in shown if len(compact(each)) <= LONG)
        found = next(short, None)
        value = self._refused(response, content) if found is None else found
        code, envelope = None, response.envelope
        if envelope is not None:
            code = at(value, response.error_code_member or envelope.ok_property)
        elif response.error_code_member:
            code = at(value, response.error_code_member)
        if str(code) in {each.code for each in response.error_codes}:
            key = f"{response.status}/{code}"
        return Failing(
            reply=self.replies.reply(content, value, status),
            key=key,
            schema=content.schema,
            value=Constant(value=value),
            code=code,
            message=self._message(response, value),
            detail=self._detail(response, content, value),
        )
