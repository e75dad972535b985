"""Formatting: black's style, by ruff where it is installed, which writes the same."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

__all__ = ["formatted"]

WIDTH = 88
LONG = re.compile(
    r"""^ *(?:\) -> [\w.]+:|\w+: (?:TypeAlias = )?[\w.]+\[|\w+ = b?["'].*)$""",
    re.MULTILINE,
)
"""One name that is returned, an annotation that is broken inside, a constant text."""
BRACED = re.compile(r'^( *)\((b?"(?:[^"\\\n]|\\.)*")\)(,?)$', re.MULTILINE)
"""A lone text in parentheses that it does not need: black takes them away."""

LONE = re.compile(r"^\] = \((.+),\)$", re.MULTILINE)
"""A tuple of one after a subscript that is broken: black opens it."""


def formatted(sources: Mapping[str, str]) -> dict[str, str]:
    """Every module in black's style, and parsed once.

    Raises:
        SyntaxError: A module is no Python: a fault of the templates.
    """
    for path, text in sources.items():
        ast.parse(text, filename=path)
    return _by_ruff(sources) if find_spec("ruff") else _by_black(sources)


def _by_ruff(sources: Mapping[str, str]) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="specloom-") as folder:
        places = {path: Path(folder) / path for path in sources}
        for path, place in places.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(sources[path], "utf-8")
        command = [
            sys.executable,
            "-m",
            "ruff",
            "format",
            "--isolated",
            "--quiet",
            "--no-cache",
        ]
        options = ["--target-version=py311", "--line-length=88", folder]
        subprocess.run([*command, *options], check=True, capture_output=True)
        made = {
            path: LONE.sub(
                r"] = (\n    \1,\n)", BRACED.sub(r"\1\2\3", place.read_text("utf-8"))
            )
            for path, place in places.items()
        }
    return {path: _mended(text) for path, text in made.items()}


def _mended(text: str) -> str:
    """With what black would write otherwise: it puts what is too long in parentheses.

    Only the statements that hold such a line are black's, as it is slow.
    """
    found = [match for match in LONG.finditer(text) if len(match[0]) > WIDTH]
    if not found:
        return text
    places = {text.count("\n", 0, match.start()) + 1 for match in found}
    lines = text.splitlines(keepends=True)
    for node, inside in reversed([*_statements(ast.parse(text))]):
        first, last = _first(node), node.end_lineno or 0
        if not places.isdisjoint(range(first, last + 1)):
            head = ["class _:\n"] if inside else []
            whole = "".join([*head, *lines[first - 1 : last]])
            made = _by_black({"": whole})[""].splitlines(keepends=True)
            lines[first - 1 : last] = made[len(head) :]
    return "".join(lines)


def _statements(tree: ast.Module) -> Iterator[tuple[ast.stmt, bool]]:
    """The statements of a module and of its classes, and whether a class holds it."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from ((each, True) for each in node.body)
        else:
            yield node, False


def _first(node: ast.stmt) -> int:
    """The line that a statement begins in, with its decorators."""
    decorators = getattr(node, "decorator_list", ())
    return min((each.lineno for each in decorators), default=node.lineno)


def _by_black(sources: Mapping[str, str]) -> dict[str, str]:
    import black
    from black.mode import TargetVersion

    mode = black.Mode(target_versions={TargetVersion.PY311})
    return {path: black.format_str(text, mode=mode) for path, text in sources.items()}
