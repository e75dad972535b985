"""Find the settings and read them strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from ..report import Diagnostic, Located, did_you_mean
from .target import Target, located, shown_address
from .toml import Place, place_of_error, place_of_key

__all__ = ["Settings", "find", "load"]

NAME: Final = "pyproject.toml"
TABLE: Final = ("tool", "specloom")
KEYS: Final = (
    *("path", "output", "package", "client", "environments", "names"),
    *("overlays", "tags", "paths", "operations", "frozen"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The project's documents, and the folder that holds its `pyproject.toml`."""

    root: Path
    targets: tuple[Target, ...] = ()
    problems: tuple[Located, ...] = ()
    """Settings that cannot be used."""


def find(start: Path) -> Path | None:
    """The nearest `pyproject.toml` with a `[tool.specloom]` table, upwards from a folder."""
    for folder in (start, *start.parents):
        candidate = folder / NAME
        try:
            if b"[tool.specloom" in candidate.read_bytes():
                return candidate
        except OSError:
            continue
    return None


def load(path: Path, shown: str) -> Settings:
    """Read the settings; what cannot be used is a finding, never an exception.

    `shown` is how messages name the file.

    Raises:
        OSError: The file cannot be read.
    """
    text = path.read_bytes().decode("utf-8", errors="replace")
    reader = _Reader(path.parent, text, shown)
    targets = tuple(reader.targets())
    return Settings(root=path.parent, targets=targets, problems=tuple(reader.problems))


class _Reader:
    """Reads tables and remembers what it refused."""

    def __init__(self, root: Path, text: str, shown: str) -> None:
        self.root = root
        self.text = text
        self.shown = shown
        self.problems: list[Located] = []

    def targets(self) -> Iterator[Target]:
        try:
            table: object = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            words, _, _ = str(error).partition(" (at ")
            place = place_of_error(self.text, str(error))
            self._add("SP607", f"{words[:1].lower()}{words[1:]}", place)
            return
        for key in TABLE:
            table = (_table(table) or {}).get(key)
        settings = self._tables(table, TABLE)
        self._known(settings, ("documents",), TABLE)
        inner = (*TABLE, "documents")
        for key, entry in self._tables(settings.get("documents", {}), inner).items():
            target = self._target(key, self._tables(entry, (*inner, key)))
            if target is not None:
                yield target

    def _target(self, key: str, entry: Mapping[str, object]) -> Target | None:
        path = (*TABLE, "documents", key)
        self._known(entry, KEYS, path)
        document = self._text(entry, (*path, "path"))
        if document is None:
            if "path" not in entry:
                hint = 'say which: path = "openapi.yaml"'
                self._refuse(path, f"document {key!r} has no `path`", hint)
            return None
        output = self.root / (
            self._text(entry, (*path, "output")) or f"generated/{key}"
        )
        file, address = located(document, self.root)
        return Target(
            document=file,
            location=shown_address(address) or Path(document).as_posix(),
            address=address,
            output=output,
            parent=output.parent,
            distribution=key,
            package=self._text(entry, (*path, "package")),
            client=self._text(entry, (*path, "client")),
            environments=self._texts(entry, (*path, "environments")),
            names=self._texts(entry, (*path, "names")),
            overlays=tuple(
                self.root / each for each in self._list(entry, (*path, "overlays"))
            ),
            tags=self._list(entry, (*path, "tags")),
            paths=self._list(entry, (*path, "paths")),
            operations=self._list(entry, (*path, "operations")),
            frozen=self._flag(entry, (*path, "frozen")),
        )

    def _known(
        self,
        table: Mapping[str, object],
        known: tuple[str, ...],
        path: tuple[str, ...],
    ) -> None:
        for key in table:
            if key not in known:
                guess = did_you_mean(key, known)
                hint = f"did you mean `{guess}`?" if guess else ""
                message = f"[{'.'.join(path)}] has no setting `{key}`"
                options = f"known: {', '.join(known)}"
                self._refuse((*path, key), message, hint or options)

    def _tables(self, value: object, path: tuple[str, ...]) -> Mapping[str, object]:
        table = _table(value)
        if table is None:
            self._refuse(path, f"`{'.'.join(path)}` must be a table")
        return table or {}

    def _text(self, entry: Mapping[str, object], path: tuple[str, ...]) -> str | None:
        value = entry.get(path[-1])
        if value is None or isinstance(value, str):
            return value
        self._refuse(path, f"`{path[-1]}` must be a string")
        return None

    def _flag(self, entry: Mapping[str, object], path: tuple[str, ...]) -> bool:
        value = entry.get(path[-1], False)
        if isinstance(value, bool):
            return value
        self._refuse(path, f"`{path[-1]}` must be true or false")
        return False

    def _texts(
        self, entry: Mapping[str, object], path: tuple[str, ...]
    ) -> Mapping[str, str]:
        table = self._tables(entry.get(path[-1], {}), path)
        for key, value in table.items():
            if not isinstance(value, str):
                self._refuse((*path, key), f"`{key}` must be a string")
        return {key: value for key, value in table.items() if isinstance(value, str)}

    def _list(
        self, entry: Mapping[str, object], path: tuple[str, ...]
    ) -> tuple[str, ...]:
        value = entry.get(path[-1], [])
        items = cast("list[object]", value) if isinstance(value, list) else [None]
        found = tuple(item for item in items if isinstance(item, str))
        if len(found) < len(items):
            self._refuse(path, f"`{path[-1]}` must be an array of strings")
        return found

    def _refuse(self, path: tuple[str, ...], message: str, hint: str = "") -> None:
        place = place_of_key(self.text, path)
        pointer = "/".join(("#", *path))
        self._add("SP604", message, place, pointer=pointer, help_=hint)

    def _add(
        self,
        code: str,
        message: str,
        place: Place,
        *,
        pointer: str = "#",
        help_: str = "",
    ) -> None:
        position, excerpt = place
        diagnostic = Diagnostic(code=code, message=message, pointer=pointer, help=help_)
        self.problems.append(
            Located(
                diagnostic=diagnostic,
                document=self.shown,
                path=self.shown,
                position=position,
                excerpt=excerpt,
            )
        )


def _table(value: object) -> Mapping[str, object] | None:
    """A table of TOML, whose keys are strings."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else None
