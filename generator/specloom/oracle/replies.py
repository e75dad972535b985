"""The answers that a service gives, and what a call must make of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..link import (
    Api,
    Constant,
    Content,
    Envelope,
    JsonValue,
    Object,
    Operation,
    Pointer,
    Response,
    is_file,
    is_json,
    is_jsv,
    resolve,
)
from .examples import examples
from .notation import arranged, compact
from .paths import another, at, put
from .request import Oracle, sent_type
from .scalars import Taste
from .statuses import concrete, good, is_answer
from .values import ImpossibleError, Values

__all__ = ["Failing", "Replies", "Reply", "Success"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the service answers."""

    status: int
    media_type: str = ""
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Success:
    """An answer and what the call returns: a value of `schema`, or nothing."""

    name: str
    reply: Reply
    content: Content | None = None
    schema: Pointer | None = None
    value: Constant | None = None


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
    bodiless: bool = False
    """Whether the document says that there is no body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """Finds the answers of the operations of an API."""

    oracle: Oracle

    @property
    def api(self) -> Api:
        """The API."""
        return self.oracle.api

    @property
    def values(self) -> Values:
        """Values for what the document shows no example of."""
        return Values(reading=self.oracle.reading)

    def successes(self, operation: Operation) -> Iterator[Success]:
        """The answers that the document shows, else one made-up answer a response."""
        for response in good(operation):
            status = concrete(operation, response.status)
            found = False
            for content in self._contents(response):
                for name, value in self._answers(response, content):
                    success = self.success(response, content, value, status, name)
                    if success is not None:
                        found = True
                        yield success
            if not response.contents:
                yield Success(name="", reply=Reply(status=status))
            elif not found:
                yield self._unread(response.contents[0], status)

    def _unread(self, content: Content, status: int) -> Success:
        """An answer of which the document says no more than its media type."""
        media_type = sent_type(self.api, content)
        parsed = is_json(media_type) and not is_file(self.api, content)
        value: JsonValue = {"any": ["value"]} if parsed else "text"
        body = compact(value) if parsed else "text"
        return Success(
            name="",
            reply=Reply(status=status, media_type=media_type, body=body.encode()),
            content=content,
            value=Constant(value=value) if content.schema is None else None,
        )

    def _contents(self, response: Response) -> tuple[Content, ...]:
        """The contents whose values this oracle writes; JSON stands for its equals."""
        spoken = [
            replace(each, media_type=sent_type(self.api, each))
            for each in response.contents
            if each.schema is not None and not is_file(self.api, each)
        ]
        told = [each for each in spoken if is_json(each.media_type)][:1]
        return (*told, *(each for each in spoken if is_jsv(each.media_type)))

    def _answers(
        self, response: Response, content: Content
    ) -> list[tuple[str, JsonValue]]:
        """Values for a response: all valid examples, else a plain one and a full one."""
        shown = list(examples(self.oracle.reading, content))
        if shown and any(self.is_success(response, value) for _, value in shown):
            return shown
        if content.schema is None:
            return shown
        made: list[tuple[str, JsonValue]] = []
        for name, taste in (("", Taste.ODD), ("least", Taste.PLAIN)):
            try:
                value = self.values.value(content.schema, taste)
            except ImpossibleError:
                continue
            if response.envelope is not None:
                value = self.wrapped(response.envelope, content.schema, value, taste)
            if value not in [known for _, known in made]:
                made.append((name, value))
        return [*made[:1], *shown]

    def wrapped(
        self, envelope: Envelope, pointer: Pointer, value: JsonValue, taste: Taste
    ) -> JsonValue:
        """An envelope that means success, its data there."""
        if not isinstance(value, dict):
            return value
        at = self.data(envelope, pointer)
        whole = {**value, envelope.ok_property: envelope.ok_equals}
        if at is not None and "." not in envelope.data:
            data = self.values.value(at, taste)
            whole[envelope.data] = self.values.value(at) if data is None else data
        return whole

    def data(self, envelope: Envelope, pointer: Pointer) -> Pointer | None:
        """The schema of an envelope's data."""
        for name in envelope.data.split(".") if envelope.data else ():
            shape = resolve(self.api, pointer).shape
            properties = shape.properties if isinstance(shape, Object) else ()
            found = next((p.schema for p in properties if p.name == name), None)
            if found is None:
                return None
            pointer = found
        return pointer

    def is_success(self, response: Response, value: JsonValue) -> bool:
        """Whether an envelope says so; without one every value is."""
        envelope = response.envelope
        return envelope is None or at(value, envelope.ok_property) == envelope.ok_equals

    def success(
        self,
        response: Response,
        content: Content,
        value: JsonValue,
        status: int,
        name: str,
    ) -> Success | None:
        """A value as an answer, and what the call makes of it."""
        if content.schema is None or not self.is_success(response, value):
            return None
        reply = self.reply(content, value, status)
        pointer: Pointer | None = content.schema
        if response.envelope is not None:
            pointer = self.data(response.envelope, content.schema)
            value = at(value, response.envelope.data)
        if pointer is None or not self.oracle.reading.is_clear(pointer, value):
            return Success(name=name, reply=reply, content=content)
        return Success(
            name=name,
            reply=reply,
            content=content,
            schema=pointer,
            value=Constant(value=value),
        )

    def reply(self, content: Content, value: JsonValue, status: int) -> Reply:
        """A value as a body, in the schema's order so that people find things."""
        assert content.schema is not None
        ordered = arranged(self.oracle.reading, content.schema, value)
        text = self.oracle.text(content, ordered)
        media_type = content.media_type
        return Reply(status=status, media_type=media_type, body=text.encode())

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
        content = next(iter(self._contents(response)), None)
        key = f"{response.status}/{code}"
        if content is None or content.schema is None or not response.error_code_member:
            return None
        value = self._refused(response, content)
        place = self._member(content.schema, response.error_code_member)
        typed: JsonValue = code
        if place is not None and not self.oracle.reading.allows(place, code):
            typed = int(code) if code.lstrip("-").isdigit() else code
        value = put(value, response.error_code_member, typed)
        reply = self.reply(content, value, status)
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
        content = next(iter(self._contents(response)), None)
        if envelope is None or content is None or content.schema is None:
            return
        shown = [
            value
            for _, value in examples(self.oracle.reading, content)
            if not self.is_success(response, value)
        ]
        known = {each.code for each in response.error_codes}
        for value in shown or [self._refused(response, content)]:
            code = at(value, envelope.ok_property)
            if str(code) not in known:
                yield Failing(
                    reply=self.reply(content, value, status),
                    key="",
                    code=code,
                    message=self._message(response, value),
                    detail=self._detail(response, content, value),
                )

    def _refused(self, response: Response, content: Content) -> JsonValue:
        """A body that means failure, with what must be there and a message."""
        assert content.schema is not None
        value = self.values.clear(content.schema)
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

    def _member(self, pointer: Pointer, dotted: str) -> Pointer | None:
        return self.data(Envelope(ok_property="", ok_equals=None, data=dotted), pointer)

    def _failed(self, response: Response, status: int) -> Iterator[Failing]:
        """Answers whose status means failure, one for each media type."""
        found = False
        for content in self._contents(response):
            try:
                yield self._failing(response, content, status)
            except ImpossibleError:
                continue
            found = True
        if not found:
            yield Failing(
                reply=Reply(status=status),
                key=response.status,
                bodiless=not response.contents,
            )

    def _failing(self, response: Response, content: Content, status: int) -> Failing:
        key = response.status
        shown = [value for _, value in examples(self.oracle.reading, content)]
        value = shown[0] if shown else self._refused(response, content)
        code, envelope = None, response.envelope
        if envelope is not None:
            code = at(value, response.error_code_member or envelope.ok_property)
        elif response.error_code_member:
            code = at(value, response.error_code_member)
        if str(code) in {each.code for each in response.error_codes}:
            key = f"{response.status}/{code}"
        return Failing(
            reply=self.reply(content, value, status),
            key=key,
            schema=content.schema,
            value=Constant(value=value),
            code=code,
            message=self._message(response, value),
            detail=self._detail(response, content, value),
        )
