"""`specloom.json`: which files of a folder are ours, and what they held when we wrote them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

__all__ = ["MANIFEST", "digest", "parse", "seal"]

MANIFEST: Final = "specloom.json"
"""The manifest's own name; it lists every other generated file."""


def digest(content: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def seal(files: Mapping[str, str]) -> dict[str, bytes]:
    """The files as bytes, the manifest completed by the hash of each other file."""
    contents = {path: text.encode() for path, text in files.items() if path != MANIFEST}
    facts = json.loads(files.get(MANIFEST, "{}"))
    hashes = {path: digest(contents[path]) for path in sorted(contents)}
    manifest = json.dumps(facts | {"files": hashes}, indent=2, ensure_ascii=False)
    return contents | {MANIFEST: f"{manifest}\n".encode()}


def parse(folder: Path) -> dict[str, str]:
    """The hashes that the folder's manifest holds; empty without a readable one."""
    try:
        files = json.loads((folder / MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    if not isinstance(files, dict):
        return {}
    return {str(path): str(value) for path, value in files.items()}
