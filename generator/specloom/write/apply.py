"""Carry changes out so that an interrupted run leaves the old or the new state.

New files are staged beside their targets' folder first; a journal, put in place by one
rename, says that the stage is complete; then each file is renamed into place. A run that
dies before the journal leaves the old state and a stage to throw away. One that dies after
it is finished by `recover`, which every run calls first.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from .changes import Changes, Kind
from .paths import inside

__all__ = ["apply", "recover"]

STAGE: Final = ".specloom"
JOURNAL: Final = "journal.json"


def apply(changes: Changes, contents: Mapping[str, bytes]) -> None:
    """Write, update and delete what `changes` lists.

    Raises:
        OSError: The folder cannot be written; nothing was changed then.
    """
    if not changes.changes:
        return
    stage = changes.folder / STAGE
    written = [c.path for c in changes.changes if c.kind is not Kind.DELETED]
    deleted = [c.path for c in changes.changes if c.kind is Kind.DELETED]
    try:
        for path in written:
            target = stage / "files" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(contents[path])
        draft = stage / f"{JOURNAL}.draft"
        draft.write_text(json.dumps({"written": written, "deleted": deleted}))
        draft.rename(stage / JOURNAL)
    except OSError:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    recover(changes.folder)


def recover(folder: Path) -> None:
    """Finish what an interrupted run had staged completely; throw half a stage away.

    Raises:
        OSError: The folder cannot be written.
    """
    stage = folder / STAGE
    if not stage.is_dir():
        return
    journal = stage / JOURNAL
    if journal.is_file():
        orders = json.loads(journal.read_text())
        for path in orders["written"]:
            _move(stage / "files" / path, inside(folder, path))
        for path in orders["deleted"]:
            _delete(folder, inside(folder, path))
    shutil.rmtree(stage)


def _move(staged: Path, target: Path) -> None:
    if not staged.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(target)


def _delete(folder: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
