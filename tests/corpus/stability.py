"""Whether the same document gives the same package, whatever does not matter."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from .documents import load

__all__ = ["same_names", "same_seeds"]


def same_seeds(document: Path, package: Path) -> bool:
    """Whether other hash seeds give the same bytes."""
    with TemporaryDirectory() as folder:
        for seed in ("1", "4242"):
            made = generated(document, Path(folder) / seed, seed)
            if made is None or digests(made) != digests(package):
                return False
    return True


def same_names(document: Path) -> bool:
    """Whether a document whose keys are shuffled gives the same surface in other order."""
    tree = json.dumps(load(document))
    with TemporaryDirectory() as folder:
        surfaces: list[object] = []
        for name, text in (("a", tree), ("b", shuffled(tree))):
            moved = Path(folder) / name / document.with_suffix(".json").name
            moved.parent.mkdir()
            moved.write_text(text)
            made = generated(moved, Path(folder) / f"{name}-made", "0")
            surfaces.append(made and surface(made))
        return surfaces[0] is not None and surfaces[0] == surfaces[1]


def surface(package: Path) -> list[list[str]]:
    """The words of each line of a package's surface, whatever their order."""
    text = (package / "API.md").read_text("utf-8")
    # The first media type of a document is the default of `content_type`.
    lines = re.sub(r'content_type: .*? = "[^"]*"', "content_type", text).splitlines()
    return sorted(sorted(re.findall(r"\w+", line)) for line in lines)


def shuffled(text: str) -> str:
    """A JSON document with the keys of all objects in another order."""
    order = random.Random(7)

    def mixed(pairs: list[tuple[str, object]]) -> dict[str, object]:
        order.shuffle(pairs)
        return dict(pairs)

    return json.dumps(json.loads(text, object_pairs_hook=mixed))


def generated(document: Path, output: Path, seed: str) -> Path | None:
    """The package's folder."""
    output.mkdir()
    report = output / "report.json"
    subprocess.run(
        [
            *(sys.executable, "-m", "specloom", "generate", str(document)),
            *("--output", str(output), "--report", str(report), "--format", "json"),
        ],
        cwd=output,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=False,
    )
    try:
        entry = json.loads(report.read_text("utf-8"))["documents"][0]
    except OSError:
        return None
    return output / cast("str", entry["package"]) if entry["package"] else None


def digests(package: Path) -> Mapping[str, str]:
    """The hash of every file that says something about the document."""
    return {
        path.relative_to(package)
        .as_posix(): hashlib.sha256(path.read_bytes())
        .hexdigest()
        for path in package.rglob("*")
        if path.is_file() and path.suffix in (".py", ".md", ".toml", ".json")
        if "_cache" not in path.as_posix()
    }
