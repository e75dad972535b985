"""Names and values as parts of a URI, a header or a cookie: RFC 6570 as OpenAPI uses it.

Written from RFC 6570 (section 3.2 and appendix A), RFC 3986 (sections 2.1 to 2.3 and 3.4)
and OpenAPI 3.1 section 4.8.12, never from the client's runtime.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ..link import JsonValue
from .notation import compact

__all__ = [
    "cookies",
    "escaped",
    "header",
    "label",
    "literal",
    "path",
    "query",
    "scalar",
]

Escape: TypeAlias = Callable[[str], str]

DIGITS = "0123456789"
UNRESERVED = frozenset(
    f"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz{DIGITS}-._~".encode()
)
"""RFC 3986 section 2.3."""
SUB_DELIMITERS = b"!$&'()*+,;="
IN_PATH = frozenset(SUB_DELIMITERS + b":@")
"""`pchar` (RFC 3986 section 3.3): `/`, `?` and `#` would end the segment."""
IN_QUERY = frozenset(SUB_DELIMITERS + b":@/?")
"""RFC 3986 section 3.4: `#` would end the query, brackets are no part of one."""
IN_TEMPLATE = frozenset(SUB_DELIMITERS + b":/?#[]@{}")
"""What RFC 3986 section 2.2 reserves, and the braces of expressions."""


def escaped(text: str, keep: frozenset[int] = frozenset()) -> str:
    """Percent-encoded UTF-8 (RFC 3986 section 2.1), unreserved characters aside."""
    return "".join(
        chr(byte) if byte in UNRESERVED or byte in keep else f"%{byte:02X}"
        for byte in text.encode()
    )


def reserved(keep: frozenset[int]) -> Escape:
    """Reserved expansion (RFC 6570 section 3.2.3): triplets stay as they are."""

    def expand(text: str) -> str:
        found: list[str] = []
        while text:
            head, mark, rest = text.partition("%")
            found.append(escaped(head, keep))
            hexadecimal = rest[:2].lower()
            is_triplet = len(hexadecimal) == 2 and set(hexadecimal) <= {
                *DIGITS,
                *"abcdef",
            }
            if mark:
                found.append("%" if is_triplet else "%25")
            text = rest
        return "".join(found)

    return expand


def literal(text: str) -> str:
    """What stands around the expressions of a template (RFC 6570 section 3.1)."""
    return reserved(IN_TEMPLATE)(text)


def same(text: str) -> str:
    """Header values are written as they are (OpenAPI 3.1.1 section 4.8.12.3)."""
    return text


def scalar(value: JsonValue) -> str:
    """A single value as text. Items that are no scalars are JSON, a convention of ours."""
    match value:
        case str():
            return value
        case None:
            return ""
        case _:
            return compact(value)


@dataclass(frozen=True, slots=True)
class Operator:
    """A row of the table in RFC 6570 appendix A."""

    first: str
    separator: str
    named: bool
    if_empty: str


OPERATORS = {
    "simple": Operator("", ",", False, ""),
    "label": Operator(".", ".", False, ""),
    "matrix": Operator(";", ";", True, ""),
    "form": Operator("", "&", True, "="),
    "cookie": Operator("", "; ", True, "="),
}
"""The first character of a query stands before all parameters, so it is not here."""


def expansion(
    operator: Operator,
    name: str,
    value: JsonValue,
    *,
    explode: bool,
    escape: Escape,
    comma: str = ",",
) -> str | None:
    """A value by an operator, or `None` where it is undefined (RFC 6570 section 2.3)."""
    if value is None or value == [] or value == {}:
        return None
    label = escaped(name) if escape is not same else name
    if isinstance(value, list | dict) and explode:
        pairs = exploded(value, label if operator.named else None, escape)
        parts = [_pair(operator, key, text) for key, text in pairs]
        return operator.first + operator.separator.join(parts)
    text = comma.join(flattened(value, escape))
    return operator.first + _pair(operator, label if operator.named else None, text)


def _pair(operator: Operator, key: str | None, text: str) -> str:
    if key is None:
        return text
    return f"{key}={text}" if text or not operator.named else key + operator.if_empty


def exploded(
    value: list[JsonValue] | dict[str, JsonValue], label: str | None, escape: Escape
) -> Iterator[tuple[str | None, str]]:
    """Each defined item under the variable's name, each member under its own."""
    if isinstance(value, dict):
        for key, member in value.items():
            if member is not None:
                yield escape(key), escape(scalar(member))
    else:
        for item in value:
            if item is not None:
                yield label, escape(scalar(item))


def flattened(value: JsonValue, escape: Escape) -> Iterator[str]:
    """What stands between the commas: items, or names and members in turn."""
    match value:
        case list():
            yield from (escape(scalar(item)) for item in value if item is not None)
        case dict():
            for key, member in value.items():
                if member is not None:
                    yield from (escape(key), escape(scalar(member)))
        case _:
            yield escape(scalar(value))


def path(
    name: str, value: JsonValue, *, style: str, explode: bool, allow_reserved: bool
) -> str:
    """The text instead of `{name}` (OpenAPI 3.1 section 4.8.12.2)."""
    escape = reserved(IN_PATH) if allow_reserved else escaped
    operator = OPERATORS.get(style, OPERATORS["simple"])
    return label(operator, name, value, explode=explode, escape=escape)


def label(
    operator: Operator, name: str, value: JsonValue, *, explode: bool, escape: Escape
) -> str:
    """An expansion that separates by commas unless exploded (RFC 6570 section 3.2.5)."""
    return expansion(operator, name, value, explode=explode, escape=escape) or ""


def query(
    name: str, value: JsonValue, *, style: str, explode: bool, allow_reserved: bool
) -> str | None:
    """The `name=value` pairs of a query parameter, or `None` where there are none."""
    escape = reserved(IN_QUERY) if allow_reserved else escaped
    if style == "deepObject":
        return "&".join(deep(name, value, escape)) or None
    commas = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
    return expansion(
        OPERATORS["form"],
        name,
        value,
        explode=explode,
        escape=escape,
        comma=commas.get(style, ","),
    )


def deep(name: str, value: JsonValue, escape: Escape) -> Iterator[str]:
    """`name[member]=value` (OpenAPI 3.1 section 4.8.12.3, `deepObject`).

    The specification leaves nested values undefined; the names are those that Rack and
    `qs` read: `a[b][c]`, `a[]` for items, `a[0][b]` for items that have members.
    """
    match value:
        case dict():
            for key, member in value.items():
                yield from deep(f"{name}[{key}]", member, escape)
        case list():
            structured = any(isinstance(item, list | dict) for item in value)
            for number, item in enumerate(value):
                yield from deep(f"{name}[{number if structured else ''}]", item, escape)
        case None:
            pass
        case _:
            yield f"{escaped(name)}={escape(scalar(value))}"


def header(name: str, value: JsonValue, *, explode: bool) -> str | None:
    """A header's value: `simple`, nothing escaped, no white space around it."""
    text = expansion(OPERATORS["simple"], name, value, explode=explode, escape=same)
    return None if text is None else text.strip(" \t")


def cookies(
    name: str, value: JsonValue, *, explode: bool, plain: bool = False
) -> str | None:
    """The pairs of the `Cookie` header (RFC 6265 section 4.2.1).

    In the style `cookie` values are `plain`: nothing is escaped (OpenAPI 3.2 section 4.12).
    """
    escape = same if plain else escaped
    return expansion(OPERATORS["cookie"], name, value, explode=explode, escape=escape)
