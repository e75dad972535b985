"""From names and meaning to a package that is ready to be written down."""

from __future__ import annotations

from collections.abc import Callable

from ..link import Api, Pointer
from ..name import Names
from ..report import Report
from .annotation import Annotations
from .client import client
from .errors import errors
from .links import links
from .models import models
from .package import Package
from .resources import resources
from .runtime import parts, speaks_jsv
from .summary import summaries
from .testing.views import TestsView
from .text import comment, docstring, summary, toml
from .version import version
from .webhooks import webhooks

__all__ = ["shape"]


def shape(
    api: Api,
    names: Names,
    report: Report,
    *,
    authored: Callable[[Pointer], Pointer] = lambda pointer: pointer,
    whole: bool = True,
) -> Package:
    """The Python of an API; if it isn't `whole`, without texts, examples and tests.

    `authored` tells where the author wrote something, as findings may have it.
    """
    annotations = Annotations(api=api, names=names, documented=whole)
    title = " ".join(api.title.split()) or names.package
    made = models(annotations, title)
    failures = errors(annotations, title)
    tags = tuple(resources(annotations))
    formats = speaks_jsv(api)
    operations = tuple(summaries(api, names, report.diagnostics, authored))
    made_client = client(api, names, tags, formats=formats)
    outline = Package(
        distribution=names.distribution,
        distribution_text=toml(names.distribution),
        import_name=names.package,
        version=version(api.version),
        summary_text=toml(summary(api.description)[:200] or f"A client of {title}."),
        location=api.location,
        header=comment(f"Generated from {api.location}; edits are overwritten."),
        docstring=docstring(
            f"{title}: {summary(api.description)}" if api.description else title,
            indent=0,
        ),
        models=made.module,
        classes=made.classes,
        aliases=made.aliases,
        errors=failures.module,
        exceptions=failures.classes,
        resources=tags,
        client=made_client,
        links=links(annotations, title),
        webhooks=webhooks(annotations, title),
        pages=(),
        examples="",
        runtime=parts(api, tags),
        grows=annotations.grow,
        tests=TestsView(),
        operations=operations,
    )
    if not whole:
        return outline
    from .finishing import finished  # only here: a comparison needs none of it

    return finished(outline, annotations, made, failures)
