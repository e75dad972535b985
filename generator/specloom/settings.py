"""`[tool.specloom]` in `pyproject.toml`: one table per document, few options.

    [tool.specloom.documents.quantum-metal]
    path = "specs/quantum-metal.yaml"

The table's key is the distribution's name. Everything else has a default.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, cast

from .report import did_you_mean

__all__ = ["Problem", "Settings", "Target", "find", "load", "target_of"]

KEYS: Final = ("path", "output", "package", "client", "environments", "names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A setting that cannot be used: its line (from 1), what is wrong, and what helps."""

    path: Path
    line: int
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One document and the package that it becomes.

    Names that are `None` come from the document's title.
    """

    document: Path
    output: Path | None
    """The package's folder; `None` takes `<parent>/<distribution>`."""
    parent: Path
    distribution: str | None = None
    package: str | None = None
    client: str | None = None
    environments: Mapping[str, str] = field(default_factory=dict[str, str])
    """Name -> URL, for a document that states no servers."""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Pointer -> name, for elements that the document's author cannot mark."""

    @property
    def fingerprint(self) -> str:
        """A digest of all that the settings say about this document."""
        facts = json.dumps(asdict(self), default=str, sort_keys=True)
        return hashlib.sha256(facts.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The project's documents, and the folder that holds its `pyproject.toml`."""

    root: Path
    targets: tuple[Target, ...] = ()
    problems: tuple[Problem, ...] = ()


def find(start: Path) -> Path | None:
    """The nearest `pyproject.toml` with a `[tool.specloom]` table, upwards from a folder."""
    for folder in (start, *start.parents):
        candidate = folder / "pyproject.toml"
        if candidate.is_file() and "[tool.specloom" in candidate.read_text("utf-8"):
            return candidate
    return None


def load(path: Path) -> Settings:
    """Read the settings; what cannot be used is a `Problem`, never an exception.

    Raises:
        OSError: The file cannot be read.
    """
    text = path.read_text("utf-8")
    root = path.parent
    try:
        tool = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError as error:
        problem = Problem(path=path, line=_line_of(error), message=str(error))
        return Settings(root=root, problems=(problem,))
    reader = _Reader(path, text)
    table = (_table(tool) or {}).get("specloom", {})
    targets = tuple(reader.targets(table))
    return Settings(root=root, targets=targets, problems=tuple(reader.problems))


def _table(value: object) -> Mapping[str, object] | None:
    """A table of TOML, whose keys are strings."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else None


def target_of(document: Path, settings: Settings | None, output: Path | None) -> Target:
    """The settings of a document named on the command line, or the defaults."""
    for target in settings.targets if settings else ():
        if target.document.resolve() == document.resolve():
            return target if output is None else _moved(target, output)
    return Target(document=document, output=None, parent=output or Path("generated"))


def _moved(target: Target, parent: Path) -> Target:
    return Target(
        document=target.document,
        output=None,
        parent=parent,
        distribution=target.distribution,
        package=target.package,
        client=target.client,
        environments=target.environments,
        names=target.names,
    )


def _line_of(error: tomllib.TOMLDecodeError) -> int:
    _, _, rest = str(error).partition("at line ")
    digits = rest.partition(",")[0]
    return int(digits) if digits.isdigit() else 1


class _Reader:
    """Reads tables strictly and remembers what it refused."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.problems: list[Problem] = []

    def targets(self, value: object) -> Iterator[Target]:
        table = _table(value)
        if table is None:
            self._refuse("specloom", "[tool.specloom] must be a table")
            return
        self._known(table, ("documents",), "tool.specloom")
        documents = _table(table.get("documents", {}))
        if documents is None:
            self._refuse("documents", "must be a table of documents")
            return
        for key, value in documents.items():
            entry = _table(value)
            if entry is None:
                self._refuse(key, "must be a table with a `path`")
            elif (target := self._target(key, entry)) is not None:
                yield target

    def _target(self, key: str, entry: Mapping[str, object]) -> Target | None:
        self._known(entry, KEYS, f"tool.specloom.documents.{key}")
        path = self._text(entry, "path")
        if path is None:
            self._refuse(key, f"document {key!r} has no `path`")
            return None
        output = self._text(entry, "output") or f"generated/{key}"
        root = self.path.parent
        return Target(
            document=root / path,
            output=root / output,
            parent=(root / output).parent,
            distribution=key,
            package=self._text(entry, "package"),
            client=self._text(entry, "client"),
            environments=self._texts(entry, "environments"),
            names=self._texts(entry, "names"),
        )

    def _known(
        self, table: Mapping[str, object], known: tuple[str, ...], where: str
    ) -> None:
        for key in table:
            if key not in known:
                guess = did_you_mean(key, known)
                hint = f"did you mean {guess!r}?" if guess else ""
                options = ", ".join(known)
                self._refuse(
                    key,
                    f"[{where}] has no setting {key!r}",
                    hint or f"known: {options}",
                )

    def _text(self, entry: Mapping[str, object], key: str) -> str | None:
        value = entry.get(key)
        if value is None or isinstance(value, str):
            return value
        self._refuse(key, f"`{key}` must be a string")
        return None

    def _texts(self, entry: Mapping[str, object], key: str) -> dict[str, str]:
        table = _table(entry.get(key, {}))
        if table is not None:
            texts = {k: v for k, v in table.items() if isinstance(v, str)}
            if len(texts) == len(table):
                return texts
        self._refuse(key, f"`{key}` must be a table of strings")
        return {}

    def _refuse(self, key: str, message: str, hint: str = "") -> None:
        line = next((n for n, t in enumerate(self.lines, 1) if key in t), 1)
        self.problems.append(
            Problem(path=self.path, line=line, message=message, help=hint)
        )
