"""The request that a call must send: method, URL, headers and body, from values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..link import (
    AnyValue,
    Api,
    Constant,
    Content,
    JsonValue,
    Operation,
    Parameter,
    Pointer,
    SchemeUse,
    Server,
    String,
    is_file,
    is_form,
    is_json,
    is_jsv,
    is_multipart,
    is_row,
    resolve,
)
from . import uri
from .credentials import Secret, opening, signatures
from .forms import Part, UntoldError, multipart, row, urlencoded
from .jsv import written
from .notation import canonical, compact
from .reading import Reading

__all__ = ["UNNAMED", "Call", "Oracle", "Sent", "UntoldError", "sent_type"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The values of one call: by parameter, and the body."""

    parameters: Mapping[Pointer, JsonValue] = field(
        default_factory=dict[Pointer, JsonValue]
    )
    body: Constant | None = None
    content: Content | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What must be on the wire."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    parts: tuple[Part, ...] = ()
    """Of a multipart body, whose `body` is then empty."""
    signed: tuple[str, ...] = ()
    """The headers that hold signatures."""
    random: tuple[str, ...] = ()
    """The headers that say something else each time (`x-idempotency`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oracle:
    """Says what travels, for one API and one set of made-up secrets."""

    api: Api
    secrets: Mapping[str, Secret]
    variables: Mapping[str, str]
    """Server variables that the caller must give, by their names."""
    base_url: str = ""
    """The address that the client is told; it wins over all that the document says."""

    @property
    def reading(self) -> Reading:
        """How values are judged."""
        return Reading(self.api)

    def sent(
        self,
        operation: Operation,
        call: Call,
        group: tuple[SchemeUse, ...] | None = None,
    ) -> Sent:
        """The request of a call.

        Args:
            operation: What is called.
            call: The values.
            group: The security alternative; by default the first that asks for something.

        Raises:
            UntoldError: What travels is not said.
        """
        if group is None:
            group = self.opened(operation)
        added = opening(self.api, group, self.secrets)
        pairs = [*self._query(operation, call), *added.query]
        url = self.address(operation) + self._path(operation, call)
        if pairs:
            url += ("&" if "?" in url else "?") + "&".join(pairs)
        body, parts = self._body(call)
        headers = [*self._headers(operation, call), *added.headers]
        cookies = [*self._cookies(operation, call), *added.cookies]
        if cookies:
            headers.append(("Cookie", "; ".join(cookies)))
        if call.content is not None and not parts:
            headers.insert(0, ("Content-Type", sent_type(self.api, call.content)))
        method = operation.method
        signed = signatures(
            self.api, group, self.secrets, method=method, url=url, body=body
        )
        return Sent(
            method=method,
            url=url,
            headers=only(*headers, *signed),
            body=body,
            parts=parts,
            signed=tuple(name for name, _ in signed),
            random=tuple(_random(operation, headers)),
        )

    def opened(self, operation: Operation) -> tuple[SchemeUse, ...]:
        """The first alternative that asks for something (OpenAPI 3.1 section 4.8.30).

        With all credentials at hand, one that asks for the same and more comes before it.
        """
        groups = [group for group in operation.security if group]
        keys = [{use.key for use in group} for group in groups]
        told = [each for each in keys if each <= self.secrets.keys()]
        for group, own in zip(groups, keys, strict=True):
            if not any(own < each for each in told):
                return group
        return ()

    def address(self, operation: Operation) -> str:
        """What stands before the path (OpenAPI 3.1 section 4.8.5)."""
        servers = operation.servers or self.api.servers
        if self.base_url or not servers:
            return self.base_url or UNNAMED
        return self.server(servers[0])

    def server(self, server: Server) -> str:
        """The URL of a server, variables filled; relative ones stand nowhere."""
        url = server.url
        for each in server.variables:
            value = self.variables.get(each.name) or each.default or ""
            url = url.replace(f"{{{each.name}}}", value)
        url = url.rstrip("/")
        return url if url.lower().startswith(("http://", "https://")) else UNNAMED

    def _path(self, operation: Operation, call: Call) -> str:
        """The path template, each expression replaced (OpenAPI 3.1 section 4.8.8)."""
        text = uri.literal(operation.path.partition("#")[0])  # RFC 9110 section 7.1
        for each in operation.parameters:
            if each.location != "path":
                continue
            value = self._value(each, call)
            written = uri.path(
                each.name,
                value,
                style=each.style,
                explode=each.explode,
                allow_reserved=each.allow_reserved,
            )
            if value is None or not written:
                raise UntoldError(f"the path parameter `{each.name}` has no text")
            text = text.replace(uri.literal(f"{{{each.name}}}"), written)
        if "{" in text:
            raise UntoldError("a part of the path has no parameter")
        return text if text.startswith("/") else f"/{text}"

    def _query(self, operation: Operation, call: Call) -> list[str]:
        found: list[str | None] = []
        for each in operation.parameters:
            if each.location == "querystring":
                found.append(self._querystring(each, call))
            if each.location == "query":
                found.append(
                    uri.query(
                        each.name,
                        self._value(each, call),
                        style=each.style,
                        explode=each.explode,
                        allow_reserved=each.allow_reserved,
                    )
                )
        return [text for text in found if text]

    def _querystring(self, parameter: Parameter, call: Call) -> str | None:
        """The whole query, as its media type writes it (OpenAPI 3.2 section 4.12)."""
        value = call.parameters.get(parameter.pointer)
        if value is None or parameter.media_type is None:
            return None
        value = canonical(self.reading, parameter.schema, value)
        if is_form(parameter.media_type) and isinstance(value, dict):
            content = Content(pointer="", media_type=parameter.media_type)
            return urlencoded(content, value)
        if not is_json(parameter.media_type):
            raise UntoldError(f"a query that travels as {parameter.media_type}")
        return uri.escaped(compact(value))

    def _headers(self, operation: Operation, call: Call) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for each in operation.parameters:
            if each.location == "header":
                value = self._value(each, call)
                text = uri.header(each.name, value, explode=each.explode)
                if text is not None:
                    found.append((each.name, text))
        return found

    def _cookies(self, operation: Operation, call: Call) -> list[str]:
        texts = (
            uri.cookies(
                each.name,
                self._value(each, call),
                explode=each.explode,
                plain=each.style == "cookie",
            )
            for each in operation.parameters
            if each.location == "cookie"
        )
        return [text for text in texts if text is not None]

    def _value(self, parameter: Parameter, call: Call) -> JsonValue:
        """The value, as text already where a media type describes it."""
        if parameter.pointer not in call.parameters:
            return None
        value = call.parameters[parameter.pointer]
        if value is not None:
            value = canonical(self.reading, parameter.schema, value)
        if parameter.media_type is None:
            return value
        if not is_json(parameter.media_type):
            raise UntoldError(f"a parameter that travels as {parameter.media_type}")
        return compact(value)

    def _body(self, call: Call) -> tuple[bytes, tuple[Part, ...]]:
        content = call.content
        if content is None or call.body is None:
            return b"", ()
        value, media_type = call.body.value, sent_type(self.api, content)
        if content.schema is not None:
            value = canonical(self.reading, content.schema, value)
        if is_multipart(media_type):
            if isinstance(value, list) and value and is_row(self.api, content):
                return b"", row(self.reading, content, value)
            if not isinstance(value, dict):
                raise UntoldError("a multipart body that is no object")
            parts = multipart(self.reading, content, value)
            if not parts:
                raise UntoldError("a multipart body without parts")
            return b"", parts
        return self.text(content, value).encode(), ()

    def text(self, content: Content, value: JsonValue) -> str:
        """A value, its members in order, as its media type writes it."""
        media_type = sent_type(self.api, content)
        if is_json(media_type) and not is_file(self.api, content):
            return compact(value)
        if is_jsv(media_type):
            return written(self.reading, content.schema, value)
        if is_form(media_type):
            if not isinstance(value, dict):
                raise UntoldError("a form that is no object")
            return urlencoded(content, value)
        if isinstance(value, str):
            return value
        raise UntoldError(f"a body that travels as {media_type}")


UNNAMED = "https://api.example.invalid"
"""The address in tests where the document names no complete one."""


KINDS = {
    "audio": "audio/mpeg",
    "font": "font/woff2",
    "image": "image/png",
    "text": "text/plain",
    "video": "video/mp4",
}
"""Of each family one media type."""


def sent_type(api: Api, content: Content) -> str:
    """The media type that a body carries: a range is none (RFC 9110 section 8.3)."""
    name = content.media_type
    if "*" not in name:
        return name
    plain = content.schema is None or isinstance(
        resolve(api, content.schema).shape, String | AnyValue
    )
    if not plain:
        return "application/json"
    return KINDS.get(name.partition("/")[0].lower(), "application/octet-stream")


def only(*headers: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Headers of which there is one; of several, one field cannot be all."""
    names = [name.lower() for name, _ in headers]
    return tuple(each for each in headers if names.count(each[0].lower()) == 1)


def _random(operation: Operation, headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Headers of which not all is told.

    An idempotency key that the caller did not give, and one that two schemes fill.
    """
    name = (operation.idempotency or {}).get("header")
    given = Counter(each.lower() for each, _ in headers)
    if isinstance(name, str) and name.lower() not in given:
        yield name
    names = {each.lower(): each for each, _ in headers}
    yield from (names[each] for each, count in given.items() if count > 1)
