"""From schema objects to schemas: a worklist, so that cycles and depth need no care."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..check import Document
from ..read import join
from ..report import Diagnostic, Report
from .api import (
    Alias,
    AnyValue,
    Boolean,
    Integer,
    JsonValue,
    NoValue,
    NullValue,
    Number,
    Pointer,
    Schema,
    Shape,
    String,
    Union,
)
from .arrays import array_of
from .assertions import asserted, constraining
from .choices import choice_of
from .discriminators import discriminator
from .enumerations import enumeration
from .facets import facets, transparent
from .families import Families
from .kinds import contradict, hinted, kind_of, kinds
from .node import Node
from .objects import object_of

__all__ = ["Schemas"]


@dataclass(frozen=True, slots=True)
class Task:
    """A schema to be read: where it is kept, and the parts that it is made of."""

    pointer: Pointer
    node: Node
    parts: tuple[Node, ...]


@dataclass(slots=True, kw_only=True)
class Schemas:
    """Collects every schema that somebody wants, in order of first wish."""

    document: Document
    report: Report
    families: Families
    found: dict[Pointer, Schema] = field(default_factory=dict[Pointer, Schema])
    _known: set[Pointer] = field(default_factory=set[Pointer])
    _waiting: deque[Task] = field(default_factory=deque[Task])
    _merged: dict[object, Pointer] = field(default_factory=dict[object, Pointer])

    def want(self, node: Node) -> Pointer:
        """The pointer of the schema that stands here, references followed."""
        node = transparent(node)
        self._enqueue(node.pointer, node)
        return node.pointer

    def declare(self, node: Node) -> None:
        """Keep a component schema under its own pointer, even if it is a reference."""
        self._enqueue(node.pointer, node)

    def state(self, pointer: Pointer, shape: Shape) -> Pointer:
        """Keep a schema that the document implies but doesn't write down."""
        self._known.add(pointer)
        self.found.setdefault(pointer, Schema(pointer=pointer, shape=shape))
        return pointer

    def merged(self, pointer: Pointer, node: Node, base: Iterable[Node]) -> Pointer:
        """A schema together with others that hold beside it.

        The same parts make one schema, wherever they meet, so that recursion ends.
        """
        parts = {part.pointer: part for part in (*base, *facets(node))}
        key = tuple((at, frozenset(_keys(part))) for at, part in parts.items())
        known = self._merged.setdefault(key, pointer)
        if known not in self._known:
            self._known.add(known)
            self._waiting.append(Task(known, node, tuple(parts.values())))
        return known

    def complete(self) -> Mapping[Pointer, Schema]:
        """Read all that is wanted, and what that wants in turn."""
        while self._waiting:
            task = self._waiting.popleft()
            self.found[task.pointer] = self._schema(task)
        return self.found

    def approximate(self, node: Node, message: str) -> None:
        """Say that a schema is read as something wider."""
        self.report.add(
            Diagnostic(
                code="SP303",
                message=message,
                pointer=node.pointer,
            )
        )

    def _enqueue(self, pointer: Pointer, node: Node) -> None:
        if pointer not in self._known:
            self._known.add(pointer)
            self._waiting.append(Task(pointer, node, facets(node)))

    def _schema(self, task: Task) -> Schema:
        node, parts = task.node, task.parts
        if isinstance(node.tree, bool):
            return Schema(
                pointer=task.pointer, shape=AnyValue() if node.tree else NoValue()
            )
        target = transparent(node)
        if target.pointer != node.pointer and task.pointer == node.pointer:
            shape: Shape = Alias(target=self.want(target))
            nullable = False
        else:
            shape, nullable = self._shape(task)
        return _described(task, parts, shape, nullable)

    def _shape(self, task: Task) -> tuple[Shape, bool]:
        """The shape, and whether `null` is allowed besides."""
        if any(part.tree is False for part in task.parts):
            return NoValue(), False
        parts = tuple(part for part in task.parts if isinstance(part.tree, dict))
        allowed = kinds(parts)
        if len(parts) > 1 and contradict(parts):
            self.approximate(
                task.node, "no value is of all types here: the last counts"
            )
        choice = choice_of(self, task.pointer, parts, allowed)
        if choice is not None:
            return choice.shape, choice.nullable
        children = self.families.children(task.pointer)
        if children:
            return self._family(task, parts, children), "null" in allowed
        listed = _listed(parts)
        if listed is not None:
            return enumeration(listed, parts, allowed)
        allowed = allowed or hinted(parts)
        bare = tuple(kind for kind in allowed if kind != "null")
        if not bare:
            return (NullValue() if allowed else AnyValue()), False
        return self._typed(task, parts, bare), "null" in allowed

    def _typed(
        self, task: Task, parts: tuple[Node, ...], allowed: tuple[str, ...]
    ) -> Shape:
        if len(allowed) >= 6:
            return AnyValue()
        if "number" in allowed:
            allowed = tuple(kind for kind in allowed if kind != "integer")
        if len(allowed) == 1:
            return self._plain(task.pointer, task.node, parts, allowed[0])
        members = tuple(
            self.state(
                f"{task.pointer}@{kind}",
                self._plain(f"{task.pointer}@{kind}", task.node, parts, kind),
            )
            for kind in allowed
        )
        return Union(members=members)

    def _plain(
        self, pointer: Pointer, node: Node, parts: tuple[Node, ...], kind: str
    ) -> Shape:
        match kind:
            case "object":
                return object_of(self, pointer, node, parts)
            case "array":
                return array_of(self, pointer, parts)
            case "string":
                return String(
                    format=_last(parts, "format"),
                    content_encoding=_last(parts, "contentEncoding"),
                    content_media_type=_last(parts, "contentMediaType"),
                )
            case "integer":
                return Integer(format=_last(parts, "format"))
            case "number":
                return Number(format=_last(parts, "format"))
            case "boolean":
                return Boolean()
            case _:
                return AnyValue()

    def _family(
        self, task: Task, parts: tuple[Node, ...], children: tuple[Node, ...]
    ) -> Shape:
        """A base with a discriminator means any of the schemas that take it in."""
        base = f"{task.pointer}@self"
        self.state(base, object_of(self, base, task.node, parts))
        own = task.node.get("discriminator")
        assert own is not None
        members = tuple(map(self.want, children))
        told = discriminator(self, own, list(zip(members, children, strict=True)))
        told = told.based_on(task.pointer, base)
        # A child that only renames the base is the base.
        named = (*(at for _, at in told.mapping), *members, base)
        every = dict.fromkeys(at for at in named if at != task.pointer)
        return Union(members=tuple(every), discriminator=told.told)


