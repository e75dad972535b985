"""What every part of this room works with."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from ..link import Api, Pointer
from ..report import Diagnostic, Report
from .collisions import Claim
from .identifiers import usable
from .pins import Pins
from .reserved import KEYWORDS

__all__ = ["Scope"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """An API, the settings about names, and the report."""

    api: Api
    pins: Pins
    report: Report

    def stated(
        self, pointer: Pointer, python_name: str | None, *, type_: bool = False
    ) -> str | None:
        """The name that the settings or `x-python-name` fix, if it is one in Python.

        An inline schema stands at the place of its member, so that one pointer can mean
        both: a capital first letter names the class, any other the member.
        """
        text = self.pins.of(pointer, python_name)
        if not text or text[:1].isupper() != type_:
            return None
        name = usable(text)
        if name and name not in KEYWORDS and not name.startswith("_"):
            return name
        self.report.add(
            Diagnostic(
                code="SP402",
                message=f"`{text}` can't be a name in Python; it is not used",
                pointer=pointer,
                help="write letters, digits and `_`, a letter first, and no keyword",
            )
        )
        return None

    def claim(
        self,
        pointer: Pointer,
        wishes: Collection[str],
        *,
        stem: str,
        key: str | None = None,
        rank: int = 0,
        python_name: str | None = None,
        fit: Callable[[str], str] = str,
    ) -> Claim:
        """A claim in lower case; a stated name goes before every other."""
        key = pointer if key is None else key
        stated = self.stated(pointer, python_name)
        if stated:
            return Claim(
                key=key,
                wishes=(fit(stated),),
                pattern=f"{stated}_{{}}",
                pointer=pointer,
                rank=-1,
            )
        kept = tuple(dict.fromkeys(fit(wish) for wish in wishes if wish))
        first = (kept[0] if kept else stem).rstrip("_")
        return Claim(
            key=key, wishes=kept, pattern=f"{first}_{{}}", pointer=pointer, rank=rank
        )
