"""From a document to the files of a package: the table of contents.

`generate` is a pure function: the same source and settings give the same files, with no
clock, no network and no order of a set, so that it may run in any process, anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .check import Document, check
from .link import Api
from .name import Names
from .read import Source
from .render import Files, render
from .report import Report
from .settings import Target
from .shape import Package, shape
from .targeting import api_of, names_of

__all__ = ["Product", "generate"]


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
    package = replace(
        shape(api, names, report, authored=document.authored), frozen=target.frozen
    )
    return Product(
        document=document,
        api=api,
        names=names,
        package=package,
        files=render(package),
    )
