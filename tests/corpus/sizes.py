"""How long generated tests are: lines of a package's `tests` folder an operation.

    python -m tests.corpus.sizes [--set real] [DOCUMENT ...]

Every line of every module counts: blank ones, headers, and what does not vary with the
document. Operations are counted without the generator.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .documents import SETS, operations, paths

SPECS: Final = Path(__file__).parents[2] / "specs"
COLUMNS: Final = ("document", "operations", "lines", "each", "client", "models")


def generated(document: Path, folder: Path) -> Path | None:
    """The `tests` folder of a document's package, or `None` where there is none."""
    given = ("generate", str(document), "--output", str(folder))
    command = (sys.executable, "-m", "specloom", *given)
    subprocess.run(command, capture_output=True, check=False)
    return next(folder.glob("*/tests"), None)


def lines(tests: Path) -> dict[str, int]:
    """How many lines each module has."""
    every = sorted(tests.rglob("*.py"))
    return {each.name: len(each.read_text("utf-8").splitlines()) for each in every}


def measured(documents: list[Path]) -> Iterator[tuple[str, int, int, int, int, int]]:
    """Of each document: operations, lines, lines each; of them of client and models."""
    for document in documents:
        with tempfile.TemporaryDirectory() as folder:
            tests = generated(document, Path(folder))
            if tests is None:
                continue
            found = lines(tests)
        count, total = sum(1 for _ in operations(document)), sum(found.values())
        models = found.get("test_models.py", 0)
        client = found.get("test_client.py", 0)
        yield document.name, count, total, total // max(count, 1), client, models


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="*", type=Path)
    parser.add_argument("--set", choices=SETS, default="")
    options = parser.parse_args()
    chosen = list(options.documents) or sorted(SPECS.glob("*.yaml"))
    if options.set:
        chosen = list(paths(options.set))
    print("\t".join(COLUMNS))
    for row in measured(chosen):
        print("\t".join(map(str, row)), flush=True)


if __name__ == "__main__":
    main()
