"""What another validator says: asked by `lint`, for whom two opinions are better than one."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from ..read import Source, join, read
from ..report import Diagnostic, Report

__all__ = ["opinion"]

_MOST = 50


class _Files:
    """The files that `read` allowed, and no network."""

    def __init__(self, source: Source) -> None:
        self._trees = {file.path.as_uri(): file.tree for file in source.files.values()}

    def __call__(self, uri: str) -> object:
        return self._trees[uri]


def opinion(path: Path, report: Report) -> None:
    """Report what openapi-spec-validator finds (SP222), from files that `read` allows."""
    # Only here, as importing them takes longer than most documents do.
    from jsonschema_path import SchemaPath
    from openapi_spec_validator.shortcuts import get_validator_cls

    source = read(path, Report())
    if source is None or not isinstance(source.root.tree, dict):
        return
    files = _Files(source)
    try:
        schema = SchemaPath.from_dict(
            source.root.tree,
            base_uri=source.root.path.as_uri(),
            handlers=dict.fromkeys(("<all_urls>", "http", "https", "file"), files),
        )
        validator = get_validator_cls(source.root.tree)(schema)
        for error in islice(validator.iter_errors(), _MOST):
            _tell(report, error.message, join("#", *error.absolute_path))
    except Exception as error:  # whatever stops it says something about the document
        _tell(report, f"it stopped: {type(error).__name__}: {error}", "#")


def _tell(report: Report, words: str, pointer: str) -> None:
    message = words if len(words) <= 160 else f"…{words[-150:]}"
    report.add(Diagnostic(code="SP222", message=message, pointer=pointer))
