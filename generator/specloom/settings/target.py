"""A document, and what the settings say about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

__all__ = ["Target", "located", "shown_address", "target_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One document and the package that it becomes.

    Names that are `None` come from the document's title.
    """

    document: Path
    """Its file; of one on another machine, where that would stand in the project."""
    location: str
    """How the package names its document: from the settings' folder, or by its name.

    Where a run happens to start must not show in what it writes.
    """
    output: Path | None
    """The package's folder; `None` takes `<parent>/<distribution>`."""
    parent: Path
    address: str = ""
    """The URL of a document on another machine."""
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


def target_of(
    named: str | Path, known: Iterable[Target], output: Path | None
) -> Target:
    """The settings of a document named on the command line, or the defaults."""
    document, address = located(named, Path())
    for target in known:
        same = target.document.resolve() == document.resolve()
        if same and target.address == address:
            moved = None if output is None else replace(target, output=None)
            return replace(moved, parent=output) if moved and output else target
    return Target(
        document=document,
        location=shown_address(address) or document.name,
        output=None,
        parent=output or Path("generated"),
        address=address,
    )


def located(named: str | Path, folder: Path) -> tuple[Path, str]:
    """A document's file in a folder, and its URL if it has one."""
    text = str(named)
    if not text.startswith(("https://", "http://")):
        return folder / named, ""
    last = urlsplit(text).path.rpartition("/")[2]
    return folder / (last or "openapi.json"), text


def shown_address(address: str) -> str:
    """A URL without what may be a secret: who asks, and what is asked for."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if address else ""
