"""Links: calls that an answer leads to (OpenAPI 3.1 section 4.8.20)."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Generic, ParamSpec, TypeVar, cast, overload

import msgspec

from . import codec
from .arguments import Arguments
from .client import Client
from .codec import DecodeFailure
from .errors import RequestError
from .models import UNSET, JsonValue, UnsetType
from .operations import Operation
from .options import Options
from .parameters import text
from .responses import ApiResponse
from .servers import Server

if TYPE_CHECKING:
    from .aio import AsyncClient
    from .calls import Call

__all__ = ["Lead", "Link", "Rest"]

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")
NOTHING: Final[Mapping[str, JsonValue]] = MappingProxyType({})
EMBEDDED: Final = re.compile(r"\{(\$[^{}]*)\}")


class Rest(Arguments, frozen=True, kw_only=True, eq=False):
    """What the caller of `Link.follow` says, as its signature has it."""

    options: Options | None = None


class Link(Generic[T, U, P]):
    """From the answer of one operation, whose value is `T`, to another one that gives `U`.

    `P` is what the caller adds: what the call takes, and the link does not say.
    """

    def __init__(self, lead: Lead[T, U], rest: Callable[P, Rest]) -> None:
        self.lead = lead
        self.rest = rest
        self.__doc__ = rest.__doc__

    @overload
    def follow(
        self,
        client: Client,
        response: ApiResponse[T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> U: ...
    @overload
    def follow(
        self,
        client: AsyncClient,
        response: ApiResponse[T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Coroutine[object, None, U]: ...
    def follow(
        self,
        client: Client | AsyncClient,
        response: ApiResponse[T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> U | Coroutine[object, None, U]:
        """Make the call that the answer leads to.

        Args:
            client: Who makes it; an asynchronous client is awaited.
            response: What `client.with_response` gave.
            *args: Nothing: what the caller adds is named.
            **kwargs: What the link does not say, and `options` for this call.

        Raises:
            RequestError: The answer does not hold what the call needs.
            ApiError: The call failed.
        """
        rest = self.rest(*args, **kwargs)
        arguments = self.lead.arguments(response, rest)
        call = client.call(self.lead.target, arguments, rest.options)
        if isinstance(client, Client):
            return client.perform(call).value
        return performed(client, call)


class Lead(msgspec.Struct, Generic[T, U], frozen=True, kw_only=True, eq=False):
    """What a document says of a link. It decorates the function that takes the rest.

    What it passes on are constants and runtime expressions (OpenAPI 3.1 section 4.8.20.4).
    """

    source: Operation[T]
    operation: Operation[U]
    server: Server | None = None
    """Where the operation is called, if not where it always is."""
    path: Mapping[str, JsonValue] = NOTHING
    query: Mapping[str, JsonValue] = NOTHING
    headers: Mapping[str, JsonValue] = NOTHING
    cookies: Mapping[str, JsonValue] = NOTHING
    body: JsonValue | UnsetType = UNSET
    """Members of an object that the caller gives are added."""

    def __call__(self, rest: Callable[P, Rest]) -> Link[T, U, P]:
        """The link that callers follow."""
        return Link(self, rest)

    @property
    def target(self) -> Operation[U]:
        """The operation, served where the link says."""
        if self.server is None:
            return self.operation
        return msgspec.structs.replace(self.operation, server=self.server)

    def arguments(self, response: ApiResponse[T], rest: Arguments) -> Arguments:
        """What the call is given; what the answer does not hold is left out.

        Raises:
            RequestError: It is needed: a part of the path, or the body.
        """

        def given(values: Mapping[str, JsonValue]) -> dict[str, object]:
            return {name: self.value(each, response) for name, each in values.items()}

        path = given(self.path)
        body = self.body if self.body is UNSET else self.value(self.body, response)
        lost = [name for name, value in path.items() if value is UNSET]
        if body is UNSET and self.body is not UNSET:
            lost.append("body")
        if lost:
            told = f"the answer does not say the `{lost[0]}` of {self.operation.name}"
            raise RequestError(told)
        return Arguments(
            path={**rest.path, **path},
            query={**rest.query, **given(self.query)},
            headers={**rest.headers, **given(self.headers)},
            cookies={**rest.cookies, **given(self.cookies)},
            body=rest.body if body is UNSET else completed(body, rest.body),
            content_type=rest.content_type,
        )

    def value(
        self, stated: JsonValue, response: ApiResponse[T]
    ) -> JsonValue | UnsetType:
        """What a constant or an expression is, `UNSET` where the answer has no such part."""
        if isinstance(stated, dict | list):
            return self.nested(stated, response)
        if not isinstance(stated, str):
            return stated
        if stated.startswith("$"):
            return self.expression(stated, response)
        parts = [self.expression(each, response) for each in EMBEDDED.findall(stated)]
        if any(part is UNSET for part in parts):
            return UNSET
        found = iter(cast("list[JsonValue]", parts))
        return EMBEDDED.sub(lambda _: text(next(found)), stated)

    def nested(
        self, stated: dict[str, JsonValue] | list[JsonValue], response: ApiResponse[T]
    ) -> JsonValue | UnsetType:
        """An object or a list whose members are expressions, each of which is needed."""
        members = stated.values() if isinstance(stated, dict) else stated
        values = [self.value(each, response) for each in members]
        if any(each is UNSET for each in values):
            return UNSET
        found = cast("list[JsonValue]", values)
        if isinstance(stated, dict):
            return dict(zip(stated, found, strict=True))
        return found

    def expression(
        self, stated: str, response: ApiResponse[T]
    ) -> JsonValue | UnsetType:
        """What a runtime expression is."""
        head, _, pointer = stated.partition("#")
        asked = response.arguments
        match head.split(".", 2):
            case ["$url"]:
                return response.url
            case ["$method"]:
                return self.source.method
            case ["$statusCode"]:
                return response.status
            case ["$response", "header", name]:
                return response.headers.get(name, UNSET)
            case ["$response", "body"]:
                return within(received(response), pointer)
            case ["$request", "body"]:
                return within(plain(asked.body), pointer)
            case ["$request", "path", name]:
                return plain(asked.path.get(name, UNSET))
            case ["$request", "query", name]:
                return plain(asked.query.get(name, UNSET))
            case ["$request", "header", name]:
                fields = {key.lower(): value for key, value in asked.headers.items()}
                return plain(fields.get(name.lower(), UNSET))
            case _:
                return UNSET


async def performed(client: AsyncClient, call: Call[U]) -> U:
    """What a call gives."""
    return (await client.perform(call)).value


def completed(body: JsonValue, rest: object) -> JsonValue:
    """A body with the members that the caller adds."""
    if not isinstance(body, dict) or not isinstance(rest, dict):
        return body
    added = cast("dict[str, object]", rest)
    said = {key: codec.plain(each) for key, each in added.items() if each is not UNSET}
    return {**said, **body}


def plain(value: object) -> JsonValue | UnsetType:
    """What a caller gave, as JSON has it."""
    return UNSET if value is UNSET else codec.plain(value)


def received(response: ApiResponse[T]) -> JsonValue | UnsetType:
    """The body of an answer as plain JSON, its envelope included."""
    raw = response.response
    try:
        found, _ = codec.decode(raw.body, JsonValue, raw.media_type)
    except DecodeFailure:
        return UNSET
    return cast("JsonValue", found)


def within(value: JsonValue | UnsetType, pointer: str) -> JsonValue | UnsetType:
    """What stands at a JSON Pointer (RFC 6901)."""
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        match value:
            case dict() if name in value:
                value = value[name]
            case list() if name.isdecimal() and int(name) < len(value):
                value = value[int(name)]
            case _:
                return UNSET
    return value
