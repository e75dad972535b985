"""A document, and what the settings say about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

__all__ = ["Target", "target_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One document and the package that it becomes.

    Names that are `None` come from the document's title.
    """

    document: Path
    location: str
    """How the package names its document: from the settings' folder, or by its name.

    Where a run happens to start must not show in what it writes.
    """
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
    overlays: tuple[Path, ...] = ()
    """Changes to the document, one after the other (OpenAPI Overlay)."""
    tags: tuple[str, ...] = ()
    """Patterns of the tags whose operations are wanted; none means all."""
    paths: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    frozen: bool = False
    """Whether models cannot be changed, only replaced."""

    @property
    def fingerprint(self) -> str:
        """A digest of all that the settings say about this document."""
        facts = json.dumps(asdict(self), default=str, sort_keys=True)
        return hashlib.sha256(facts.encode()).hexdigest()


def target_of(document: Path, known: Iterable[Target], output: Path | None) -> Target:
    """The settings of a document named on the command line, or the defaults."""
    for target in known:
        if target.document.resolve() == document.resolve():
            moved = None if output is None else replace(target, output=None)
            return replace(moved, parent=output) if moved and output else target
    return Target(
        document=document,
        location=document.name,
        output=None,
        parent=output or Path("generated"),
    )
