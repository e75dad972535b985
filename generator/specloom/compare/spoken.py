"""Pointers as people say them: `Pet.name`, `GET /pets, answer 200, [].id`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..link import Api, Operation, Pointer
from ..read import split

__all__ = ["spoken", "titles"]

_INSIDE = {"items": "[]", "additionalProperties": "[*]"}
_SILENT = frozenset({"schema", "schemas", "allOf", "oneOf", "anyOf", "content"})
_SCHEMAS = frozenset({"schemas", "definitions", "$defs"})


def titles(api: Api) -> Mapping[Pointer, str]:
    """What parts are called whose pointers say only a number."""
    return dict(_titles(api))


def _titles(api: Api) -> Iterator[tuple[Pointer, str]]:
    for server in api.servers:
        yield server.pointer, f"server {server.url}"
    for operation in (*api.operations, *api.webhooks):
        yield from _inside_operation(operation)
        for callback in operation.callbacks:
            for each in callback.operations:
                yield from _inside_operation(each)


def _inside_operation(operation: Operation) -> Iterator[tuple[Pointer, str]]:
    for parameter in operation.parameters:
        yield parameter.pointer, f"{parameter.location} parameter `{parameter.name}`"
    for server in operation.servers:
        yield server.pointer, f"server {server.url}"


def spoken(pointer: Pointer, known: Mapping[Pointer, str]) -> str:
    """Where something stands, without the document's own scaffolding."""
    pointer = pointer.partition("@")[0]
    if pointer in known and "/paths/" not in pointer:
        return known[pointer]
    _, tokens = split(pointer)
    match tokens:
        case ["components", kind, name, *rest] if kind in _SCHEMAS:
            return name + _inside(rest)
        case ["components", "securitySchemes", name]:
            return f"scheme `{name}`"
        case ["components", _, name, *rest]:
            return name + _within([*rest], pointer, known) if rest else name
        case ["paths", path, "parameters", *rest]:
            return f"{path}{_within(['parameters', *rest], pointer, known)}"
        case ["paths", path, method, *rest]:
            return f"{method.upper()} {path}{_within(rest, pointer, known)}"
        case ["webhooks", name, method, *rest]:
            return f"webhook {name} ({method.upper()}){_within(rest, pointer, known)}"
        case []:
            return "the document"
        case _:
            return "/".join(tokens)


def _within(rest: list[str], pointer: Pointer, known: Mapping[Pointer, str]) -> str:
    """The way through an operation."""
    match rest:
        case []:
            return ""
        case ["requestBody", "content", media, *inside]:
            return f", body{_inside(inside)}" if inside else f", body as `{media}`"
        case ["responses", status, "headers", name, *inside]:
            return f", answer {status}, header `{name}`{_inside(inside)}"
        case ["responses", status, "content", media, *inside]:
            words = _inside(inside) if inside else f" as `{media}`"
            return f", answer {status}{words}"
        case ["requestBody" | "responses" as part, *inside]:
            return f", {' '.join(['body' if part == 'requestBody' else 'answer', *inside])}"
        case ["parameters" | "servers", _, *inside]:
            return f", {_titled(pointer, len(inside), known)}{_inside(inside)}"
        case ["callbacks", name, expression, method, *inside]:
            words = f", callback {name} ({method.upper()} {expression})"
            return words + _within(inside, pointer, known)
        case _:
            return _inside(rest)


def _titled(pointer: Pointer, depth: int, known: Mapping[Pointer, str]) -> str:
    place = "/".join(pointer.split("/")[:-depth]) if depth else pointer
    return known.get(place, " ".join(place.split("/")[-2:]))


def _inside(rest: list[str]) -> str:
    words = ""
    named = False
    for token in rest:
        if named:
            words, named = f"{words}.{token}", False
        elif token == "properties":
            named = True
        elif token not in _SILENT and not token.isdigit():
            words += _INSIDE.get(token, f" {token}")
    return words
