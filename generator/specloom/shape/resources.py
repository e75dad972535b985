"""Operations as methods of resources."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Operation
from ..name import ResourceName
from .annotation import Annotations
from .arguments import Arguments
from .imports import FUTURE, Import, import_block
from .methods import METHOD, Methods
from .operations import Constants
from .text import docstring, literal, summary
from .views import ItemView, MethodView, ModuleView, ResourceView, WholeView

__all__ = ["resources"]

BUILTINS = frozenset(["bool", "bytes", "dict", "float", "int", "list", "str"])


def resources(annotations: Annotations) -> Iterator[ResourceView]:
    """The resources of an API, in the order of first use."""
    names, api = annotations.names, annotations.api
    groups: dict[str, list[Operation]] = {key: [] for key in names.resources}
    for operation in api.operations:
        groups[names.operations[operation.pointer].resource].append(operation)
    said = {tag.name: tag.description for tag in api.tags}
    for key, operations in groups.items():
        text = said.get(key) or f"{key[:1].upper()}{key[1:]}."
        yield _resource(annotations, names.resources[key], operations, text)


def _resource(
    annotations: Annotations, name: ResourceName, operations: list[Operation], text: str
) -> ResourceView:
    constants = Constants(annotations=annotations)
    items = tuple(_constants(constants, operations, name.attribute))
    called = annotations.names.operations
    taken = {called[each.pointer].method for each in operations}
    methods = Methods(
        arguments=Arguments(
            annotations=annotations, shadowed=BUILTINS.intersection(taken)
        ),
        imports={
            FUTURE,
            Import(module="..operations", name=name.module, alias="operations"),
            Import(module=".._runtime.options", name="Options"),
        },
    )
    views = tuple(view for each in operations for view in methods.of(each))
    whole = tuple(_whole(annotations, operations, views))
    return ResourceView(
        attribute=name.attribute,
        module=name.module,
        type=name.type,
        heading=docstring(summary(text) or name.type, indent=METHOD),
        docstring=docstring(text, indent=4),
        operations=ModuleView(
            docstring=docstring(f"Wire facts of {name.attribute}.", indent=0),
            imports=import_block({FUTURE, *constants.imports}),
        ),
        envelopes=tuple(constants.envelopes.values()),
        headers=tuple(constants.headers),
        constants=items,
        module_sync=_module(methods, name, text, whole),
        module_async=_module(methods, name, text, whole, prefix="Async"),
        streams=methods.streaming(),
        paged=methods.paged,
        waits=methods.waits,
        whole=whole,
        downloads=tuple(methods.downloads),
        methods=views,
    )


def _module(
    methods: Methods,
    name: ResourceName,
    text: str,
    whole: tuple[WholeView, ...],
    prefix: str = "",
) -> ModuleView:
    """The head of a module, once all its methods are known."""
    views = [
        "",
        *(["WithResponse"] if whole else []),
        *(["Streaming"] if methods.downloads else []),
    ]
    imports = {*methods.imports, *_described(whole, prefix), *_bases(methods, prefix)}
    return ModuleView(
        docstring=docstring(summary(text) or name.type, indent=0),
        imports=import_block(imports),
        names=tuple(literal(f"{prefix}{name.type}{view}") for view in views),
        deprecated=methods.deprecated,
    )


def _described(whole: tuple[WholeView, ...], prefix: str) -> Iterator[Import]:
    """What gives whole responses."""
    for each in whole:
        name = "described" if each.headers else "detailed"
        yield Import(module=_plain(prefix), name=name)


def _bases(methods: Methods, prefix: str) -> Iterator[Import]:
    """What resources are made of: plain calls, streams, pages, states."""
    streams = f".._runtime.{'asyncstreams' if prefix else 'streams'}"
    for each in methods.classes:
        yield Import(module=streams, name=f"{prefix}{each}")
    if methods.downloads:
        yield Import(module=streams, name="streamed")
    if methods.streaming():
        yield Import(module=streams, name=f"{prefix}StreamingResource")
    elif not methods.paged:
        yield Import(module=_plain(prefix), name=f"{prefix}Resource")
    if methods.paged:
        pages = f".._runtime.{'asyncpagination' if prefix else 'pagination'}"
        yield Import(module=pages, name=f"{prefix}PagedResource")
        yield Import(module=pages, name=f"{prefix}Pages")
    if methods.waits:
        waiters = ".._runtime.waiters"
        yield Import(module=waiters, name=f"{prefix}WaitingResource")


def _plain(prefix: str) -> str:
    return f".._runtime.{'aio' if prefix else 'client'}"


def _whole(
    annotations: Annotations,
    operations: list[Operation],
    views: tuple[MethodView, ...],
) -> Iterator[WholeView]:
    """The methods that can give their whole response."""
    names = annotations.names
    classes = {
        names.operations[each.pointer].constant: names.headers[each.pointer].type
        for each in operations
        if each.pointer in names.headers
    }
    for view in views:
        if view.call == "_call":
            yield WholeView(name=view.name, headers=classes.get(view.constant, ""))


def _constants(
    constants: Constants, operations: list[Operation], attribute: str
) -> Iterator[ItemView]:
    """The constants of each operation: itself, its stream, its pages, its state."""
    for each in operations:
        yield constants.constant(each, attribute)
        more = constants.stream(each), constants.pages(each), constants.waiter(each)
        yield from filter(None, more)
