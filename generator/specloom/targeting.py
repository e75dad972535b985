"""The rooms `link` and `name` with what the settings say of a document."""

from __future__ import annotations

from dataclasses import replace

from .check import Document
from .link import Api, Selection, Server, link
from .name import Names, Pins, name
from .report import Report
from .settings import Target

__all__ = ["api_of", "names_of"]


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
