"""From a sound document to the API that it describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..check import Document
from ..report import Report
from .api import Api, Operation, Pointer, SchemeUse, SecurityScheme, Tag
from .authorization import completed
from .directions import directed
from .families import families
from .following import following
from .keyed import keyed
from .node import Node
from .operations import Verb, operation, verbs
from .order import ordered
from .schemas import Schemas
from .security import requirements, schemes, servers
from .selection import EVERYTHING, Selection, selected
from .styles import evened

__all__ = ["link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """What operations need to know of the document."""

    schemas: Schemas
    identifiers: Mapping[str, Pointer]
    known: Mapping[str, SecurityScheme]
    security: tuple[tuple[SchemeUse, ...], ...]


def link(document: Document, report: Report, selection: Selection = EVERYTHING) -> Api:
    """The API of a document, with every schema that it declares or uses.

    Of a part of its operations, only what they use.
    """
    root = Node(document, "#", document.trees[""])
    components = tuple(_components(document))
    schemas = Schemas(document=document, report=report, families=families(components))
    for component in _declared(root):
        schemas.declare(component)
    paths = tuple(_verbs(root, "paths"))
    known = completed(
        schemes(root), (n for verb in paths for n in (verb.item, verb.node))
    )
    linking = Linking(
        schemas=schemas,
        identifiers=_identifiers(paths),
        known=known,
        security=requirements(root, known) or (),
    )
    operations = following([operation(linking, verb) for verb in paths], report)
    webhooks = tuple(operation(linking, verb) for verb in _verbs(root, "webhooks"))
    info = root.get("info") or root
    api = Api(
        location=document.location,
        title=info.text("title").strip() or "API",
        version=str(info.value("version") or ""),
        description=info.text("description") or info.text("summary"),
        servers=servers(root),
        tags=_tags(root, operations),
        security_schemes=known,
        operations=operations,
        webhooks=webhooks,
        schemas=schemas.complete(),
        python_name=info.python_name,
        source=info.source,
    )
    return ordered(directed(evened(keyed(selected(api, selection, report), report))))


def _components(document: Document) -> Iterator[Node]:
    """The component schemas of every file."""
    for file, tree in document.trees.items():
        yield from _declared(Node(document, f"{file}#", tree))


def _declared(root: Node) -> Iterator[Node]:
    components = root.get("components")
    if components is not None:
        for _, node in components.members("schemas"):
            yield node


def _verbs(root: Node, key: str) -> Iterator[Verb]:
    for path, item in root.members(key):
        if not path.startswith("x-"):
            yield from verbs(path, item)


def _identifiers(found: Iterable[Verb]) -> dict[str, Pointer]:
    identifiers: dict[str, Pointer] = {}
    for verb in found:
        identifiers.setdefault(verb.node.text("operationId"), verb.node.pointer)
    identifiers.pop("", None)
    return identifiers


def _tags(root: Node, operations: Iterable[Operation]) -> tuple[Tag, ...]:
    """Declared tags, then those that are only used."""
    found: dict[str, Tag] = {}
    for node in root.items("tags"):
        name = node.text("name")
        found.setdefault(
            name,
            Tag(
                pointer=node.pointer,
                name=name,
                description=node.text("description") or node.text("summary"),
                kind=node.text("kind"),
                python_name=node.python_name,
            ),
        )
    for each in operations:
        for index, name in enumerate(each.tags):
            pointer = f"{each.pointer}/tags/{index}"
            found.setdefault(name, Tag(pointer=pointer, name=name))
    return tuple(found.values())
