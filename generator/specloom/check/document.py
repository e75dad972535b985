"""A sound document in one dialect: the door out of `check`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..read import Pointer, Tree

__all__ = ["Document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """OpenAPI 3.1 meaning, whatever was written: 3.0, 3.2 and Swagger 2.0 are rewritten.

    What `link` may rely on, everywhere in `trees`:

    - every object that OpenAPI describes has the JSON type that the specification gives it
      (a broken part was repaired or removed, with a diagnostic);
    - `nullable`, `exclusiveMinimum: true`, `x-nullable`, `example` and the like are in 3.1
      form; schemas are objects or booleans;
    - every `$ref` resolves by `resolve`, or was replaced by `{}` with a diagnostic;
    - every path template variable is declared as a parameter.
    """

    location: str
    dialect: str
    """What the author wrote: `2.0`, `3.0`, `3.1` or `3.2`."""
    trees: Mapping[str, dict[str, Tree]] = field(repr=False)
    """Rewritten files by name, the root under ""."""
    origins: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """Pointers that moved: prefix in `trees` -> prefix in the author's text (Swagger 2.0)."""

    def authored(self, pointer: Pointer) -> Pointer:
        """The author's place of a part of `trees`."""
        head = pointer
        while head not in self.origins and "/" in head:
            head = head.rpartition("/")[0]
        return self.origins.get(head, head) + pointer[len(head) :]
