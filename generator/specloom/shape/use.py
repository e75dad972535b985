"""Annotations as finished text, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..link import Direction
from .imports import Import

__all__ = ["NONE", "Annotation", "Place", "Use", "anything", "either", "plain"]

Place: TypeAlias = Literal["models", "errors", "operations", "resources"]

BUILTINS = Import(module="builtins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """An annotation as the members of a union (mostly one), and what it imports.

    Members are unique, `None` and then `UnsetType` last.
    """

    members: tuple[str, ...]
    imports: frozenset[Import] = frozenset()

    @property
    def text(self) -> str:
        """The annotation on one line: `str | None`."""
        return " | ".join(self.members)

    def within(self, before: str, after: str, *imports: Import) -> Annotation:
        """The annotation inside another one: `list[...]`."""
        return Annotation(
            members=(f"{before}{self.text}{after}",),
            imports=self.imports.union(imports),
        )


NONE = Annotation(members=("None",))
LAST = ("None", "UnsetType")


def plain(text: str, *imports: Import | None) -> Annotation:
    """An annotation of one member."""
    return Annotation(
        members=(text,),
        imports=frozenset(each for each in imports if each is not None),
    )


def either(annotations: Iterable[Annotation]) -> Annotation:
    """The union of annotations: duplicates go, `JsonValue` absorbs, `None` stands last."""
    found = tuple(annotations)
    members = dict.fromkeys(member for each in found for member in each.members)
    imports = frozenset[Import]().union(*(each.imports for each in found))
    if "JsonValue" in members:
        members = {m: None for m in members if m in ("JsonValue", "UnsetType")}
    first = [member for member in members if member not in LAST]
    last = [member for member in LAST if member in members]
    return Annotation(members=(*first, *last), imports=imports)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Where an annotation stands, which decides how it is written.

    Args:
        place: The module; it decides how models are referred to (`models.Customer`
            outside `models`). In `operations` the text is evaluated at run time.
        direction: Enumerations are closed in requests, open in responses.
        argument: Take any `Sequence` or `Mapping` at the top.
        files: Binary members are uploads; bytes if they also come back.
        closed: A constant is exactly itself: it tells the members of a union apart.
        shadowed: Builtins that mean something else here; written `builtins.list`.
        depth: How many annotations stand around.
    """

    place: Place
    direction: Direction
    argument: bool = False
    files: bool = False
    closed: bool = False
    shadowed: frozenset[str] = frozenset()
    depth: int = 0

    @property
    def marked(self) -> bool:
        """Whether the marks of the wire form are needed: only where the runtime reads."""
        return self.place in ("models", "operations")

    def inner(self) -> Use:
        """The use of what stands inside."""
        return Use(
            place=self.place,
            direction=self.direction,
            files=self.files,
            shadowed=self.shadowed,
            depth=self.depth + 1,
        )

    def runtime(self, name: str, module: str = "models") -> Import:
        """Something of the runtime."""
        dots = "." if self.place in ("models", "errors") else ".."
        return Import(module=f"{dots}_runtime.{module}", name=name)

    def builtin(self, name: str) -> Annotation:
        """A builtin type, even where a method has its name."""
        if name in self.shadowed:
            return plain(f"builtins.{name}", BUILTINS)
        return plain(name)

    def named(self, name: str) -> Annotation:
        """A class or an alias of `models`."""
        if self.place == "models":
            return plain(name)
        dots = "." if self.place == "errors" else ".."
        return plain(f"models.{name}", Import(module=dots, name="models"))


def anything(use: Use) -> Annotation:
    """Any JSON value."""
    return plain("JsonValue", use.runtime("JsonValue"))
