"""Nothing of the user's is overwritten or deleted, and a run leaves the old or the new state."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

import pytest
from specloom.write import (
    Conflict,
    Kind,
    UnsafePathError,
    apply,
    kept,
    measure,
    plan,
    recover,
    seal,
)

OLD = {"a.py": "a = 1\n", "b/c.py": "c = 1\n"}
NEW = {"a.py": "a = 2\n", "d.py": "d = 1\n"}


def write(files: dict[str, str], folder: Path) -> None:
    """Plan and apply."""
    contents = seal(files)
    apply(plan(contents, folder), contents)


def state(folder: Path) -> dict[str, str]:
    """Every file of a folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "specloom.json"
    }


def test_new_files_replace_ours_and_stale_ones_go(tmp_path: Path) -> None:
    """A second run updates, creates and deletes exactly what we wrote."""
    write(OLD, tmp_path)
    changes = plan(seal(NEW), tmp_path)

    assert {(c.kind, c.path) for c in changes.changes} == {
        (Kind.UPDATED, "a.py"),
        (Kind.CREATED, "d.py"),
        (Kind.DELETED, "b/c.py"),
        (Kind.UPDATED, "specloom.json"),
    }
    write(NEW, tmp_path)
    assert state(tmp_path) == NEW
    assert not (tmp_path / "b").exists()


def test_an_unchanged_package_is_not_touched(tmp_path: Path) -> None:
    """The same files again change nothing at all."""
    write(OLD, tmp_path)
    changes = plan(seal(OLD), tmp_path)
    assert (changes.changes, changes.unchanged) == ((), 3)


def test_an_edited_file_is_a_conflict_and_nothing_is_written(tmp_path: Path) -> None:
    """A generated file that somebody edited stops the run for its package."""
    write(OLD, tmp_path)
    (tmp_path / "a.py").write_text("a = 'mine'\n")
    changes = plan(seal(NEW), tmp_path)
    assert changes.conflicts == (("a.py", Conflict.EDITED),)


def test_an_edited_file_that_matches_what_is_written_is_no_conflict(
    tmp_path: Path,
) -> None:
    """An edit that anticipates the generator is welcome."""
    write(OLD, tmp_path)
    (tmp_path / "a.py").write_text(NEW["a.py"])
    assert plan(seal(NEW), tmp_path).conflicts == ()


def test_a_foreign_file_is_a_conflict_only_in_our_place(tmp_path: Path) -> None:
    """Files that we did not write stay, and stop us only where we would write."""
    (tmp_path / "mine.py").write_text("x = 1\n")
    (tmp_path / "a.py").write_text("y = 1\n")
    changes = plan(seal(OLD), tmp_path)
    assert changes.conflicts == (("a.py", Conflict.FOREIGN),)

    (tmp_path / "a.py").unlink()
    write(OLD, tmp_path)
    write({}, tmp_path)
    assert state(tmp_path) == {"mine.py": "x = 1\n"}


def test_a_stale_file_that_was_edited_is_kept(tmp_path: Path) -> None:
    """A file that we no longer need and somebody edited is theirs now."""
    write(OLD, tmp_path)
    (tmp_path / "b" / "c.py").write_text("c = 'mine'\n")
    assert plan(seal(NEW), tmp_path).kept == ("b/c.py",)
    write(NEW, tmp_path)
    assert (tmp_path / "b" / "c.py").read_text() == "c = 'mine'\n"


@pytest.mark.parametrize("path", ["../x.py", "/etc/x", "a/../../x", "", "a\\..\\x"])
def test_a_path_never_leaves_the_folder(path: str, tmp_path: Path) -> None:
    """A hostile path is refused before anything is read or written."""
    with pytest.raises(UnsafePathError):
        plan(seal({path: "x"}), tmp_path / "package")


def test_a_link_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    """A folder that is a link to elsewhere is not followed."""
    package, elsewhere = tmp_path / "package", tmp_path / "elsewhere"
    package.mkdir()
    elsewhere.mkdir()
    (package / "b").symlink_to(elsewhere)
    with pytest.raises(UnsafePathError):
        plan(seal(OLD), package)


def test_an_interrupted_run_is_finished_or_undone_by_the_next(tmp_path: Path) -> None:
    """Whichever rename a run dies at, recovery leaves the old or the new state."""
    seen: set[str] = set()
    for steps in count():
        folder = tmp_path / str(steps)
        write(OLD, folder)
        survived = _run_until(folder, steps)
        recover(folder)
        now = state(folder)
        assert now in (OLD, NEW), f"after {steps} steps"
        seen.add("old" if now == OLD else "new")
        manifest = json.loads((folder / "specloom.json").read_text())["files"]
        assert set(manifest) == set(now)
        assert not (folder / ".specloom").exists()
        if survived:
            break
    assert seen == {"old", "new"}


class Died(BaseException):
    """The process is gone."""


def _run_until(folder: Path, steps: int) -> bool:
    """Apply NEW, dying before the given file system call; False if it died."""
    left = [steps]

    def step(original: object) -> object:
        def call(*args: object, **kwargs: object) -> object:
            if left[0] == 0:
                raise Died
            left[0] -= 1
            assert callable(original)
            return original(*args, **kwargs)

        return call

    contents = seal(NEW)
    changes = plan(contents, folder)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("rename", "replace", "unlink", "write_bytes", "rmdir"):
            patch.setattr(Path, name, step(getattr(Path, name)))
        try:
            apply(changes, contents)
        except Died:
            return False
    return True


PAGE = "One of two:\n<!-- measured -->{}<!-- /measured -->\n{}"


def test_what_was_measured_outlives_a_run(tmp_path: Path) -> None:
    """A page that is written anew says what somebody measured, and is not an edited one."""
    old, new = PAGE.format("not yet", "old"), PAGE.format("not yet", "new")
    write({"README.md": old}, tmp_path)
    measure(tmp_path / "README.md", "**7 of 7**")
    assert state(tmp_path) == {"README.md": PAGE.format("**7 of 7**", "old")}

    for text in (old, new):
        contents = kept(seal({"README.md": text}), tmp_path)
        changes = plan(contents, tmp_path)
        assert changes.conflicts == ()
        apply(changes, contents)
        said = text.replace("not yet", "**7 of 7**")
        assert state(tmp_path) == {"README.md": said}
