"""What an operation promises: calls with their requests, answers with their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..link import (
    Api,
    Array,
    Constant,
    Content,
    Envelope,
    Example,
    JsonValue,
    Object,
    Operation,
    Parameter,
    Pointer,
    Response,
    is_json,
    is_jsv,
    resolve,
    written,
)
from . import jsv
from .notation import arranged
from .request import Call, Oracle, Sent, UntoldError, sent_type
from .scalars import Taste
from .values import ImpossibleError, Values

__all__ = ["Failing", "Promises", "Reply", "Sending", "Success", "repeatable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A call and the request that it sends. `name` says which, for people."""

    name: str
    call: Call
    sent: Sent


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
    code: JsonValue = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """Finds the promises of the operations of an API."""

    oracle: Oracle

    @property
    def api(self) -> Api:
        """The API."""
        return self.oracle.api

    @property
    def values(self) -> Values:
        """Values for what the document shows no example of."""
        return Values(reading=self.oracle.reading)

    # Requests.

    def sendings(self, operation: Operation) -> Iterator[Sending]:
        """The examples of the document, then a call with everything, then falsy values.

        Calls that equal an earlier one are left out.

        Raises:
            ImpossibleError: Not even a plain call can be made.
            UntoldError: It is not said what travels.
        """
        seen: list[Sent] = []
        for name, call in self._calls(operation):
            try:
                sent = self.oracle.sent(operation, call)
            except UntoldError:
                if not seen:
                    raise
                continue
            if sent not in seen:
                seen.append(sent)
                yield Sending(name=name, call=call, sent=sent)

    def _calls(self, operation: Operation) -> Iterator[tuple[str, Call]]:
        contents = written(self.api, operation.body) if operation.body else ()
        first = contents[0] if contents else None
        shown = self._shown(first) if first is not None else []
        parameters = self._parameters(operation, Taste.PLAIN)
        for name, value in shown:
            call = Call(
                parameters=parameters, body=Constant(value=value), content=first
            )
            yield f"example `{name}`" if name else "example", call
        if not shown:
            yield "", self._call(operation, first, Taste.PLAIN)
        for content in contents[1:]:
            body = [value for _, value in self._shown(content) or shown]
            if body:
                constant = Constant(value=body[0])
                call = Call(parameters=parameters, body=constant, content=content)
            else:
                call = self._call(operation, content, Taste.PLAIN)
            yield sent_type(self.api, content), call
        for taste in (Taste.ODD, Taste.FALSY):
            try:
                yield taste.value, self._call(operation, first, taste)
            except ImpossibleError:
                continue

    def _shown(self, content: Content) -> list[tuple[str, JsonValue]]:
        """The examples of a request's body that its schema allows, without strangers."""
        pointer = content.schema
        if pointer is None:
            return []
        return [
            (name, self.known(pointer, value))
            for name, value in self.examples(content, content.examples)
        ]

    def examples(
        self, content: Content, examples: tuple[Example, ...]
    ) -> Iterator[tuple[str, JsonValue]]:
        """The examples that are valid, those of JSV read."""
        pointer, reading = content.schema, self.oracle.reading
        if pointer is None:
            return
        for each in examples:
            value = each.value
            if is_jsv(content.media_type) and isinstance(value, str):
                try:
                    value = jsv.read(reading, pointer, value)
                except ValueError:
                    continue
            if reading.allows(pointer, value):
                yield each.name, value

    def known(self, pointer: Pointer, value: JsonValue) -> JsonValue:
        """A value without the members that a caller has no argument for."""
        schema = self.oracle.reading.chosen(pointer, value)
        match schema.shape, value:
            case Object(properties=properties) as shape, dict() if properties:
                stated = {each.name: each.schema for each in properties}
                return {
                    name: self.known(stated[name], member) if name in stated else member
                    for name, member in value.items()
                    if name in stated or shape.openness == "open"
                }
            case Array() as shape, list():
                return [self.known(shape.items, item) for item in value]
            case _:
                return value

    def _parameters(
        self, operation: Operation, taste: Taste
    ) -> dict[Pointer, JsonValue]:
        found: dict[Pointer, JsonValue] = {}
        for number, each in enumerate(operation.parameters):
            if each.required or taste is not Taste.PLAIN or each.examples:
                try:
                    found[each.pointer] = self._parameter(each, taste, number)
                except ImpossibleError:
                    if each.required:
                        raise
        return found

    def _parameter(self, parameter: Parameter, taste: Taste, number: int) -> JsonValue:
        """A value that leaves something behind where it must."""
        for each in parameter.examples if taste is Taste.PLAIN else ():
            if self.oracle.reading.allows(parameter.schema, each.value):
                return each.value
        if parameter.location == "path" and taste is Taste.FALSY:
            taste = Taste.PLAIN
        values = Values(reading=self.oracle.reading, odd=ODD[parameter.location])
        name = parameter.name
        value = values.value(parameter.schema, taste, name=name, number=number)
        if value is None and parameter.required:
            value = values.value(parameter.schema, name=name, number=number)
        return value

    def _call(
        self, operation: Operation, content: Content | None, taste: Taste
    ) -> Call:
        parameters = self._parameters(operation, taste)
        body = operation.body
        if body is None or content is None:
            return Call(parameters=parameters)
        if not body.required and taste is Taste.PLAIN:
            return Call(parameters=parameters)
        if content.schema is None:
            value: JsonValue = "text"
        else:
            value = self.known(content.schema, self.values.value(content.schema, taste))
        return Call(parameters=parameters, body=Constant(value=value), content=content)

    # Answers.

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
                content = response.contents[0]
                reply = Reply(
                    status=status, media_type=content.media_type, body=b"text"
                )
                yield Success(name="", reply=reply, content=content)

    def _contents(self, response: Response) -> tuple[Content, ...]:
        """The contents whose values this oracle writes; JSON stands for its equals."""
        told = [c for c in response.contents if is_json(c.media_type)][:1]
        return (*told, *(c for c in response.contents if is_jsv(c.media_type)))

    def _answers(
        self, response: Response, content: Content
    ) -> list[tuple[str, JsonValue]]:
        """Values for a response: all valid examples, else a plain one and a full one."""
        shown = list(self.examples(content, content.examples))
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
        if pointer is None or self.oracle.reading.meanings(pointer, value) != 1:
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

    # Failures.

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
            elif response.status[:1] not in ANSWERS:
                yield self._failed(response, status)

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
            code=typed,
            message=self._message(response, value),
        )

    def _refusals(self, response: Response, status: int) -> Iterator[Failing]:
        """Envelopes that mean failure: the documented ones, else a made-up one."""
        envelope = response.envelope
        content = next(iter(self._contents(response)), None)
        if envelope is None or content is None or content.schema is None:
            return
        shown = [
            value
            for _, value in self.examples(content, content.examples)
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
                )

    def _refused(self, response: Response, content: Content) -> JsonValue:
        """A body that means failure, with what must be there and a message."""
        assert content.schema is not None
        value = self.values.value(content.schema)
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

    def _member(self, pointer: Pointer, dotted: str) -> Pointer | None:
        return self.data(Envelope(ok_property="", ok_equals=None, data=dotted), pointer)

    def _failed(self, response: Response, status: int) -> Failing:
        """An answer whose status means failure."""
        key = response.status
        content = next(iter(self._contents(response)), None)
        if content is None or content.schema is None:
            return Failing(reply=Reply(status=status), key=key)
        try:
            shown = [value for _, value in self.examples(content, content.examples)]
            value = shown[0] if shown else self._refused(response, content)
        except ImpossibleError:
            return Failing(reply=Reply(status=status), key=key)
        reply = self.reply(content, value, status)
        code, envelope = None, response.envelope
        if envelope is not None:
            code = at(value, response.error_code_member or envelope.ok_property)
        elif response.error_code_member:
            code = at(value, response.error_code_member)
        if str(code) in {each.code for each in response.error_codes}:
            key = f"{response.status}/{code}"
        return Failing(
            reply=reply,
            key=key,
            schema=content.schema,
            code=code,
            message=self._message(response, value),
        )


