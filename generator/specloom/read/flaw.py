"""What a parser finds wrong with a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..report import Diagnostic
from .lines import Lines
from .pointer import KEY, join

__all__ = ["EMPTY", "Broken", "Flaw", "diagnose"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A finding inside one text, before anyone asks for its line."""

    code: str
    message: str
    help: str = ""
    tokens: tuple[str, ...] = ()
    """The reference tokens of its place, as far as they are known."""
    on_key: bool = False
    span: tuple[int, int] | None = None
    """Offsets of the token, where the reference tokens don't lead there."""


EMPTY: Final = Flaw(code="SP111", message="nothing is written here", span=(0, 1))


class Broken(Exception):  # noqa: N818 - the text is; nobody's code has erred
    """Nothing of the text can be used."""

    def __init__(self, flaw: Flaw, text: str = "") -> None:
        super().__init__(flaw.message)
        self.flaw = flaw
        self.text = text
        """What could be read, where it is not the file as it stands."""


def diagnose(flaw: Flaw, name: str, lines: Lines) -> Diagnostic:
    """The finding as every room reports them, in the file called `name`."""
    position = lines.position(*flaw.span) if flaw.span else None
    return Diagnostic(
        code=flaw.code,
        message=flaw.message,
        help=flaw.help,
        pointer=join(f"{name}#", *flaw.tokens) + (KEY if flaw.on_key else ""),
        position=position,
        excerpt=lines.excerpt(position) if position else None,
    )
