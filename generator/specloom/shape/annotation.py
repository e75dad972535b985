"""What a schema is as a Python annotation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from ..link import (
    Alias,
    AnyValue,
    Array,
    Boolean,
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
    resolve,
)
from .facts import Facts
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
class Annotations(Facts):
    """Annotations of one package, by the pointer of a schema."""

    documented: bool = True
    """Whether what callers meet gets docstrings, which take a third of the time."""
    _texts: dict[tuple[Pointer, Use], Annotation] = field(
        default_factory=dict[tuple[Pointer, Use], Annotation], repr=False, compare=False
    )

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
        if use.files and self.is_file(target):
            return self.written(target, use)  # a file too, where the alias means bytes
        if isinstance(target.shape, Enumeration) and use.direction == "response":
            return self._joined(either((named, *opened(target.shape, use))), use)
        return named

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
                return self._union(shape, use)
            case _:
                assert_never(shape)

    def _array(self, shape: Array, use: Use) -> Annotation:
        inner = use.inner()
        items = [self.annotation(each, inner) for each in shape.prefix]
        last = self.annotation(shape.items, inner)
        if not (shape.prefix and last.members == ("JsonValue",)):
            items.append(last)
        return self._listed(either(items), use)

    def _listed(self, item: Annotation, use: Use) -> Annotation:
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

    def _union(self, shape: Union, use: Use) -> Annotation:
        arrays = self._arrays(shape) if use.direction == "request" else ()
        members = tuple(each for each in shape.members if each not in arrays)
        inner = use.inner()
        union = either(self.annotation(member, inner) for member in members)
        if arrays:
            union = either((union, self._items(arrays, use)))
        told_apart = shape.discriminator is None and not clash(
            self.api, (*members, *arrays[:1])
        )
        if len(union.members) < 2 or told_apart:
            return self._joined(union, use)
        if self.grows(shape, use.direction):
            variant = plain("UnknownVariant", use.runtime("UnknownVariant"))
            union = either((union, variant))
        return self._marked(union, self._told(shape, inner), use)

    def _arrays(self, shape: Union) -> tuple[Pointer, ...]:
        """Members that callers give as one list, of any of their items.

        `list[A] | list[B]` takes no list that a checker infers on its own: neither is the
        other, and lists are invariant.
        """
        found = tuple(
            each
            for each in shape.members
            if isinstance(array := resolve(self.api, each).shape, Array)
            and not array.prefix
            and not self._nullable(each)
        )
        return found if len(found) > 1 and shape.discriminator is None else ()

    def _nullable(self, pointer: Pointer) -> bool:
        schema = self.api.schemas[pointer]
        if isinstance(schema.shape, Alias):
            return schema.nullable or self._nullable(schema.shape.target)
        return schema.nullable

    def _items(self, arrays: tuple[Pointer, ...], use: Use) -> Annotation:
        """One list of the items of several."""
        shapes = (resolve(self.api, each).shape for each in arrays)
        items = tuple(shape.items for shape in shapes if isinstance(shape, Array))
        inner = use.inner()
        union = either(self.annotation(item, inner) for item in items)
        if len(union.members) > 1 and clash(self.api, items):
            union = self._marked(union, Annotation(members=("",)), inner)
        return self._listed(union, use)

    def _marked(self, union: Annotation, told: Annotation, use: Use) -> Annotation:
        """A union that the runtime must choose from."""
        if not use.marked:
            return self._joined(union, use)
        bare = Annotation(
            members=tuple(m for m in union.members if m != "None"),
            imports=union.imports,
        )
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
