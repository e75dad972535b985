"""One document through all rooms, onto the disk."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..pipeline import Product, generate
from ..read import Source, locate, read
from ..report import Diagnostic, Report
from ..settings import Target
from ..write import Changes, Conflict, UnsafePathError, apply, plan, recover, seal
from .memory import remember
from .outcome import Outcome, Written

__all__ = ["folder_of", "make", "shown"]

WHY = {
    Conflict.EDITED: ("SP601", "was edited since it was generated"),
    Conflict.FOREIGN: ("SP602", "is not a file of ours"),
}


def make(target: Target, report: Report, *, check: bool, cache: Path) -> Outcome:
    """Generate a document's package and write it, unless `check`."""
    document = shown(target.document)
    source = read(target.document, report, location=document)
    product = None if source is None else generate(source, target, report)
    if source is None or product is None:
        return Outcome(
            document=document, findings=locate(source, document, report.diagnostics)
        )
    folder = folder_of(target, product)
    contents = seal(product.files)
    written = _write(folder, contents, report, check=check)
    outcome = Outcome(
        document=document,
        package=shown(folder),
        import_name=product.package.import_name,
        operations=product.package.operations,
        findings=locate(source, document, told(product, report.diagnostics)),
        written=written or Written(),
        refused=written is None,
    )
    if written is not None and not (check and written.changed):
        settled = replace(outcome, written=Written(unchanged=len(contents)))
        remember(
            cache,
            target,
            inputs=_inputs(source),
            outputs={folder / path: data for path, data in contents.items()},
            outcome=settled,
        )
    return outcome


def folder_of(target: Target, product: Product) -> Path:
    """The folder of the package."""
    return target.output or target.parent / product.package.distribution


def told(
    product: Product, diagnostics: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """The findings at the author's places: what was rewritten goes back to its origin."""
    origins = product.document.origins
    return tuple(
        replace(each, pointer=_origin(each.pointer, origins)) for each in diagnostics
    )


def _origin(pointer: str, origins: Mapping[str, str]) -> str:
    """The author's pointer: the longest prefix that moved is moved back."""
    parts = pointer.split("/")
    for length in range(len(parts), 0, -1):
        moved = origins.get("/".join(parts[:length]))
        if moved is not None:
            return "/".join([moved, *parts[length:]])
    return pointer


def _inputs(source: Source) -> list[Path]:
    return [file.path for file in source.files.values()]


def _write(
    folder: Path, contents: Mapping[str, bytes], report: Report, *, check: bool
) -> Written | None:
    """What changed, or `None` where nothing may be written."""
    try:
        if not check:
            recover(folder)
        changes = plan(contents, folder)
        _keep(changes, report)
        if changes.conflicts:
            return None
        if not check:
            apply(changes, contents)
    except (OSError, UnsafePathError) as error:
        report.add(
            Diagnostic(
                code="SP603",
                message=f"{shown(folder)} can't be written: {_reason(error)}",
                pointer="#",
            )
        )
        return None
    return Written(changed=len(changes.changes), unchanged=changes.unchanged)


def _keep(changes: Changes, report: Report) -> None:
    """Say which of the user's files stand in the way, or stay behind."""
    for path, conflict in changes.conflicts:
        code, why = WHY[conflict]
        report.add(
            Diagnostic(
                code=code,
                message=f"{shown(changes.folder / path)} {why}; nothing is written",
                pointer="#",
                help="move the file away, or generate into another folder",
            )
        )
    for path in changes.kept:
        report.add(
            Diagnostic(
                code="SP606",
                message=f"{shown(changes.folder / path)} was edited, so it stays",
                pointer="#",
            )
        )


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def shown(path: Path) -> str:
    """A path as messages have it: from the working folder, if it lies below."""
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()
