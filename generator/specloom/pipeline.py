"""From a document to the files of a package: the table of contents.

`generate` is a pure function: the same source and settings give the same files, with no
clock, no network and no order of a set, so that it may run in any process, anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .check import Document, check
from .link import Api, Selection, Server, link
from .name import Names, Pins, name
from .read import Source
from .render import Files, render
from .report import Report
from .settings import Target
from .shape import Package, shape

__all__ = ["Product", "api_of", "generate", "names_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What became of a document: every door type on the way, for whoever asks."""

    document: Document
    api: Api
    names: Names
    package: Package
    files: Files


def generate(source: Source, target: Target, report: Report) -> Product | None:
    """All rooms from a source to files; `None` where it is no OpenAPI document."""
    document = check(source, report)
    if document is None:
        return None
    api = api_of(document, target, report)
    names = names_of(api, target, report)
    package = shape(api, names, report)
    return Product(
        document=document,
        api=api,
        names=names,
        package=package,
        files=render(package),
    )


def api_of(document: Document, target: Target, report: Report) -> Api:
    """The API as the settings want it.

    Of the operations that they select, and with their environments where the document
    states no servers.
    """
    selection = Selection(
        tags=target.tags, paths=target.paths, operations=target.operations
    )
    api = link(document, report, selection)
    if api.servers or not target.environments:
        return api
    servers = tuple(
        Server(pointer=f"#/servers/{key}", url=url, python_name=key)
        for key, url in target.environments.items()
    )
    return replace(api, servers=servers)


def names_of(api: Api, target: Target, report: Report) -> Names:
    """The names, with what the settings pin."""
    pins = Pins(
        distribution=target.distribution,
        package=target.package,
        client=target.client,
        names=target.names,
    )
    return name(api, pins, report)
