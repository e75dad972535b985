"""Objects: their members, what else they may hold, and what must be there together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from ..read import join
from .api import (
    Alternatives,
    AnyValue,
    Object,
    Pointer,
    Property,
    String,
    Union,
)
from .facets import facets, transparent
from .node import Node
from .statements import last_default, telling

if TYPE_CHECKING:
    from .schemas import Schemas

__all__ = ["object_of", "required_only", "together"]


def object_of(
    schemas: Schemas, pointer: Pointer, node: Node, parts: Iterable[Node]
) -> Object:
    """An object out of all its parts (JSON Schema 2020-12, core, section 10.3.2)."""
    parts = (*parts, *_conditional(parts))
    required = {name for part in parts for name in part.texts("required")}
    stated: dict[str, list[Node]] = {}
    for part in parts:
        for name, each in part.members("properties"):
            stated.setdefault(name, []).append(each)
    properties = [
        _property(schemas, pointer, name, nodes, name in required)
        for name, nodes in stated.items()
    ]
    openness, additional = _additional(schemas, pointer, parts)
    for name in _missing(parts, stated):
        told = any(name == _teller(part) for part in parts)
        properties.append(_unknown(schemas, pointer, name, additional, told=told))
    return Object(
        properties=tuple(properties),
        openness=openness,
        additional=additional,
        alternatives=_alternatives(parts),
        dependent_required=_dependent(parts) or None,
    )


def _conditional(parts: Iterable[Node]) -> list[Node]:
    """`then`, `else` and `dependentSchemas`: their members may be there.

    They are shorn of `required`, which holds under a condition only.
    """
    found: list[Node] = []
    for part in parts:
        branches = [part.get("then"), part.get("else")]
        branches += [each for _, each in part.members("dependentSchemas")]
        for branch in branches:
            for each in facets(branch) if branch is not None else ():
                if isinstance(each.tree, dict) and "properties" in each.tree:
                    tree = {k: v for k, v in each.tree.items() if k == "properties"}
                    found.append(Node(each.document, each.pointer, tree))
    return found


def _property(
    schemas: Schemas, pointer: Pointer, name: str, nodes: list[Node], required: bool
) -> Property:
    """A member; what several statements say of it holds together."""
    node = telling(nodes)[-1]
    means = transparent(node)
    every = (*nodes, means)
    keys = frozenset[str]().union(*(n.tree for n in every if isinstance(n.tree, dict)))
    described = (n.text("description") for n in (*reversed(nodes),))
    return Property(
        pointer=node.pointer,
        name=name,
        schema=together(schemas, join(pointer, "properties", name), nodes),
        required=required,
        read_only="readOnly" in keys and any(n.flag("readOnly") for n in every),
        write_only="writeOnly" in keys and any(n.flag("writeOnly") for n in every),
        description=next(filter(None, described), ""),
        default=last_default(nodes) if "default" in keys else None,
        deprecated="deprecated" in keys and any(n.flag("deprecated") for n in every),
        lifecycle=next(filter(None, (n.lifecycle for n in every)), None),
        python_name=next(filter(None, (n.python_name for n in reversed(nodes))), None),
    )


def together(schemas: Schemas, place: Pointer, statements: list[Node]) -> Pointer:
    """The schema of what several statements say: of several unions the last counts."""
    found = telling(statements)
    if len(found) == 1:
        return schemas.want(found[-1])
    each = [facets(transparent(node)) for node in found]
    if not all(map(_is_plain, each)) and not _is_narrowed(each):
        return schemas.want(found[-1])
    parts = [part for parts in each for part in parts]
    return schemas.merged(f"{place}@merged", found[-1], parts)


def _is_plain(parts: tuple[Node, ...]) -> bool:
    return not any(part.has("oneOf", "anyOf", "discriminator") for part in parts)


def _is_narrowed(each: list[tuple[Node, ...]]) -> bool:
    """Whether members of objects stand beside one union, so that they join each of it."""
    plain = [parts for parts in each if _is_plain(parts)]
    told = any(part.has("discriminator") for parts in each for part in parts)
    objects = all(any(p.has("properties") for p in parts) for parts in plain)
    return len(each) - len(plain) == 1 and objects and not told


def _missing(parts: Iterable[Node], stated: Mapping[str, object]) -> list[str]:
    """Required members that nobody describes."""
    names = (name for part in parts for name in part.texts("required"))
    return [name for name in dict.fromkeys(names) if name not in stated]


def _teller(part: Node) -> str:
    """The member that tells heirs apart: a text (OpenAPI 3.1 section 4.8.25)."""
    stated = part.get("discriminator")
    return "" if stated is None else stated.text("propertyName")


def _unknown(
    schemas: Schemas,
    pointer: Pointer,
    name: str,
    additional: Pointer | None,
    *,
    told: bool,
) -> Property:
    place = join(pointer, "properties", name)
    if told:
        schema = schemas.state(place, String())
    else:
        schema = additional or schemas.state(place, AnyValue())
    return Property(pointer=place, name=name, schema=schema, required=True)


def _additional(
    schemas: Schemas, pointer: Pointer, parts: Iterable[Node]
) -> tuple[Literal["closed", "unstated", "open"], Pointer | None]:
    """What is said about further members; a pattern's schema counts as all of them."""
    openness: Literal["closed", "unstated", "open"] = "unstated"
    values: list[Node] = []
    patterns = [n for part in parts for _, n in part.members("patternProperties")]
    for part in parts:
        for keyword in ("additionalProperties", "unevaluatedProperties"):
            stated = part.get(keyword)
            if stated is None:
                continue
            if stated.tree is False:
                openness = "closed" if openness == "unstated" else openness
            else:
                openness = "open"
                values.append(stated)
    additional = (
        together(schemas, join(pointer, "additionalProperties"), values)
        if values
        else None
    )
    if patterns:
        found = dict.fromkeys(map(schemas.want, patterns))
        if additional is not None:
            found.setdefault(additional)
        openness, additional = "open", next(iter(found))
        if len(found) > 1:
            place = f"{pointer}/patternProperties"
            additional = schemas.state(place, Union(members=tuple(found)))
    return openness, additional


def required_only(member: Node) -> bool:
    """Whether a member of `anyOf` or `oneOf` only says what must be there."""
    keys: frozenset[str] = frozenset(
        member.tree if isinstance(member.tree, dict) else ()
    )
    others = keys - {"required", "type", "title", "description", "not"}
    return "required" in keys and not others


def _alternatives(parts: Iterable[Node]) -> tuple[Alternatives, ...]:
    found: list[Alternatives] = []
    for part in parts:
        for keyword in ("anyOf", "oneOf"):
            members = list(part.items(keyword))
            if members and all(map(required_only, members)):
                groups = tuple(member.texts("required") for member in members)
                found.append(Alternatives(groups=groups, exclusive=keyword == "oneOf"))
    return tuple(dict.fromkeys(found))


def _dependent(parts: Iterable[Node]) -> dict[str, tuple[str, ...]]:
    """`dependentRequired` (JSON Schema 2020-12, validation, section 6.5.4)."""
    found: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for name, _ in part.members("dependentRequired"):
            listed = part.get("dependentRequired")
            if listed is not None:
                found[name] = (*found.get(name, ()), *listed.texts(name))
    return found
