"""What another validator says: asked by `lint`, for whom two opinions are better than one."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Never

from jsonschema_path import SchemaPath
from openapi_spec_validator.shortcuts import get_validator_cls

from ..read import join, read
from ..report import Diagnostic, Report

__all__ = ["opinion"]

_MOST = 50


def opinion(path: Path, report: Report) -> None:
    """Report what openapi-spec-validator finds (SP222), without any network or file."""
    source = read(path, Report())
    if source is None or not isinstance(source.root.tree, dict):
        return
    handlers = {"<all_urls>": _refuse, "http": _refuse, "https": _refuse}
    try:
        schema = SchemaPath.from_dict(
            source.root.tree,
            base_uri=path.absolute().as_uri(),
            handlers={**handlers, "file": _Files(source)},
        )
        validator = get_validator_cls(source.root.tree)(schema)
        for error in islice(validator.iter_errors(), _MOST):
            pointer = join("#", *error.absolute_path)
            _tell(report, error.message, pointer)
    except Exception as error:  # noqa: BLE001
        _tell(report, f"it stopped: {type(error).__name__}: {error}", "#")


def _tell(report: Report, words: str, pointer: str) -> None:
    message = words if len(words) <= 160 else f"…{words[-150:]}"
    report.add(Diagnostic(code="SP222", message=message, pointer=pointer))


def _refuse(uri: str) -> Never:
    raise LookupError(uri)
