"""What is known of the schemas of one package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..link import (
    Api,
    Direction,
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
from .scalars import textual

__all__ = ["Facts"]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What decides how a schema is written, by its pointer."""

    api: Api
    names: Names

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

    def is_file(self, schema: Schema) -> bool:
        """Whether values are binary, or one of a union is."""
        shape = schema.shape
        if isinstance(shape, Union):
            return any(self.is_file(resolve(self.api, it)) for it in shape.members)
        return isinstance(shape, String) and textual(shape) == "binary"

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
