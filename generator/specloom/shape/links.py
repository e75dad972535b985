"""Links as constants, by which callers follow them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..link import Link, Operation, linked
from .annotation import Annotations, Use
from .entries import entry
from .imports import FUTURE, Import, import_block
from .returns import returns
from .text import docstring, literal
from .views import ConstantsView, ConstantView, EntryView, ModuleView

__all__ = ["links"]

USE = Use(place="errors", direction="response")
"""`errors` and `links` stand in the same folder."""
GROUPS = {"header": "headers", "cookie": "cookies", "querystring": "query"}


def links(annotations: Annotations, title: str) -> ConstantsView | None:
    """The module of links, if the document has any."""
    imports = {FUTURE, Import(module="._runtime.links", name="Link")}
    found = tuple(_constants(annotations, imports))
    if not found:
        return None
    exported = sorted(["Link", *(each.name for each in found)])
    return ConstantsView(
        module=ModuleView(
            docstring=docstring(f"Calls that answers of {title} lead to.", indent=0),
            imports=import_block(imports),
            names=tuple(map(literal, exported)),
        ),
        constants=found,
    )


def _constants(
    annotations: Annotations, imports: set[Import]
) -> Iterator[ConstantView]:
    names = annotations.names
    targets = {each.pointer: each for each in annotations.api.operations}
    for key, owner, _, link in linked(annotations.api):
        if key in names.links:
            target = targets[link.operation]
            types = [returns(annotations, it, USE) for it in (owner, target)]
            imports.update(*(each.imports for each in types))
            stated = f"Link[{', '.join(each.text for each in types)}]"
            yield ConstantView(
                name=names.links[key],
                annotation=stated,
                type="Link",
                arguments=(
                    entry("source", _constant(annotations, owner, imports)),
                    entry("operation", _constant(annotations, target, imports)),
                    *_given(link),
                ),
                docstring=docstring(_said(annotations, link, owner, target), indent=0),
            )


def _constant(
    annotations: Annotations, operation: Operation, imports: set[Import]
) -> str:
    """An operation as the module of links names it."""
    name = annotations.names.operations[operation.pointer]
    module = annotations.names.resources[name.resource].module
    alias = "dt_" if module == "dt" else module
    imports.add(Import(module=".operations", name=module, alias=alias))
    return f"{alias}.{name.constant}"


def _call(annotations: Annotations, operation: Operation) -> str:
    name = annotations.names.operations[operation.pointer]
    return f"{annotations.names.resources[name.resource].attribute}.{name.method}"


def _said(
    annotations: Annotations, link: Link, owner: Operation, target: Operation
) -> str:
    calls = f"From `{_call(annotations, owner)}` to `{_call(annotations, target)}`."
    return f"{calls}\n\n{link.description}" if link.description else calls


def _given(link: Link) -> Iterator[EntryView]:
    """What the call is given, once a location."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for location, name, value in link.parameters:
        stated = f"{literal(name)}: {literal(value)}"
        groups[GROUPS.get(location, location)].append(stated)
    for group, pairs in groups.items():
        yield entry(group, f"{{{', '.join(pairs)}}}")
    if link.request_body is not None:
        yield entry("body", literal(link.request_body.value))
