"""The answers that a service gives, and what a call returns for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..link import (
    Api,
    Array,
    Constant,
    Content,
    Envelope,
    JsonValue,
    Object,
    Operation,
    Pointer,
    Response,
    Union,
    is_file,
    is_json,
    is_jsv,
    resolve,
)
from .examples import examples
from .notation import arranged, compact
from .paths import at
from .request import Oracle, sent_type
from .scalars import Taste
from .statuses import concrete, good
from .values import ImpossibleError, Values

__all__ = ["Replies", "Reply", "Success"]

DEEPEST = 8
"""In more lists and unions than this no model is sought."""


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
    whole: Constant | None = None
    """What the body says, an envelope around the value with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """Finds the answers of the operations of an API."""

    oracle: Oracle
    told: Mapping[Pointer, JsonValue] = field(default_factory=dict[Pointer, JsonValue])
    """The objects that stand for models, if tests have such."""

    @property
    def api(self) -> Api:
        """The API."""
        return self.oracle.api

    @property
    def values(self) -> Values:
        """Values for what the document shows no example of."""
        return Values(reading=replace(self.oracle.reading, encoded=True))

    def successes(self, operation: Operation) -> Iterator[Success]:
        """The answers that the document shows, else one made-up answer a response."""
        for response in good(operation):
            status = concrete(operation, response.status)
            found = False
            for content in self.contents(response):
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

    def contents(self, response: Response) -> tuple[Content, ...]:
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
        """Values for a response: all valid examples, else a plain one.

        What each member says is for the tests of models.
        """
        shown = list(examples(self.oracle.reading, content))
        if shown and any(self.is_success(response, value) for _, value in shown):
            return shown
        made = self._plain(response, content)
        return shown if made is None else [("", made.value), *shown]

    def _plain(self, response: Response, content: Content) -> Constant | None:
        """A value that the document shows no example of."""
        if content.schema is None:
            return None
        try:
            value = self.telling(content.schema)
        except ImpossibleError:
            return None
        if response.envelope is not None:
            value = self.wrapped(response.envelope, content.schema, value)
        return Constant(value=value)

    def made(self, response: Response, content: Content, status: int) -> Success | None:
        """A plain answer, whatever the document shows."""
        made = self._plain(response, content)
        if made is None:
            return None
        return self.success(response, content, made.value, status, "")

    def telling(self, pointer: Pointer) -> JsonValue:
        """A plain value, or a full one where the plain one is empty: that tells nothing.

        Where keywords exclude each other, one of the right types: no client minds those
        in an answer.

        Raises:
            ImpossibleError: None was found.
        """
        found = self._standing(pointer)
        if found is not None:
            return found.value
        values = self.values
        try:
            return values.value(pointer) or values.value(pointer, Taste.ODD)
        except ImpossibleError:
            values = replace(values, reading=replace(values.reading, lenient=True))
            return values.value(pointer)

    def clear(self, pointer: Pointer) -> JsonValue:
        """A plain value that surely means one member where the schema is a union.

        Raises:
            ImpossibleError: None was found.
        """
        found = self._standing(pointer)
        return self.values.clear(pointer) if found is None else found.value

    def _standing(self, pointer: Pointer, depth: int = 0) -> Constant | None:
        """The object that stands for a model, or for one in lists."""
        if depth > DEEPEST:
            return None
        schema = resolve(self.api, pointer)
        if schema.pointer in self.told:
            return Constant(value=self.told[schema.pointer])
        match schema.shape:
            case Array(prefix=()) as shape:
                inner = self._standing(shape.items, depth + 1)
                value = None if inner is None else Constant(value=[inner.value])
                fits = value and self.oracle.reading.allows(pointer, value.value)
                return value if fits else None
            case Union(members=members):
                for member in members:
                    found = self._standing(member, depth + 1)
                    if found and self.oracle.reading.is_clear(pointer, found.value):
                        return found
            case _:
                pass
        return None

    def wrapped(
        self, envelope: Envelope, pointer: Pointer, value: JsonValue
    ) -> JsonValue:
        """An envelope that means success, its data there."""
        if not isinstance(value, dict):
            return value
        at = self.member(pointer, envelope.data)
        whole = {**value, envelope.ok_property: envelope.ok_equals}
        if at is not None and "." not in envelope.data:
            whole[envelope.data] = self.telling(at)
        return whole

    def member(self, pointer: Pointer, dotted: str) -> Pointer | None:
        """The schema of what stands at a dotted path, if the document says it."""
        for name in dotted.split(".") if dotted else ():
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
        reply, whole = self.reply(content, value, status), Constant(value=value)
        pointer: Pointer | None = content.schema
        if response.envelope is not None:
            pointer = self.member(content.schema, response.envelope.data)
            value = at(value, response.envelope.data)
        if pointer is None or not self.oracle.reading.is_clear(pointer, value):
            return Success(name=name, reply=reply, content=content, whole=whole)
        return Success(
            name=name,
            reply=reply,
            content=content,
            schema=pointer,
            value=Constant(value=value),
            whole=whole,
        )

    def reply(self, content: Content, value: JsonValue, status: int) -> Reply:
        """A value as a body, in the schema's order so that people find things."""
        assert content.schema is not None
        ordered = arranged(self.oracle.reading, content.schema, value)
        text = self.oracle.text(content, ordered)
        media_type = content.media_type
        return Reply(status=status, media_type=media_type, body=text.encode())