def _keys(part: Node) -> Iterable[str]:
    return part.tree if isinstance(part.tree, dict) else ()


def _listed(parts: Iterable[Node]) -> tuple[JsonValue, ...] | None:
    """The values that `const` and `enum` of all parts leave, or `None`."""
    listed: list[JsonValue] | None = None
    for part in parts:
        stated = [part.value("const")] if part.has("const") else part.value("enum")
        if isinstance(stated, list):
            keys = {_key(value) for value in stated}
            common = [value for value in listed or () if _key(value) in keys]
            listed = common if listed is not None and common else list(stated)
    if listed is None:
        return None
    return tuple({_key(value): value for value in listed}.values())


def _key(value: JsonValue) -> tuple[str, str]:
    return kind_of(value), repr(value)


def _last(parts: Iterable[Node], key: str) -> str:
    found = ""
    for part in parts:
        found = part.text(key) or found
    return found


_SECRET = ("x-sensitive", "format")


def _described(
    task: Task, parts: tuple[Node, ...], shape: Shape, nullable: bool
) -> Schema:
    node = task.node
    keys = frozenset[str]().union(*(p.tree for p in parts if isinstance(p.tree, dict)))
    unit = _last(parts, "x-unix-time") if "x-unix-time" in keys else ""
    sensitive = any(
        part.flag("x-sensitive") or part.text("format") == "password"
        for part in (() if keys.isdisjoint(_SECRET) else parts)
    )
    return Schema(
        pointer=task.pointer,
        shape=shape,
        nullable=nullable,
        title=node.text("title"),
        description=node.text("description") or _last(_own(task), "description"),
        default=node.constant("default"),
        examples=node.examples,
        deprecated=node.flag("deprecated"),
        read_only="readOnly" in keys and any(p.flag("readOnly") for p in parts),
        write_only="writeOnly" in keys and any(p.flag("writeOnly") for p in parts),
        sensitive=sensitive,
        unix_time="ms" if unit == "ms" else "s" if unit == "s" else None,
        constraints=dict(constraining(parts)) or None,
        assertions=asserted(parts) or None,
        python_name=node.python_name,
        source=node.source,
    )


def _own(task: Task) -> tuple[Node, ...]:
    """The parts that describe a schema.

    What it takes in by reference speaks of itself, where members are added to it or where
    several are taken in.
    """
    if len(task.parts) == 1 or task.pointer != task.node.pointer:
        return task.parts
    inside = join(task.pointer, "")
    own = tuple(
        part
        for part in task.parts
        if part.pointer == task.pointer or part.pointer.startswith(inside)
    )
    taken = sum(part.has("$ref", "$dynamicRef") for part in own)
    adds = any(part.has("properties") for part in own)
    return own if adds or taken > 1 else task.parts
