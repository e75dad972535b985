"""Bodies that are not what the document says: the error, and where the document has it from."""

from __future__ import annotations

import re

from .deviations import DecodeFailure, Deviation
from .errors import DecodeError
from .hints import members, read, target
from .shapes import Choice, List, Map, Nullable, Object, Reference, Shape

__all__ = ["source_of", "undecodable"]

SOURCE = re.compile(r"^\s*Source:\s*(.+?)\s*$", re.MULTILINE | re.DOTALL)


def undecodable(
    deviations: tuple[Deviation, ...], annotation: object, *, place: str = ""
) -> DecodeError:
    """The error of a body. `place` is where the annotated part stands in it."""
    source = ""
    for each in deviations[:1]:
        if annotation is not None and each.pointer.startswith(place):
            source = source_of(annotation, each.pointer.removeprefix(place))
    message = str(DecodeFailure(deviations))
    error = DecodeError(f"{message} [{source}]" if source else message)
    error.deviations = deviations
    error.source = source
    return error


def source_of(annotation: object, pointer: str) -> str:
    """What the innermost model around a place says of its source (`x-source`), or ""."""
    found = ""
    shape: Shape | None = read(annotation)
    names = [n.replace("~1", "/").replace("~0", "~") for n in pointer.split("/")[1:]]
    for name in [*names, None]:
        shape = plain(shape)
        if isinstance(shape, Object):
            stated = SOURCE.search(shape.model.__doc__ or "")
            found = " ".join(stated[1].split()) if stated else found
        if name is None or shape is None:
            break
        shape = inside(shape, name)
    return found


def plain(shape: Shape | None) -> Shape | None:
    """A shape without null, without a name, and of one kind."""
    while True:
        match shape:
            case Nullable():
                shape = shape.shape
            case Reference():
                shape = target(shape)
            case Choice():
                shape = next((o for o in shape.options if isinstance(o, Object)), None)
            case _:
                return shape


def inside(shape: Shape, name: str) -> Shape | None:
    """What stands under a name or an index."""
    match shape:
        case Object():
            found = (m.shape for m in members(shape.model) if m.wire == name)
            return next(found, None)
        case List():
            return shape.item
        case Map():
            return shape.value
        case _:
            return None
