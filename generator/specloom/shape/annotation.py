"""What a schema is as a Python annotation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ..link import Api, Pointer
from ..name import Names
from ..report import Report
from .imports import Import

__all__ = ["NONE", "Annotation", "Annotations", "Direction", "Place", "either"]

Place: TypeAlias = Literal["models", "errors", "operations", "resources"]
Direction: TypeAlias = Literal["request", "response"]


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


NONE = Annotation(members=("None",))


def either(annotations: Iterable[Annotation]) -> Annotation:
    """The union of annotations: duplicates go, `JsonValue` absorbs, `None` stands last."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """Annotations of one package, by the pointer of a schema."""

    api: Api
    names: Names
    report: Report = field(repr=False)

    def annotation(
        self,
        pointer: Pointer,
        *,
        place: Place,
        direction: Direction,
        argument: bool = False,
        shadowed: frozenset[str] = frozenset(),
    ) -> Annotation:
        """What a schema is at a place, `| None` included where it is nullable.

        Args:
            pointer: The schema.
            place: The module; it decides how models are referred to (`models.Customer`
                outside `models`) and where relative imports start. In `operations` the
                text is evaluated at run time.
            direction: Enumerations are closed in requests, open in responses.
            argument: Take any `Sequence` or `Mapping` at the top, not only `list` and
                `dict`: for parameters, not for members of a model.
            shadowed: Builtins that mean something else here; written `builtins.list`.
        """
        raise NotImplementedError

    def unset(self, annotation: Annotation, *, place: Place) -> Annotation:
        """The annotation of something that may be left out: `| UnsetType`."""
        raise NotImplementedError

    def is_model(self, pointer: Pointer) -> bool:
        """Whether a schema, aliases followed, is a class of `models`."""
        raise NotImplementedError
