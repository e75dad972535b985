"""How changes are shown: to people, to programs, to whoever reviews."""

from .objects import as_objects
from .shown import Shown, next_versions
from .terminal import text

__all__ = ["Shown", "as_objects", "next_versions", "text"]
