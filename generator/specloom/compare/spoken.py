"""Pointers as people say them: `Pet.name`, `GET /pets, answer 200, items`."""

from __future__ import annotations

from ..link import Pointer
from ..read import split

__all__ = ["spoken"]

_INSIDE = {"items": "[]", "additionalProperties": "[*]"}
_SILENT = frozenset({"schema", "schemas", "allOf", "oneOf", "anyOf", "content"})


def spoken(pointer: Pointer) -> str:
    """Where something stands, without the document's own scaffolding."""
    _, tokens = split(pointer.partition("@")[0])
    match tokens:
        case ["components", _, name, *rest]:
            return name + _inside(rest)
        case ["paths", path, method, *rest]:
            return f"{method.upper()} {path}{_within(rest)}"
        case ["webhooks", name, method, *rest]:
            return f"webhook {name} ({method.upper()}){_within(rest)}"
        case []:
            return "the document"
        case _:
            return "/".join(tokens)


def _within(rest: list[str]) -> str:
    match rest:
        case []:
            return ""
        case ["requestBody", *inside]:
            return f", body{_inside(_content(inside))}"
        case ["responses", status, "headers", name, *inside]:
            return f", {status} header {name}{_inside(inside)}"
        case ["responses", status, *inside]:
            return f", {status} answer{_inside(_content(inside))}"
        case ["parameters", index, *inside]:
            return f", parameter {index}{_inside(inside)}"
        case ["callbacks", name, expression, method, *inside]:
            return f", callback {name} ({method.upper()} {expression}){_within(inside)}"
        case _:
            return f", {'/'.join(rest)}"


def _content(rest: list[str]) -> list[str]:
    return rest[2:] if rest[:1] == ["content"] else rest


def _inside(rest: list[str]) -> str:
    words = ""
    named = False
    for token in rest:
        if named:
            words, named = f"{words}.{token}", False
        elif token == "properties":
            named = True
        else:
            words += _INSIDE.get(
                token, "" if token in _SILENT or token.isdigit() else f" {token}"
            )
    return words
