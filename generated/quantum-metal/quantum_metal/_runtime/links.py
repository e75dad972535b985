"""Links: calls that an answer leads to (OpenAPI 3.1 section 4.8.20)."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast, overload

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

if TYPE_CHECKING:
    from .aio import AsyncClient
    from .calls import Call

__all__ = ["Link"]

T = TypeVar("T")
U = TypeVar("U")
NOTHING: Final[Mapping[str, JsonValue]] = MappingProxyType({})
EMBEDDED: Final = re.compile(r"\{(\$[^{}]*)\}")


class Link(msgspec.Struct, Generic[T, U], frozen=True, kw_only=True, eq=False):
    """From the answer of one operation, whose value is `T`, to another one that gives `U`.

    What it passes on are constants and runtime expressions (OpenAPI 3.1 section 4.8.20.4).
    """

    source: Operation[T]
    operation: Operation[U]
    path: Mapping[str, JsonValue] = NOTHING
    query: Mapping[str, JsonValue] = NOTHING
    headers: Mapping[str, JsonValue] = NOTHING
    cookies: Mapping[str, JsonValue] = NOTHING
    body: JsonValue | UnsetType = UNSET

    @overload
    def follow(
        self, client: Client, response: ApiResponse[T], *, options: Options | None = ...
    ) -> U: ...
    @overload
    def follow(
        self,
        client: AsyncClient,
        response: ApiResponse[T],
        *,
        options: Options | None = ...,
    ) -> Coroutine[object, None, U]: ...
    def follow(
        self,
        client: Client | AsyncClient,
        response: ApiResponse[T],
        *,
        options: Options | None = None,
    ) -> U | Coroutine[object, None, U]:
        """Make the call that the answer leads to.

        Args:
            client: Who makes it; an asynchronous client is awaited.
            response: What `client.with_response` gave.
            options: Overrides for this call.

        Raises:
            RequestError: The answer does not hold what the call needs.
            ApiError: The call failed.
        """
        call = self._call(client.call, response, options)
        if isinstance(client, Client):
            return client.perform(call).value
        return performed(client, call)

    def _call(
        self,
        make: Callable[[Operation[U], Arguments, Options | None], Call[U]],
        response: ApiResponse[T],
        options: Options | None,
    ) -> Call[U]:
        return make(self.operation, self.arguments(response), options)

    def arguments(self, response: ApiResponse[T]) -> Arguments:
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
            path=path,
            query=given(self.query),
            headers=given(self.headers),
            cookies=given(self.cookies),
            body=body,
        )

    def value(
        self, stated: JsonValue, response: ApiResponse[T]
    ) -> JsonValue | UnsetType:
        """What a constant or an expression is, `UNSET` where the answer has no such part."""
        if not isinstance(stated, str):
            return stated
        if stated.startswith("$"):
            return self.expression(stated, response)
        parts = [self.expression(each, response) for each in EMBEDDED.findall(stated)]
        if any(part is UNSET for part in parts):
            return UNSET
        found = iter(cast("list[JsonValue]", parts))
        return EMBEDDED.sub(lambda _: text(next(found)), stated)

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
