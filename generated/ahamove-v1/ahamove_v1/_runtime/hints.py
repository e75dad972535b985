"""From annotations to shapes.

They are read at first use: models refer to models that stand below them, and a call
needs few of the thousands that a package may have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    ForwardRef,
    Literal,
    TypeGuard,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from msgspec import NODEFAULT, Meta, UnsetType
from msgspec.structs import replace

from .models import (
    EXTRAS,
    JsonValue,
    Model,
    OneOf,
    OpenModel,
    Secret,
    Text,
    UnixTime,
    UnknownVariant,
    Upload,
    unquoted,
)
from .shapes import (
    Anything,
    Choice,
    Constants,
    List,
    Map,
    Member,
    Null,
    Nullable,
    Object,
    Recursive,
    Reference,
    Scalar,
    Shape,
)
from .space import MODELS, Space

__all__ = ["extras", "members", "read", "secrets", "target"]

SHAPES: dict[object, Shape] = {}
EXTRA: dict[type[Model], Shape] = {}
TARGETS: dict[type[Recursive], Shape] = {}
MEMBERS: dict[type[Model], tuple[Member, ...]] = {}


def read(annotation: object, space: Space = MODELS) -> Shape:
    """The shape that an annotation means.

    Raises:
        TypeError: No value of that type travels.
    """
    if isinstance(annotation, str | ForwardRef):
        return read(space.evaluate(annotation), space)
    known = SHAPES.get(annotation)
    if known is None:
        known = SHAPES.setdefault(annotation, parse(annotation, space))
    return known


def parse(annotation: object, space: Space) -> Shape:
    """The shape of an annotation that is no text."""
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if not arguments:
        return bare(origin or annotation)
    if origin is Annotated:
        shape = annotated(read(arguments[0], space), arguments[1:], space)
        return opened(shape) if UnknownVariant in get_args(arguments[0]) else shape
    if origin is Literal:
        return union([constant(value) for value in arguments])
    if origin in (Union, UnionType):
        parts = [part for part in arguments if part not in (UnsetType, UnknownVariant)]
        return union([read(part, space) for part in parts])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Map(read(arguments[1], space))
    if isinstance(origin, type) and issubclass(origin, Collection):
        return List(read(arguments[0], space))
    raise TypeError(f"no value travels as {annotation!r}")


def bare(annotation: object) -> Shape:
    """The shape of an annotation without arguments."""
    if annotation in (None, NoneType):
        return Null()
    if annotation in (JsonValue, Any, object) or isinstance(annotation, TypeVar):
        return Anything()
    if not is_class(annotation):
        raise TypeError(f"no value travels as {annotation!r}")
    if issubclass(annotation, Recursive):
        return Reference(annotation)
    if issubclass(annotation, Model):
        return Object(annotation)
    if issubclass(annotation, Mapping):
        return Map(Anything())
    if issubclass(annotation, list | tuple):
        return List(Anything())
    return Scalar(annotation)


def is_class(annotation: object) -> TypeGuard[type[object]]:
    """Whether an annotation is a class."""
    return isinstance(annotation, type)


def constant(value: object) -> Shape:
    """The shape of a value of a `Literal`."""
    match value:
        case bool() | int() | str():
            return Constants((value,))
        case None:
            return Null()
        case _:
            return Scalar(type(value))


def annotated(shape: Shape, marks: tuple[object, ...], space: Space) -> Shape:
    """A shape as the marks of `Annotated` change it."""
    if isinstance(shape, Nullable):
        return Nullable(annotated(shape.shape, marks, space))
    for mark in marks:
        if isinstance(shape, Scalar):
            shape = formed(shape, mark)
        elif isinstance(mark, OneOf) and mark.tag:
            shape = Choice(
                shape.options if isinstance(shape, Choice) else (shape,),
                tag=mark.tag,
                mapping={
                    key: read(value, space) for key, value in mark.mapping.items()
                },
                fallback=None if mark.fallback is None else read(mark.fallback, space),
            )
    return shape


def opened(shape: Shape) -> Shape:
    """A union that an object with an unknown tag is a value of, too."""
    match shape:
        case Nullable():
            return Nullable(opened(shape.shape))
        case Choice():
            return replace(shape, open=True)
        case _:
            return shape


def formed(shape: Scalar, mark: object) -> Scalar:
    """A scalar in the form that a mark gives it."""
    match mark:
        case UnixTime():
            return replace(shape, form=mark.unit)
        case Meta():
            return replace(shape, limits=mark)
        case _ if mark is Text:
            return replace(shape, form="text")
        case _ if mark is Upload:
            return replace(shape, form="upload")
        case _:
            return shape


def union(parts: list[Shape]) -> Shape:
    """One shape for several: null stands apart, constants together or in an open type."""
    bare = [part.shape if isinstance(part, Nullable) else part for part in parts]
    options: list[Shape] = [
        part for part in bare if not isinstance(part, Null | Constants)
    ]
    closed = [part for part in bare if isinstance(part, Constants)]
    for place, option in enumerate(options):
        if isinstance(option, Scalar) and not option.form:
            same = [part for part in closed if type(part.values[0]) is option.type]
            closed = [part for part in closed if part not in same]
            options[place] = replace(option, names=(*option.names, *values(same)))
    if closed:
        options.insert(0, Constants(values(closed)))
    if not options:
        return Null()
    shape = options[0] if len(options) == 1 else Choice(tuple(options))
    null = any(isinstance(part, Null | Nullable) for part in parts)
    return Nullable(shape) if null and not isinstance(shape, Anything) else shape


def values(parts: Iterable[Constants]) -> tuple[bool | int | str, ...]:
    """The values of several enumerations, each once; `True` is not 1."""
    keyed = {(type(value), value): value for part in parts for value in part.values}
    return tuple(keyed.values())


def members(model: type[Model]) -> tuple[Member, ...]:
    """The members of a model in the document's order, unknown ones aside.

    Raises:
        NameError: An annotation names what its module does not have.
    """
    known = MEMBERS.get(model)
    if known is None:
        known = MEMBERS.setdefault(model, tuple(inspect(model)))
    return known


def inspect(model: type[Model]) -> Iterator[Member]:
    """Read the annotations of a model and of the models that it extends."""
    annotations: dict[str, object] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, Model) and base not in (Model, OpenModel):
            annotations.update(evaluated(base))
    space = Space(model.__module__)
    names, wires = model.__struct_fields__, model.__struct_encode_fields__
    missing = len(names) - len(model.__struct_defaults__)
    defaults = (*(NODEFAULT,) * missing, *model.__struct_defaults__)
    for name, wire, default in zip(names, wires, defaults, strict=True):
        if wire != EXTRAS:
            yield Member(
                name=name,
                wire=unquoted(wire),
                shape=read(annotations[name], space),
                required=default is NODEFAULT,
                secret=hidden(annotations[name]),
            )


def evaluated(model: type[Model]) -> dict[str, object]:
    """The annotations that stand in a class itself; all texts are compiled at once."""
    fields = model.__struct_fields__
    own = {name: it for name, it in model.__annotations__.items() if name in fields}
    texts = {name: text for name, text in own.items() if isinstance(text, str)}
    if texts:
        types = Space(model.__module__).evaluate(f"[{', '.join(texts.values())}]")
        own.update(zip(texts, cast("list[object]", types), strict=True))
    return own


def hidden(annotation: object) -> bool:
    """Whether an annotation holds a `Secret`, models aside: they hide their own."""
    return annotation is Secret or any(map(hidden, get_args(annotation)))


def extras(model: type[Model]) -> Shape | None:
    """What the unknown members of an open model are; `None` for other models."""
    if OpenModel not in model.__mro__:
        return None
    known = EXTRA.get(model)
    if known is None:
        known = EXTRA.setdefault(model, unknown(model))
    return known


def unknown(model: type[Model]) -> Shape:
    """The argument of `OpenModel` that a model or one of its bases gives."""
    for base in model.__mro__:
        for origin in vars(base).get("__orig_bases__", ()):
            if get_origin(origin) is OpenModel:
                return read(get_args(origin)[0], Space(base.__module__))
    return Anything()


def secrets(model: type[Model]) -> Collection[str]:
    """The names of the members that no text may show: all, if that cannot be told."""
    try:
        return {member.name for member in members(model) if member.secret}
    except (NameError, TypeError):
        return model.__struct_fields__


def target(reference: Reference) -> Shape:
    """What a recursive alias stands for."""
    alias = reference.alias
    known = TARGETS.get(alias)
    if known is None:
        known = TARGETS.setdefault(alias, read(alias.text, Space(alias.module)))
    return known
