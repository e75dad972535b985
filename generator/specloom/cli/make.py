"""One document through all rooms, onto the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..pipeline import Product, generate
from ..read import Source, locate, read
from ..report import Diagnostic, Located, Report
from ..settings import Target
from ..write import UnsafePathError, apply, kept, plan, recover, seal
from .memory import remember
from .outcome import Outcome, Written
from .standing import standing
from .words import said, shown

__all__ = ["folder_of", "make", "told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parcel:
    """A package on its way to its folder."""

    document: str
    folder: Path
    contents: Mapping[str, bytes]


def make(
    target: Target,
    report: Report,
    *,
    check: bool,
    cache: Path | None,
    taken: Mapping[Path, str],
    hosts: frozenset[str] = frozenset(),
) -> Outcome:
    """Generate a document's package and write it, unless `check`.

    `taken` are folders that this run has written, each with its document; `hosts` may be
    asked for remote files.
    """
    document = said(target)
    source = read(
        target.document,
        report,
        location=target.location,
        address=target.address,
        hosts=hosts,
        overlays=target.overlays,
    )
    product = None if source is None else generate(source, target, report)
    if source is None or product is None:
        return Outcome(
            document=document, findings=locate(source, document, report.diagnostics)
        )
    folder = folder_of(target, product)
    contents = kept(seal(product.files), folder)
    parcel = _Parcel(document=document, folder=folder, contents=contents)
    written, in_the_way = _deliver(parcel, report, taken, check=check)
    outcome = Outcome(
        document=document,
        package=shown(parcel.folder),
        import_name=product.package.import_name,
        operations=product.package.operations,
        findings=(
            *locate(source, document, told(product, report.diagnostics)),
            *in_the_way,
        ),
        written=written or Written(),
        refused=written is None,
    )
    if written is not None and not check:
        source.remote.pin()
    unpinned = check and source.remote.fetched
    if written is not None and not unpinned and not (check and written.changed):
        _remember(cache, target, source, parcel, outcome)
    return outcome


def folder_of(target: Target, product: Product) -> Path:
    """The folder of the package."""
    return target.output or target.parent / product.package.distribution


def told(
    product: Product, diagnostics: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """The findings at the author's places: what was rewritten goes back to its origin."""
    authored = product.document.authored
    return tuple(replace(each, pointer=authored(each.pointer)) for each in diagnostics)


def _deliver(
    parcel: _Parcel, report: Report, taken: Mapping[Path, str], *, check: bool
) -> tuple[Written | None, tuple[Located, ...]]:
    """What changed, or `None` where nothing may be written; and what is the user's."""
    folder, contents = parcel.folder, parcel.contents
    other = taken.get(folder.resolve())
    if other is not None:
        _refuse(report, "SP605", f"{shown(folder)} holds the package of {other}")
        return None, ()
    try:
        if not check:
            recover(folder)
        changes = plan(contents, folder)
        in_the_way = tuple(standing(changes, contents, parcel.document))
        if changes.conflicts:
            return None, in_the_way
        if not check:
            apply(changes, contents)
    except (OSError, UnsafePathError) as error:
        words = f"{shown(folder)} can't be written: {_reason(error)}"
        _refuse(report, "SP603", words)
        return None, ()
    written = Written(changed=len(changes.changes), unchanged=changes.unchanged)
    return written, in_the_way


def _refuse(report: Report, code: str, message: str) -> None:
    report.add(
        Diagnostic(
            code=code,
            message=message,
            pointer="#",
            help="choose another folder with `output` or `--output`",
        )
    )


def _reason(error: OSError | UnsafePathError) -> str:
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error)
    if not isinstance(error.filename, str | Path):
        return error.strerror
    return f"{shown(Path(error.filename))}: {error.strerror}"


def _remember(
    cache: Path | None,
    target: Target,
    source: Source,
    parcel: _Parcel,
    outcome: Outcome,
) -> None:
    settled = replace(outcome, written=Written(unchanged=len(parcel.contents)))
    remember(
        cache,
        target,
        inputs=[file.path for file in source.files.values()],
        outputs={parcel.folder / path: data for path, data in parcel.contents.items()},
        outcome=settled,
    )
