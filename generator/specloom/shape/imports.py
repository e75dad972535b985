"""Import lines: sorted as isort does, laid out as black does."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

__all__ = ["FUTURE", "Import", "import_block"]

WIDTH = 88
_RELATIVE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """`from <module> import <name> as <alias>`; without a name, `import <module>`.

    What is imported to be there is imported `again` under its own name.
    """

    module: str
    name: str = ""
    alias: str = ""
    again: bool = False


FUTURE = Import(module="__future__", name="annotations")


def import_block(imports: Iterable[Import], *, spread: bool = False) -> str:
    """The import statements of a module, without a final newline.

    Sections stand in isort's order (future, standard library, others, relative), a blank
    line between them; `import x` before `from x import y`. With `spread`, names from the
    package's own modules stand one a line, so that one more is one line more.
    """
    ordered = sorted(set(imports), key=_order)
    sections = (
        "\n".join(_statements(list(section), spread and number == _RELATIVE))
        for number, section in groupby(ordered, key=_section)
    )
    return "\n\n".join(sections)


def _statements(section: list[Import], spread: bool) -> Iterable[str]:
    for (module, plain), group in groupby(
        section, key=lambda i: (i.module, not i.name)
    ):
        if plain:
            yield from (f"import {_renamed(module, each.alias)}" for each in group)
        else:
            found = list(group)
            names = [_renamed(e.name, e.alias) for e in found if not e.again]
            if names:
                yield _from(module, names, spread)
            for each in (e for e in found if e.again):
                yield f"from {module} import {each.name} as {each.name}"


def _from(module: str, names: list[str], spread: bool) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= WIDTH and not spread:
        return line
    return f"from {module} import (\n" + "".join(f"    {n},\n" for n in names) + ")"


def _renamed(name: str, alias: str) -> str:
    return f"{name} as {alias}" if alias and alias != name else name


def _section(item: Import) -> int:
    root = item.module.partition(".")[0]
    if root == "__future__":
        return 0
    if not root:
        return _RELATIVE
    return 1 if root in sys.stdlib_module_names else 2


def _order(item: Import) -> tuple[int, bool, int, str, int, str, str]:
    """Relative modules furthest first; names as constants, classes, then the rest."""
    dots = len(item.module) - len(item.module.lstrip("."))
    if item.name.isupper() and len(item.name) > 1:
        kind = 0
    else:
        kind = 1 if item.name[:1].isupper() else 2
    return (
        _section(item),
        bool(item.name),
        -dots,
        item.module,
        kind,
        item.name,
        item.alias,
    )
