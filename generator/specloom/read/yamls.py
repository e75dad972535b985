"""YAML as a tree of JSON values: built straight from the parser's events.

PyYAML's own constructors follow YAML 1.1 (`no` is false, `12:30` is a number, `2020-01-01` is
a date, integers are keys) and let aliases expand without bound; neither suits a description.
"""

from __future__ import annotations

import yaml

from .events import control_character, events, readable
from .flaw import EMPTY, Broken, Flaw
from .source import Tree
from .tree import Builder

__all__ = ["parse"]


def parse(text: str, flaws: list[Flaw]) -> Tree:
    """The tree of the first document in the text; what is wrong with it goes to `flaws`.

    Raises:
        Broken: Nothing of the text can be used.
    """
    found = control_character(text)
    if found is not None:
        message = f"U+{ord(found[0]):04X} is not allowed here"
        flaws.append(Flaw(code="SP112", message=message, span=found.span()))
        text = readable(text)
    builder = Builder(flaws)
    try:
        tree = builder.build(events(text))
    except yaml.MarkedYAMLError as error:
        raise Broken(_broken(error, len(text))) from None
    if builder.is_empty:
        raise Broken(EMPTY)
    return tree


def _broken(error: yaml.MarkedYAMLError, length: int) -> Flaw:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, max(length - 1, 0)) if mark is not None else 0
    around = ""
    if error.context and error.context_mark is not None:
        around = f"{error.context} that starts in line {error.context_mark.line + 1}"
    return Flaw(
        code="SP103",
        message=error.problem or "this isn't well-formed",
        help=around,
        span=(at, at + 1),
    )
