"""What the texts of annotations mean."""

from __future__ import annotations

import sys
from typing import ForwardRef

from .shapes import Recursive

__all__ = ["MODELS", "Space"]

RECURSIVE: dict[tuple[str, str], type[Recursive]] = {}


class Space(dict[str, object]):
    """The names that the annotations of a module may use."""

    def __init__(self, module: str) -> None:
        super().__init__()
        self.module = module

    def __missing__(self, name: str) -> object:
        value: object = getattr(sys.modules[self.module], name, self)
        if value is self:
            raise KeyError(name)
        if not isinstance(value, str):
            return value
        key = (self.module, name)
        if key not in RECURSIVE:
            parts = {"text": value, "module": self.module}
            RECURSIVE.setdefault(key, type(name, (Recursive,), parts))
        return RECURSIVE[key]

    def evaluate(self, annotation: str | ForwardRef) -> object:
        """What the text means here."""
        if isinstance(annotation, ForwardRef):
            annotation = annotation.__forward_arg__
        value: object = eval(annotation, {}, self)  # the generator's text, never data
        return value


MODELS = Space(f"{(__package__ or '').rpartition('.')[0]}.models")
"""Where annotations that stand outside of models are at home."""
