"""What the last run made of a document, so that a run without changes does no work.

Kept in a cache folder that is never committed: the hashes of everything that went in (the
document's files, its settings, the generator itself) and of everything that came out. A
memory counts only while all of them hold; nothing is lost with the folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from ..render.places import templates
from ..settings import Target
from ..write import digest
from .outcome import Outcome

__all__ = ["Memory", "recall", "remember"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """One document's run."""

    generator: str
    settings: str
    inputs: dict[str, str]
    """Hash of each file that the document reached, by path."""
    outputs: dict[str, str]
    """Hash of each generated file, by path."""
    outcome: Outcome


def recall(folder: Path | None, target: Target) -> Outcome | None:
    """What the last run made of the document, if nothing changed since."""
    if folder is None:
        return None
    try:
        memory = msgspec.json.decode(_place(folder, target).read_bytes(), type=Memory)
    except (OSError, msgspec.DecodeError):
        return None
    fresh = (
        memory.generator == _generator()
        and memory.settings == target.fingerprint
        and _hold(memory.inputs)
        and _hold(memory.outputs)
    )
    return memory.outcome if fresh else None


def remember(
    folder: Path | None,
    target: Target,
    *,
    inputs: Iterable[Path],
    outputs: Mapping[Path, bytes],
    outcome: Outcome,
) -> None:
    """Keep what a run made; a cache that cannot be written is no error."""
    if folder is None:
        return
    memory = Memory(
        generator=_generator(),
        settings=target.fingerprint,
        inputs={str(path): digest(path.read_bytes()) for path in inputs},
        outputs={str(path): digest(content) for path, content in outputs.items()},
        outcome=outcome,
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n")
        draft = _place(folder, target).with_suffix(".draft")
        draft.write_bytes(msgspec.json.encode(memory))
        draft.replace(_place(folder, target))
    except OSError:
        return


def _place(folder: Path, target: Target) -> Path:
    key = f"{target.document.resolve()}\n{target.output}\n{target.parent.resolve()}"
    return folder / f"{digest(key.encode())[:32]}.json"


def _hold(hashes: Mapping[str, str]) -> bool:
    try:
        return all(
            digest(Path(path).read_bytes()) == value for path, value in hashes.items()
        )
    except OSError:
        return False


@cache
def _generator() -> str:
    """A digest of the generator's own code and templates."""
    roots = (Path(str(files("specloom"))), templates())
    sources = sorted({path for root in roots for path in root.rglob("*.*")})
    sums = hashlib.sha256()
    for path in sources:
        if path.suffix in {".py", ".jinja", ".json"}:
            sums.update(path.read_bytes())
    return sums.hexdigest()
