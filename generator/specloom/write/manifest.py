"""`specloom.json`: which files of a folder are ours, and what they held when we wrote them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, cast

from .measured import unmeasured

__all__ = ["MANIFEST", "digest", "parse", "seal"]

MANIFEST: Final = "specloom.json"
"""The manifest's own name; it lists every other generated file."""


SHORT: Final = 12
"""Digits of a hash in the manifest: enough to tell an edit, few enough to read."""


def digest(content: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal, whatever was measured of it."""
    return hashlib.sha256(unmeasured(content)).hexdigest()


def seal(files: Mapping[str, str]) -> dict[str, bytes]:
    """The files as bytes, the manifest completed by the hash of each other file.

    All hashes stand on one line: whatever changes, a reviewer sees one line of them.
    """
    contents = {path: text.encode() for path, text in files.items() if path != MANIFEST}
    facts = json.loads(files.get(MANIFEST, "{}"))
    hashes = {path: digest(contents[path])[:SHORT] for path in sorted(contents)}
    lines = [
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in (facts | {"files": hashes}).items()
    ]
    manifest = "{\n" + ",\n".join(lines) + "\n}\n"
    return contents | {MANIFEST: manifest.encode()}


def parse(folder: Path) -> dict[str, str]:
    """The hashes that the folder's manifest holds; empty without a readable one."""
    try:
        files: object = json.loads((folder / MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    if not isinstance(files, dict):
        return {}
    entries = cast("dict[str, object]", files)
    return {path: str(value) for path, value in entries.items()}
