"""What `specloom diff` is given: files, folders, or `git:REF:path`."""

from __future__ import annotations

import re
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

import click

__all__ = ["Given", "opened", "pairs"]

MOSTLY: Final = 0.6
"""The part of all their words that a document and its former self share at least."""
_SUFFIXES = frozenset({".json", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One side of a comparison: where it can be read, and how messages name it."""

    path: Path
    name: str
    home: Path
    """Where it belongs in the project, for its settings."""


def opened(argument: str, stack: ExitStack) -> Given:
    """A side as a path that exists; what came out of git lives as long as the stack.

    Raises:
        click.UsageError: There is no such file, reference or path.
    """
    if not argument.startswith("git:"):
        path = Path(argument)
        if not path.exists():
            raise click.UsageError(f"{argument}: no such file or folder")
        return Given(path=path, name=path.as_posix(), home=path)
    reference, _, inside = argument.removeprefix("git:").partition(":")
    if not reference or not inside or reference.startswith("-"):
        raise click.UsageError(
            f"{argument}: write git:REF:PATH, for example git:main:specs"
        )
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="specloom-")))
    _extract(reference, inside, folder)
    path = folder / inside
    if not path.exists():
        raise click.UsageError(f"{argument}: {reference} has no {inside}")
    return Given(path=path, name=argument, home=Path(inside))


def _extract(reference: str, inside: str, folder: Path) -> None:
    """The path at a commit with all that lies beside it, which `$ref`s may need."""
    beside = PurePosixPath(inside).parent
    reason = ""
    for wanted in dict.fromkeys((beside.as_posix(), inside)):
        command = ["git", "archive", "--format=tar", reference, "--", wanted]
        made = subprocess.run(command, capture_output=True, check=False)
        if made.returncode == 0:
            with tarfile.open(fileobj=BytesIO(made.stdout)) as archive:
                archive.extractall(folder, filter="data")
            return
        reason = made.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
    raise click.UsageError(f"git:{reference}:{inside}: {reason}")


def pairs(base: Given, revision: Given) -> Iterator[tuple[Given | None, Given | None]]:
    """The documents of both sides: those of folders by their path inside.

    One that is gone is the new one that says mostly the same, if there is such.
    """
    if base.path.is_file() and revision.path.is_file():
        yield base, revision
        return
    old, new = dict(_inside(base)), dict(_inside(revision))
    for name, former in _renamed(old, new):
        old[name] = old.pop(former)
    for key in sorted({**old, **new}):
        yield old.get(key), new.get(key)


def _renamed(
    old: Mapping[str, Given], new: Mapping[str, Given]
) -> Iterator[tuple[str, str]]:
    """The name of a document and its former one; each is taken once."""
    gone = {key: _words(old[key]) for key in old if key not in new}
    for name in [key for key in new if key not in old]:
        words = _words(new[name])
        alike = {key: _shared(words, each) for key, each in gone.items()}
        former = max(alike, key=alike.__getitem__, default="")
        if alike.get(former, 0.0) > MOSTLY:
            del gone[former]
            yield name, former


def _words(given: Given) -> frozenset[bytes]:
    return frozenset(re.split(rb"[\s,]+", given.path.read_bytes()))


def _shared(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    return len(one & other) / len(one | other)


def _inside(side: Given) -> Iterator[tuple[str, Given]]:
    if side.path.is_file():
        yield side.path.name, side
        return
    for path in sorted(side.path.rglob("*")):
        if path.suffix in _SUFFIXES and _is_document(path):
            inside = path.relative_to(side.path).as_posix()
            name = f"{side.name.rstrip('/')}/{inside}"
            yield inside, Given(path=path, name=name, home=side.home / inside)


def _is_document(path: Path) -> bool:
    """Whether a file names itself an OpenAPI document, near its beginning or end."""
    text = path.read_bytes()
    return any(word in text for word in (b"openapi", b"swagger"))
