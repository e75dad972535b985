"""What a schema is as a Python annotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import assert_never

from ..link import (
    Alias,
    AnyValue,
    Api,
    Array,
    Boolean,
    Direction,
    Enumeration,
    Integer,
    NoValue,
    NullValue,
    Number,
    Object,
    Pointer,
    Schema,
    String,
    Union,
    directions,
    is_multipart,
    resolve,
)
from ..name import Names
from .imports import Import
from .kinds import clash
from .scalars import STRINGS, constants, opened, scalar, textual
from .text import literal
from .use import NONE, Annotation, Place, Use, anything, either, plain

__all__ = [
    "NONE",
    "STRINGS",
    "Annotation",
    "Annotations",
    "Place",
    "Use",
    "either",
    "plain",
    "textual",
]

DEPTH = 24
"""Annotations nest no deeper; what is below is any value."""


@dataclass(frozen=True, kw_only=True)
class Annotations:
    """Annotations of one package, by the pointer of a schema."""

    api: Api
    names: Names
    documented: bool = True
    """Whether what callers meet gets docstrings, which take a third of the time."""
    _texts: dict[tuple[Pointer, Use], Annotation] = field(
        default_factory=dict[tuple[Pointer, Use], Annotation], repr=False, compare=False
    )

    @cached_property
    def directions(self) -> Mapping[Pointer, frozenset[Direction]]:
        """Which way each schema travels."""
        return directions(self.api)

    @cached_property
    def aliases(self) -> frozenset[str]:
        """What `operations` writes for names that are no classes."""
        return frozenset(
            f"models.{name}"
            for pointer, name in self.names.types.items()
            if not self.is_class(self.api.schemas[pointer])
        )

    @cached_property
    def alternatives(self) -> frozenset[Pointer]:
        """Objects that are members of a union: their constants tell them apart."""
        return frozenset(
            resolve(self.api, member).pointer
            for schema in self.api.schemas.values()
            if isinstance(schema.shape, Union)
            for member in schema.shape.members
        )

    @cached_property
    def uploads(self) -> frozenset[Pointer]:
        """Objects that multipart bodies are, as they stand or as one of several."""
        return frozenset(
            pointer
            for operation in self.api.operations
            if operation.body is not None
            for content in operation.body.contents
            if content.schema is not None and is_multipart(content.media_type)
            for pointer in self._objects(content.schema)
        )

    def _objects(self, pointer: Pointer) -> Iterator[Pointer]:
        """A schema, or what it is one of."""
        schema = resolve(self.api, pointer)
        yield schema.pointer
        if isinstance(schema.shape, Union):
            for member in schema.shape.members:
                yield resolve(self.api, member).pointer

    def upload(self, pointer: Pointer) -> str | None:
        """What its binary members are: files (`"file"`), bytes (`""`), or no uploads."""
        if pointer not in self.uploads:
            return None
        return "file" if self.direction(pointer) == "request" else ""

    def direction(self, pointer: Pointer) -> Direction:
        """The way that decides about a model: back, if it ever comes back."""
        ways = self.directions.get(pointer, frozenset[Direction]())
        return "request" if ways and "response" not in ways else "response"

    def is_model(self, pointer: Pointer) -> bool:
        """Whether a schema, aliases followed, is a class of `models`."""
        return self.is_class(resolve(self.api, pointer))

    def is_class(self, schema: Schema) -> bool:
        """Whether a schema itself is a class."""
        return isinstance(schema.shape, Object) and bool(schema.shape.properties)

    def unset(self, annotation: Annotation, use: Use) -> Annotation:
        """The annotation of something that may be left out: `| UnsetType`."""
        return either((annotation, plain("UnsetType", use.runtime("UnsetType"))))

    def annotation(self, pointer: Pointer, use: Use) -> Annotation:
        """What a schema is at a place, `| None` included where it is nullable."""
        key = (pointer, use)
        known = self._texts.get(key)
        if known is None:
            known = self._texts[key] = self._annotation(pointer, use)
        return known

    def _annotation(self, pointer: Pointer, use: Use) -> Annotation:
        schema = self.api.schemas[pointer]
        name = self.names.types.get(pointer)
        if use.depth > DEPTH:
            return anything(use)
        if name is None:
            found = self.written(schema, use)
        else:
            found = use.named(name)
            if not self.is_class(schema):
                found = self._alias(schema, found, use)
        if schema.nullable and found.members != ("JsonValue",):
            return self._joined(either((found, NONE)), use)
        return found

    def _joined(self, found: Annotation, use: Use) -> Annotation:
        """A union that is a value at run time: `|` is not defined for every alias."""
        if use.place != "operations" or len(found.members) == 1:
            return found
        if self.aliases.isdisjoint(found.members):
            return found
        union = Import(module="typing", name="Union")
        text = f"Union[{', '.join(found.members)}]"
        return Annotation(members=(text,), imports=found.imports.union((union,)))

    def _alias(self, schema: Schema, named: Annotation, use: Use) -> Annotation:
        """A reference to an alias: what comes back may be another value."""
        target = resolve(self.api, schema.pointer)
        if isinstance(target.shape, AnyValue | NoValue):
            return anything(use)
        if use.argument and isinstance(target.shape, Array):
            return self.written(target, use)
        if use.files and self._is_file(target):
            return self.written(target, use)  # a file too, where the alias means bytes
        if isinstance(target.shape, Enumeration) and use.direction == "response":
            return self._joined(either((named, *opened(target.shape, use))), use)
        return named

    def _is_file(self, schema: Schema) -> bool:
        """Whether values are binary, or one of a union is."""
        shape = schema.shape
        if isinstance(shape, Union):
            return any(self._is_file(resolve(self.api, it)) for it in shape.members)
        return isinstance(shape, String) and textual(shape) == "binary"

    def written(self, schema: Schema, use: Use) -> Annotation:
        """A schema's own annotation, without its name and without `| None`."""
        shape = schema.shape
        match shape:
            case Alias():
                return self.annotation(shape.target, use)
            case AnyValue() | NoValue():
                return anything(use)
            case NullValue():
                return NONE
            case Boolean():
                return use.builtin("bool")
            case Integer() | Number() | String():
                return scalar(schema, shape, use)
            case Enumeration():
                values = constants(shape, use)
                if use.direction == "response" and not use.closed:
                    return either((*values, *opened(shape, use)))
                return either(values)
            case Array():
                return self._array(shape, use)
            case Object():
                return self._mapping(shape, use)
            case Union():
                return self._union(schema, shape, use)
            case _:
                assert_never(shape)

    def _array(self, shape: Array, use: Use) -> Annotation:
        inner = use.inner()
        items = [self.annotation(each, inner) for each in shape.prefix]
        last = self.annotation(shape.items, inner)
        if not (shape.prefix and last.members == ("JsonValue",)):
            items.append(last)
        item = either(items)
        if use.argument:
            sequence = Import(module="collections.abc", name="Sequence")
            return item.within("Sequence[", "]", sequence)
        outer = use.builtin("list")
        return item.within(f"{outer.text}[", "]", *outer.imports)

    def _mapping(self, shape: Object, use: Use) -> Annotation:
        if shape.additional is None:
            value = anything(use)
        else:
            value = self.annotation(shape.additional, use.inner())
        if use.argument:
            mapping = Import(module="collections.abc", name="Mapping")
            return value.within("Mapping[str, ", "]", mapping)
        outer = use.builtin("dict")
        return value.within(f"{outer.text}[str, ", "]", *outer.imports)

    def _union(self, schema: Schema, shape: Union, use: Use) -> Annotation:
        inner = use.inner()
        union = either(self.annotation(member, inner) for member in shape.members)
        if len(union.members) < 2 or not clash(self.api, schema.pointer):
            return self._joined(union, use)
        if self.grows(shape, use.direction):
            variant = plain("UnknownVariant", use.runtime("UnknownVariant"))
            union = either((union, variant))
        if not use.marked:
            return self._joined(union, use)
        bare = Annotation(
            members=tuple(m for m in union.members if m != "None"),
            imports=union.imports,
        )
        told = self._told(shape, inner)
        marked = self._joined(bare, use).within(
            "Annotated[",
            f", OneOf({told.text})]",
            Import(module="typing", name="Annotated"),
            use.runtime("OneOf"),
            *told.imports,
        )
        if "None" not in union.members:
            return marked
        return self._joined(either((marked, NONE)), use)

    def grows(self, shape: Union, direction: Direction) -> bool:
        """Whether a discriminator may have a value that the document does not know yet."""
        told = shape.discriminator
        return (
            direction == "response"
            and told is not None
            and bool(told.mapping)
            and told.fallback is None
        )

    @cached_property
    def grow(self) -> bool:
        """Whether any union does."""
        return any(
            self.grows(schema.shape, self.direction(pointer))
            for pointer, schema in self.api.schemas.items()
            if isinstance(schema.shape, Union)
        )

    def _present(self, pointer: Pointer, use: Use) -> Annotation:
        """What a schema is where it is not null."""
        found = self.annotation(pointer, use)
        present = tuple(member for member in found.members if member != "None")
        return Annotation(members=present or found.members, imports=found.imports)

    def _told(self, shape: Union, use: Use) -> Annotation:
        """The arguments of `OneOf`: the discriminator."""
        told = shape.discriminator
        if told is None:
            return Annotation(members=("",))
        mapping = {
            key: either(self._present(at, use) for k, at in told.mapping if k == key)
            for key in dict.fromkeys(key for key, _ in told.mapping)
        }
        pairs = (f"{literal(key)}: {each.text}" for key, each in mapping.items())
        parts = [literal(told.property), f"{{{', '.join(pairs)}}}"]
        used = list(mapping.values())
        if told.fallback is not None:
            fallback = self._present(told.fallback, use)
            parts.append(f"fallback={fallback.text}")
            used.append(fallback)
        imports = frozenset[Import]().union(*(each.imports for each in used))
        return Annotation(members=(", ".join(parts),), imports=imports)
