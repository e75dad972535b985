"""Part of an API: the operations that somebody wants, and what they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from ..report import Diagnostic, Report
from .api import Api, Operation, Pointer
from .reach import reached, received, sent

__all__ = ["EVERYTHING", "Selection", "selected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Patterns (`*`, `?`) of tags, path templates, and `operationId`s or `GET /pets`.

    An operation is wanted if it matches one pattern of every kind that is given.
    """

    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()


EVERYTHING = Selection()


def selected(api: Api, selection: Selection, report: Report) -> Api:
    """The API with the wanted operations, and with no schema that nothing reaches."""
    if selection == EVERYTHING:
        return api
    _unused(api, selection, report)
    kept = tuple(each for each in api.operations if _wanted(each, selection))
    roots = {root for each in (*kept, *api.webhooks) for root in _roots(each)}
    known = reached(api, roots)
    needed = {use.key for each in kept for group in each.security for use in group}
    return replace(
        api,
        operations=kept,
        schemas={at: each for at, each in api.schemas.items() if at in known},
        security_schemes={
            key: each for key, each in api.security_schemes.items() if key in needed
        },
    )


def _kinds(
    selection: Selection,
) -> Mapping[str, tuple[tuple[str, ...], Callable[[Operation], tuple[str, ...]]]]:
    """By the setting's name: its patterns, and what of an operation they are about."""
    return {
        "tags": (selection.tags, lambda each: each.tags),
        "paths": (selection.paths, lambda each: (each.path,)),
        "operations": (
            selection.operations,
            lambda each: (each.operation_id or "", f"{each.method} {each.path}"),
        ),
    }


def _wanted(operation: Operation, selection: Selection) -> bool:
    return all(
        any(fnmatchcase(text, pattern) for text in said(operation) for pattern in given)
        for given, said in _kinds(selection).values()
        if given
    )


def _unused(api: Api, selection: Selection, report: Report) -> None:
    """Report patterns that no operation matches."""
    for setting, (given, said) in _kinds(selection).items():
        texts = [text for each in api.operations for text in said(each)]
        for pattern in given:
            if not any(fnmatchcase(text, pattern) for text in texts):
                words = f"`{setting}` of the settings: no operation matches `{pattern}`"
                report.add(Diagnostic(code="SP403", message=words, pointer="#"))


def _roots(operation: Operation) -> Iterator[Pointer]:
    yield from sent(operation)
    yield from received(operation)
    for callback in operation.callbacks:
        for inner in callback.operations:
            yield from sent(inner)
            yield from received(inner)
