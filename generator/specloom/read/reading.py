"""From a path to a document with all its files, and never a file beyond them."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..report import Diagnostic, Report
from . import jsons, yamls
from .encoding import decode
from .flaw import Broken, Flaw, diagnose
from .lines import Lines
from .overlays import overlaid
from .pointer import Pointer, is_remote, join, resolve_reference, split
from .references import rebased, references
from .refused import Refused
from .remote import LOCK, Remote
from .source import Source, SourceFile, Tree

__all__ = ["read"]

_LARGEST = 64 * 1024 * 1024
_MARKS = (".git", "pyproject.toml")


def read(
    path: Path,
    report: Report,
    *,
    address: str = "",
    allowed: Path | None = None,
    location: str | None = None,
    hosts: frozenset[str] = frozenset(),
    overlays: Sequence[Path] = (),
) -> Source | None:
    """The document at `path` and every file that its references reach.

    Only files in `allowed` are opened, by default the checkout or project around the document,
    else its own folder; what a reference wants beyond them is reported. None where the root
    document itself can't be read. Remote files come from the project's lock, or from `hosts`.
    `overlays` change the root document, one after the other. A root document with an `address`
    is a remote file itself, and `path` only says to which project it belongs.
    """
    # Not `resolve`: relative references are taken from where a link stands.
    absolute = Path(os.path.abspath(path))  # noqa: PTH100
    folder = allowed or _enclosing(absolute.parent)
    with _paused_collection():
        remote = Remote(folder / LOCK, hosts)
        document = _Document(absolute, folder.resolve(), report, remote, address)
        root = document.load("", "#")
        if root is None:
            return None
        document.settle()
        moved = document.change(overlays)
        document.follow()
    return Source(
        location=location or path.as_posix(),
        root=document.files[""],
        files=document.files,
        moved=moved,
        remote=remote,
    )


@dataclass(slots=True)
class _Document:
    """The files found so far."""

    root: Path
    allowed: Path
    report: Report
    remote: Remote
    address: str
    files: dict[str, SourceFile] = field(default_factory=dict[str, SourceFile])
    refused: set[str] = field(default_factory=set[str])
    """Files that are there and hold nothing usable: reported once, in themselves."""
    denied: dict[str, tuple[str, str]] = field(
        default_factory=dict[str, tuple[str, str]]
    )
    """URL -> why it is not had, and what helps: each reference to it loses something."""
    changed: Tree = None
    """The root's tree, once it is not what its text says."""

    def settle(self) -> None:
        """Take the references of a remote root document from where that stands."""
        if self.address:
            root = self.files[""]
            self.changed = rebased(root.tree, self.address)
            self.files[""] = replace(root, tree=self.changed)

    def change(self, overlays: Sequence[Path]) -> Mapping[Pointer, Pointer]:
        """Apply overlays to the root document; where what they put there is from."""
        if not overlays:
            return {}
        names = (os.path.relpath(path, self.root.parent) for path in overlays)
        loaded = (self.load(Path(name).as_posix(), "#") for name in names)
        root = self.files[""]
        made = overlaid(
            root, [each for each in loaded if each is not None], self.report
        )
        self.files[""] = replace(root, tree=made.tree)
        self.changed = made.tree
        return made.moved

    def follow(self) -> None:
        """Load what the references ask for, file by file."""
        waiting = [self.files[""]]
        while waiting:
            file = waiting.pop(0)
            for tokens, reference in references(
                file, changed=file.tree is self.changed
            ):
                found = self._want(file, join(f"{file.name}#", *tokens), reference)
                if found is not None:
                    waiting.append(found)

    def load(self, name: str, wanted_by: Pointer) -> SourceFile | None:
        """Read and parse one file; None where that can't be done."""
        path = self._path(name)
        address = self._address(name)
        if address:
            data = self._remote(address, wanted_by)
        else:
            data = self._bytes(path, wanted_by)
        if data is None:
            return None
        text = ""
        flaws: list[Flaw] = []
        try:
            text = decode(data)
            tree = _parse(text, path.suffix.lower(), flaws)
        except Broken as broken:
            self.refused.add(name)
            self._add([*flaws, broken.flaw], name, text or broken.text)
            return None
        self._add(flaws, name, text)
        self.files[name] = SourceFile(name=name, path=path, text=text, tree=tree)
        return self.files[name]

    def _address(self, name: str) -> str:
        """The URL of a file on another machine; "" for all others."""
        remote = name or self.address
        return remote if is_remote(remote) else ""

    def _path(self, name: str) -> Path:
        if self._address(name):
            return self.remote.lock
        return self.root.parent / name.replace("%23", "#") if name else self.root

    def _remote(self, address: str, wanted_by: Pointer) -> bytes | None:
        try:
            return self.remote.text(address, _LARGEST).encode("utf-8", "surrogatepass")
        except Refused as refused:
            self.denied[address] = str(refused), refused.help
            self._deny(address, wanted_by)
            return None

    def _deny(self, address: str, wanted_by: Pointer) -> None:
        why, help_ = self.denied[address]
        self._tell("SP205", why, wanted_by, help_)

    def _want(
        self, base: SourceFile, place: Pointer, reference: str
    ) -> SourceFile | None:
        address = reference.partition("#")[0]
        name, _ = split(resolve_reference(base.name, reference, self.root))
        if name in self.files or name in self.refused:
            return None
        if name in self.denied:
            self._deny(name, place)
            return None
        if not is_remote(name) and not self._is_within(name, address):
            message = f"{address[:200]} lies outside {self.allowed.name}/"
            hint = "a .git or pyproject.toml in a folder around both widens the limit"
            self._tell("SP115", message, place, hint)
            return None
        return self.load(name, place)

    def _is_within(self, name: str, address: str) -> bool:
        if address.startswith("/") or "\\" in address:
            return False
        try:
            target = (self.root.parent / name.replace("%23", "#")).resolve()
        except (OSError, RuntimeError, ValueError):
            return True  # a loop of links, or no path at all: opening it says why
        return target.is_relative_to(self.allowed)

    def _bytes(self, path: Path, wanted_by: Pointer) -> bytes | None:
        try:
            if not path.is_file():
                why = "is a folder" if path.is_dir() else "there is no such file"
            elif path.stat().st_size > _LARGEST:
                self._tell("SP107", f"more than {_LARGEST >> 20} MB", wanted_by)
                return None
            else:
                return path.read_bytes()
        except (OSError, RuntimeError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
        if wanted_by == "#":
            self._tell("SP101", f"it can't be opened: {why.lower()}", "#")
        else:
            named = os.path.relpath(path, self.root.parent)
            self._tell("SP114", f"{named}: {why.lower()}", wanted_by, _hint(named))
        return None

    def _tell(self, code: str, message: str, place: Pointer, help_: str = "") -> None:
        self.report.add(
            Diagnostic(code=code, message=message, pointer=place, help=help_)
        )

    def _add(self, flaws: list[Flaw], name: str, text: str) -> None:
        if flaws:
            lines = Lines(text)
            for flaw in flaws:
                self.report.add(diagnose(flaw, name, lines))


def _parse(text: str, suffix: str, flaws: list[Flaw]) -> Tree:
    if suffix == ".md":
        # Some authors put long descriptions there: `description: {$ref: about.md}`.
        return text
    if not jsons.looks_like_json(text):
        return yamls.parse(text, flaws)
    found: list[Flaw] = []
    try:
        tree = jsons.parse(text, found)
    except Broken as broken:
        # Flow style YAML may have comments and trailing commas; a `.json` file may not.
        if suffix == ".json" or broken.flaw.code != "SP104":
            raise
        return yamls.parse(text, flaws)
    flaws.extend(found)
    return tree


def _enclosing(folder: Path) -> Path:
    for candidate in (folder, *folder.parents):
        if any((candidate / mark).exists() for mark in _MARKS):
            return candidate
    return folder


def _hint(name: str) -> str:
    if "." in name or "/" in name:
        return ""
    return f"for a schema of the same document: '#/components/schemas/{name}'"


@contextmanager
def _paused_collection() -> Generator[None]:
    """Trees are acyclic: looking for cycles while they grow takes half the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
