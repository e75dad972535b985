"""YAML as a tree of JSON values: built straight from the parser's events.

PyYAML's own constructors follow YAML 1.1 (`no` is false, `12:30` is a number, `2020-01-01` is
a date, integers are keys) and let aliases expand without bound; neither suits a description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.events import Event, StreamEndEvent

from .flaw import Broken, Flaw
from .source import Tree
from .tree import Builder

__all__ = ["events", "parse"]

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


if yaml.__with_libyaml__:
    from yaml.cyaml import CParser as _Parser
else:  # pragma: no cover - only where PyYAML came without its extension
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Parser(Reader, Scanner, Parser):  # type: ignore[no-redef]
        """PyYAML's parser in Python."""

        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)


def parse(text: str, flaws: list[Flaw]) -> Tree:
    """The tree of the first document in the text; what is wrong with it goes to `flaws`.

    Raises:
        Broken: Nothing of the text can be used.
    """
    found = _FORBIDDEN.search(text)
    if found is not None:
        message = f"U+{ord(found[0]):04X} is not allowed here"
        flaws.append(Flaw(code="SP112", message=message, span=found.span()))
    try:
        return Builder(flaws).build(events(text))
    except yaml.MarkedYAMLError as error:
        raise Broken(_broken(error, len(text))) from None


def events(text: str) -> Iterator[Event]:
    """What the text says, token by token; marks count characters of the text.

    Raises:
        yaml.MarkedYAMLError: The text isn't well-formed.
    """
    if _FORBIDDEN.search(text) is not None:
        text = _FORBIDDEN.sub("\ufffd", text)
    following = _Parser(text).get_event
    while (event := following()) is not None:
        yield event
        if type(event) is StreamEndEvent:
            return


def _broken(error: yaml.MarkedYAMLError, length: int) -> Flaw:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, max(length - 1, 0)) if mark is not None else 0
    help_ = ""
    if error.context and error.context_mark is not None:
        help_ = f"{error.context} that starts in line {error.context_mark.line + 1}"
    return Flaw(
        code="SP103",
        message=error.problem or "this isn't well-formed",
        help=help_,
        span=(at, at + 1),
    )
