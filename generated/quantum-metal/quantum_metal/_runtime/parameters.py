"""How values become parts of a request (OpenAPI 3.1 section 4.8.12, RFC 6570).

- Only unreserved characters stay as they are (RFC 3986 section 2.3), in names too:
  `filter[a]` is written `filter%5Ba%5D`, as the specification's own table of styles
  does, since brackets are no part of a query (RFC 3986 section 3.4).
- `None`, empty arrays and empty objects are undefined values and leave nothing behind
  (RFC 6570 section 3.2.1); an empty text is written (`color=`).
- `label` without `explode` separates by commas (RFC 6570 section 3.2.5; the table in
  OpenAPI 3.1.0 contradicts it and was corrected in 3.1.1).
- What the styles leave undefined: items that are arrays or objects are written as JSON;
  nested members under `deepObject` are `a[b][c]=1`, its arrays `a[]=1&a[]=2`, arrays of
  objects `a[0][b]=1`, which is what Rack, PHP and qs read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import quote, quote_plus

from .codec import encode, plain
from .draft import field_value
from .errors import RequestError
from .models import JsonValue
from .operations import Parameter

__all__ = ["cookie", "deep", "escaped", "header", "path", "query", "text"]

Escape: TypeAlias = Callable[[str], str]

STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
RESERVED = {"query": ":/?@!$&'()*+,;=%", "path": ":@!$&'()*+,;=%"}
FORM = "form-urlencoded"
DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


def text(value: JsonValue) -> str:
    """A single value as text: `true`, not `True`; the rest as in JSON, `1e300` too."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return encode(value, "application/json").decode()


def escaped(value: str) -> str:
    """All but unreserved characters as percent-encoded UTF-8 (RFC 3986 section 2.3)."""
    return quote(value, safe="")


def kept(location: str) -> Escape:
    """`allowReserved`: reserved characters stay (RFC 6570 section 3.2.3).

    Those that would end the query or the path's segment never do.
    """
    safe = RESERVED.get(location, "")
    return lambda value: quote(STRAY.sub("%25", value), safe=safe)


def unescaped(value: str) -> str:
    """Header values are not percent-encoded (RFC 6570 does not apply to them)."""
    return value


def defined(value: JsonValue) -> bool:
    """Whether anything is written for it (RFC 6570 section 2.3)."""
    return value is not None and value != [] and value != {}


def items(value: Sequence[JsonValue], escape: Escape) -> list[str]:
    """The defined items of an array."""
    return [escape(text(item)) for item in value if item is not None]


def members(value: Mapping[str, JsonValue], escape: Escape) -> list[tuple[str, str]]:
    """The defined members of an object."""
    return [
        (escape(name), escape(text(member)))
        for name, member in value.items()
        if member is not None
    ]


def joined(
    value: JsonValue, escape: Escape, explode: bool, comma: str, exploded: str
) -> str:
    """`R,100,G,200` or, exploded, `R=100` pairs; a single value is itself."""
    if isinstance(value, list):
        return (exploded if explode else comma).join(items(value, escape))
    if isinstance(value, dict):
        pairs = members(value, escape)
        if explode:
            return exploded.join(f"{name}={member}" for name, member in pairs)
        return comma.join(part for pair in pairs for part in pair)
    return escape(text(value))


def wire(parameter: Parameter, value: object) -> JsonValue:
    """The value as plain data; a media type makes it a text."""
    if parameter.media_type and FORM not in parameter.media_type:
        return encode(value, parameter.media_type, parameter.type).decode()
    if isinstance(value, str | int) and type(value) in (str, int, bool):
        return value  # not a subclass: an enumeration's member has a wire form
    return plain(value, parameter.type)


def path(parameter: Parameter, value: object) -> str:
    """The text in place of `{name}`.

    Raises:
        RequestError: There is no value.
    """
    given = wire(parameter, value)
    if not defined(given):
        raise RequestError(f"path parameter `{parameter.name}` needs a value")
    escape = kept("path") if parameter.allow_reserved else escaped
    explode = parameter.explode is True
    if parameter.style == "label":
        return "." + joined(given, escape, explode, ",", ".")
    if parameter.style == "matrix":
        return matrix(escaped(parameter.name), given, escape, explode)
    return joined(given, escape, explode, ",", ",")


def matrix(name: str, value: JsonValue, escape: Escape, explode: bool) -> str:
    """`;name=value` (RFC 6570 section 3.2.7); an empty text has no equals sign."""
    if explode and isinstance(value, list):
        return "".join(f";{name}={item}" for item in items(value, escape))
    if explode and isinstance(value, dict):
        return "".join(f";{key}={item}" for key, item in members(value, escape))
    content = joined(value, escape, False, ",", ",")
    return f";{name}={content}" if content else f";{name}"


def query(
    parameter: Parameter, value: object, escape: Escape = escaped
) -> Iterator[str]:
    """The `name=value` texts of a query or of a form."""
    given = wire(parameter, value)
    if not defined(given):
        return
    if parameter.location == "querystring":
        yield from whole(parameter, given)
        return
    name = escape(parameter.name)
    style = parameter.style or "form"
    inner = kept("query") if parameter.allow_reserved else escape
    explode = style == "form" if parameter.explode is None else parameter.explode
    if style == "deepObject":
        yield from deep(parameter.name, given, escape, inner)
    elif not isinstance(given, list | dict):
        yield f"{name}={inner(text(given))}"
    elif not explode:
        comma = DELIMITERS.get(style, ",")
        yield f"{name}={joined(given, inner, False, comma, comma)}"
    elif isinstance(given, list):
        yield from (f"{name}={item}" for item in items(given, inner))
    else:
        yield from (f"{key}={member}" for key, member in members(given, inner))


def whole(parameter: Parameter, value: JsonValue) -> Iterator[str]:
    """`in: querystring` (OpenAPI 3.2 section 4.12): the value is the whole query.

    An object is a form, a text one that is written already.
    """
    if FORM not in parameter.media_type:
        yield escaped(text(value))
    elif not isinstance(value, dict):
        yield text(value)
    else:
        for name, member in value.items():
            told = text(member) if isinstance(member, dict) else member
            yield from query(Parameter("query", name), told, quote_plus)


def deep(
    name: str, value: JsonValue, escape: Escape, inner: Escape, depth: int = 32
) -> Iterator[str]:
    """`name[member]=value`, nested as deep as the value is."""
    if depth == 0:
        raise RequestError(f"`{name}` is nested too deeply for a query")
    if isinstance(value, dict):
        for key, member in value.items():
            yield from deep(f"{name}[{key}]", member, escape, inner, depth - 1)
    elif isinstance(value, list):
        numbered = any(isinstance(item, list | dict) for item in value)
        for index, item in enumerate(value):
            place = f"{name}[{index if numbered else ''}]"
            yield from deep(place, item, escape, inner, depth - 1)
    elif value is not None:
        yield f"{escape(name)}={inner(text(value))}"


def header(parameter: Parameter, value: object) -> str | None:
    """A header's value, or `None` where there is nothing to send."""
    given = wire(parameter, value)
    if not defined(given):
        return None
    content = joined(given, unescaped, parameter.explode is True, ",", ",")
    return field_value(parameter.name, content)


def cookie(parameter: Parameter, value: object) -> Iterator[str]:
    """The `name=value` pairs of the Cookie header, percent-encoded like a form.

    The style `cookie` escapes nothing (OpenAPI 3.2 section 4.12).
    """
    if parameter.style != "cookie":
        yield from query(parameter, value)
        return
    for pair in query(parameter, value, unescaped):
        yield field_value(parameter.name, pair)