ANSWERS = ("1", "2", "3")
"""How statuses begin that are no failures (RFC 9110 section 15)."""


def good(operation: Operation) -> tuple[Response, ...]:
    """The responses that mean success; others than 2xx only where there is no such.

    OpenAPI 3.1 section 4.8.16.
    """
    real = [each for each in operation.responses if each.status.startswith("2")]
    other = [
        each
        for each in operation.responses
        if each.status.startswith(ANSWERS) or each.status == "default"
    ]
    return tuple(real or other)


def concrete(operation: Operation, status: str) -> int:
    """A status code that a documented status covers and no other one does."""
    stated = {each.status for each in operation.responses}
    if status == "default":
        is_good = any(each.status == status for each in good(operation))
        choices = (200,) if is_good else (500, 501, 418, 451, 599)
        free = (
            c for c in choices if str(c) not in stated and f"{c // 100}XX" not in stated
        )
        return next(free, 599)
    if status.upper().endswith("XX"):
        first = int(status[0]) * 100
        return next(c for c in range(first, first + 100) if str(c) not in stated)
    return int(status)


def at(value: JsonValue, dotted: str) -> JsonValue:
    """What stands at a dotted path, `None` where nothing does."""
    for name in dotted.split(".") if dotted else ():
        value = value.get(name) if isinstance(value, dict) else None
    return value


def put(value: JsonValue, dotted: str, new: JsonValue) -> JsonValue:
    """The value with another one at a dotted path."""
    name, _, rest = dotted.partition(".")
    known: Mapping[str, JsonValue] = value if isinstance(value, dict) else {}
    return {**known, name: put(known.get(name), rest, new) if rest else new}


def another(value: JsonValue) -> JsonValue:
    """A value of the same type that is not the same."""
    match value:
        case bool():
            return not value
        case int() | float():
            return 0 if value else 1
        case str():
            return f"not {value}"
        case _:
            return "refused"


ODD: Mapping[str, str] = {
    "path": " é/?%25",
    "query": " é&=+/%25",
    "querystring": "",
    "header": " b;=%25",
    "cookie": " é;=%25",
}
"""By location: characters that must be escaped there, and some where none may be."""


IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"})
"""Methods that may be sent twice (RFC 9110 section 9.2.2)."""


def repeatable(operation: Operation) -> bool:
    """Whether sending twice does what sending once does, as the document tells it."""
    header = (operation.idempotency or {}).get("header")
    if isinstance(header, str):
        return True
    return operation.method.upper() in IDEMPOTENT and not operation.unsafe
