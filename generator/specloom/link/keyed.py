"""Values that only a discriminator's mapping knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ..report import Diagnostic, Report
from .api import Api, Enumeration, Object, Pointer, Schema, Union
from .reach import resolve

__all__ = ["keyed"]


def keyed(api: Api, report: Report) -> Api:
    """An API whose mapped schemas can be told what they are.

    A mapping's key is a value of the schema's property (OpenAPI 3.1 section 4.8.25); where
    its enumeration lacks the key, nobody could send that schema.
    """
    missing: defaultdict[Pointer, dict[str, None]] = defaultdict(dict)
    for union, key, own in _lacking(api):
        if key not in missing[own]:
            report.add(
                Diagnostic(
                    code="SP303",
                    message=f"`{key}` is a key of the mapping, and no value of the "
                    "property; it is taken for one",
                    pointer=f"{union}/discriminator",
                )
            )
        missing[own][key] = None
    schemas = {
        pointer: (
            _with(schema, tuple(missing[pointer])) if pointer in missing else schema
        )
        for pointer, schema in api.schemas.items()
    }
    return replace(api, schemas=schemas)


def _lacking(api: Api) -> Iterator[tuple[Pointer, str, Pointer]]:
    """Union, key, and the enumeration that should list the key."""
    for pointer, schema in api.schemas.items():
        told = schema.shape.discriminator if isinstance(schema.shape, Union) else None
        for key, target in told.mapping if told else ():
            shape = resolve(api, target).shape
            stated = shape.properties if isinstance(shape, Object) else ()
            for each in stated:
                own = resolve(api, each.schema)
                values = (
                    own.shape.values if isinstance(own.shape, Enumeration) else None
                )
                if told and each.name == told.property and values and key not in values:
                    yield pointer, key, own.pointer


def _with(schema: Schema, keys: tuple[str, ...]) -> Schema:
    shape = schema.shape
    if not isinstance(shape, Enumeration):
        return schema
    return replace(
        schema,
        shape=Enumeration(
            values=(*shape.values, *keys),
            names=(*shape.names, *keys) if shape.names else (),
            descriptions=(
                (*shape.descriptions, *("" for _ in keys)) if shape.descriptions else ()
            ),
        ),
    )
