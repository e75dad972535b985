"""The calls that tests make of an operation, each with the request that it must send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..link import (
    Body,
    Constant,
    Content,
    JsonValue,
    Object,
    Operation,
    Parameter,
    Pointer,
    flat,
    has_file_part,
    is_json,
    is_multipart,
    resolve,
    streams_too,
    written,
)
from .examples import examples
from .falsy import emptied
from .news import News, alike
from .notation import known
from .request import Call, Oracle, Sent, UntoldError, sent_type
from .scalars import Taste
from .values import ImpossibleError, Told, Values

__all__ = ["Sending", "Sendings"]

ODD: Mapping[str, str] = {
    "path": " é/?%25",
    "query": " é&=+/%25",
    "querystring": "",
    "header": " b;=%25",
    "cookie": " é;=%25",
}
"""By location: characters that must be escaped there, and some where none may be."""


SHORT: Mapping[str, str] = {**ODD, "path": " é/", "query": " é&"}
"""The same where an earlier parameter has had all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A call and the request that it sends. `name` says which, for people."""

    name: str
    call: Call
    sent: Sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Sendings:
    """Finds the calls of the operations of an API."""

    oracle: Oracle
    told: Told = field(default_factory=dict[Pointer, tuple[JsonValue, JsonValue]])
    """The objects that stand for models, if tests have such."""

    def sendings(self, operation: Operation) -> Iterator[Sending]:
        """The examples of the document, then a call with everything, then falsy values.

        Calls that say nothing new about an argument are left out, and so is a plain one
        where odd values are given to the same arguments.

        Raises:
            ImpossibleError: Not even a plain call can be made.
            UntoldError: It is not said what travels.
        """
        found = list(self._found(operation))
        odd = next((each for each in found if each.name == "odd"), None)
        if odd is not None and not found[0].name and alike(odd.call, found[0].call):
            found = [odd, *(each for each in found[1:] if each is not odd)]
        yield from found

    def first(self, operation: Operation) -> Call:
        """What a newcomer gives: the first example of a body, else what is required.

        Raises:
            ImpossibleError: There is no such call.
        """
        body = operation.body
        content = next(iter(written(self.oracle.api, body)), None) if body else None
        shown = self._shown(operation, content) if content is not None else []
        if shown:
            return Call(
                parameters=self._required(operation),
                body=Constant(value=shown[0][1]),
                content=content,
            )
        if body is None or not body.required:
            return Call(parameters=self._required(operation))
        call = self._call(operation, content, Taste.PLAIN)
        return replace(call, parameters=self._required(operation))

    def _required(self, operation: Operation) -> dict[Pointer, JsonValue]:
        return {
            each.pointer: self._parameter(each, Taste.PLAIN, number)
            for number, each in enumerate(operation.parameters)
            if each.required
        }

    def _found(self, operation: Operation) -> Iterator[Sending]:
        news = News(operation=operation)
        for name, call in self._calls(operation):
            try:
                sent = self.oracle.sent(operation, call)
            except UntoldError:
                if not news.seen:
                    raise
                continue
            if news.has(name, call, sent):
                yield Sending(name=name, call=call, sent=sent)

    def _calls(self, operation: Operation) -> Iterator[tuple[str, Call]]:
        body = operation.body
        api = self.oracle.api
        contents = written(api, body) if body else ()
        first = contents[0] if contents else None
        shown = self._shown(operation, first) if first is not None else []
        parameters = self._parameters(operation, Taste.PLAIN)
        for name, value in shown:
            call = Call(
                parameters=parameters, body=Constant(value=value), content=first
            )
            yield f"example `{name}`" if name else "example", call
        if not shown:
            yield "", self._call(operation, first, Taste.PLAIN)
        if body is not None and first is not None:
            yield from self._least(operation, body, first)
        if body is not None and not body.required and flat(api, body) is None:
            yield "no body", Call(parameters=parameters)
        has_file = first is not None and has_file_part(api, first)
        for content in contents[1:]:
            if has_file and not is_multipart(content.media_type):
                continue  # a file is an argument then, which nothing else can carry
            values = [value for _, value in self._shown(operation, content) or shown]
            if values:
                constant = Constant(value=values[0])
                call = Call(parameters=parameters, body=constant, content=content)
            else:
                call = self._call(operation, content, Taste.PLAIN)
            yield sent_type(api, content), call
        for taste in (Taste.ODD, Taste.FALSY):
            try:
                yield taste.value, self._call(operation, first, taste)
            except ImpossibleError:
                continue

    def _least(
        self, operation: Operation, body: Body, content: Content
    ) -> Iterator[tuple[str, Call]]:
        """A call with only what is required, where others give more.

        A form in parts has one part at least, the last one or the first.
        """
        if content.schema is None:
            return
        try:
            value = self._body(operation, content, Taste.PLAIN)
            parameters = {
                each.pointer: self._parameter(each, Taste.PLAIN, number)
                for number, each in enumerate(operation.parameters)
                if each.required
            }
            found = {"least": value} if value or body.required else {}
            if not value and is_multipart(content.media_type):
                found = _parts(self._body(operation, content, Taste.ODD))
        except ImpossibleError:
            return
        for name, each in found.items():
            constant = Constant(value=each)
            yield name, Call(parameters=parameters, body=constant, content=content)

    def _shown(
        self, operation: Operation, content: Content
    ) -> list[tuple[str, JsonValue]]:
        """The examples of a request's body that its schema allows, without strangers."""
        return [
            (name, self._known(operation, content.schema, value))
            for name, value in examples(self.oracle.reading, content)
            if content.schema is not None
        ]

    def _known(
        self, operation: Operation, pointer: Pointer, value: JsonValue
    ) -> JsonValue:
        """A value without the members that a caller has no argument for.

        Those that only come back are no arguments (OpenAPI 3.1 section 4.8.24).
        """
        reading = self.oracle.reading
        shape = reading.chosen(pointer, value).shape
        kept = known(reading, pointer, value)
        if not isinstance(kept, dict) or not isinstance(shape, Object):
            return kept
        every = shape.properties
        given = {e.name for e in every if e.write_only or not e.read_only}
        if not self._is_flat(operation):
            given |= kept.keys() - {each.name for each in every}
        return {name: each for name, each in kept.items() if name in given}

    def _parameters(
        self, operation: Operation, taste: Taste
    ) -> dict[Pointer, JsonValue]:
        found: dict[Pointer, JsonValue] = {}
        told: set[str] = set()
        for number, each in enumerate(operation.parameters):
            if each.required or taste is not Taste.PLAIN or each.examples:
                full = each.allow_reserved or each.location not in told
                odd = (ODD if full else SHORT)[each.location]
                try:
                    value = self._parameter(each, taste, number, odd)
                    found[each.pointer] = value
                    if isinstance(value, str) and odd and value.endswith(odd):
                        told.add(each.location)
                except ImpossibleError:
                    if each.required:
                        raise
        return found

    def _parameter(
        self, parameter: Parameter, taste: Taste, number: int, odd: str = ""
    ) -> JsonValue:
        """A value that leaves something behind where it must."""
        for each in parameter.examples if taste is Taste.PLAIN else ():
            allowed = self.oracle.reading.allows(parameter.schema, each.value)
            if allowed and _fits(parameter, each.value):
                return each.value
        if parameter.location == "path" and taste is Taste.FALSY:
            taste = Taste.PLAIN
        values = Values(reading=self.oracle.reading, odd=odd)
        name = parameter.name
        value = values.value(parameter.schema, taste, name=name, number=number)
        if value is None and parameter.required:
            value = values.value(parameter.schema, name=name, number=number)
        return value

    def _call(
        self, operation: Operation, content: Content | None, taste: Taste
    ) -> Call:
        parameters = self._parameters(operation, taste)
        if taste is Taste.FALSY:
            needed = {each.pointer for each in operation.parameters if each.required}
            parameters = {
                pointer: value
                for pointer, value in parameters.items()
                if not value or pointer in needed
            }
        if content is None:
            return Call(parameters=parameters)
        value: JsonValue = "text"
        if content.schema is not None:
            value = self._body(operation, content, taste)
            if value == {} and not (taste is Taste.PLAIN and self._follows(operation)):
                value = self._body(operation, content, Taste.ODD)
            if taste is Taste.FALSY:
                value = emptied(self.oracle, content, value)
            if isinstance(value, dict) and streams_too(operation):
                # Methods say themselves whether a stream is wanted.
                value = {k: v for k, v in value.items() if k != "stream"}
        return Call(parameters=parameters, body=Constant(value=value), content=content)

    def _follows(self, operation: Operation) -> bool:
        """Whether a call with odd values follows, which gives all members of a body."""
        body = operation.body
        given = all(e.required or e.examples for e in operation.parameters)
        first = next(iter(written(self.oracle.api, body)), None) if body else None
        json = first is not None and is_json(sent_type(self.oracle.api, first))
        sent = body is not None and not body.optional and self._is_flat(operation)
        return json and sent and not given

    def _body(self, operation: Operation, content: Content, taste: Taste) -> JsonValue:
        pointer = content.schema
        if pointer is None:
            return "text"
        told: Told = self.told if is_json(sent_type(self.oracle.api, content)) else {}
        at = resolve(self.oracle.api, pointer).pointer
        spelled = self._is_flat(operation) and taste is Taste.PLAIN
        if at in told and taste is not Taste.FALSY and not spelled:
            standing = self._known(operation, pointer, _told(told[at], taste))
            if self.oracle.reading.allows(pointer, standing):
                return standing
        values = Values(reading=self.oracle.reading, told=told)
        return self._known(operation, pointer, values.value(pointer, taste))

    def _is_flat(self, operation: Operation) -> bool:
        """Whether the members of the body are arguments of their own."""
        return (
            operation.body is None or flat(self.oracle.api, operation.body) is not None
        )


def _fits(parameter: Parameter, value: JsonValue) -> bool:
    """Whether an example can travel: a field's value is one line (RFC 9110 section 5.5)."""
    if parameter.location != "header" or not isinstance(value, str):
        return True
    return value.isascii() and value.isprintable()


def _parts(value: JsonValue) -> dict[str, JsonValue]:
    """The last member of an object alone, and the first one."""
    pairs = list(value.items()) if isinstance(value, dict) else []
    return {"the last part": dict(pairs[-1:]), "the first part": dict(pairs[:1])}


def _told(both: tuple[JsonValue, JsonValue], taste: Taste) -> JsonValue:
    """The first of two objects, or the one with more in it where odd ones are wanted."""
    sizes = [len(each) if isinstance(each, dict) else 0 for each in both]
    return both[sizes[1] > sizes[0]] if taste is Taste.ODD else both[0]
