"""Is it sound, and what do we do where it is not? `Source` -> `Document`."""

from .dialect import recognise
from .document import Document
from .examples import examples
from .opinion import opinion
from .references import at, resolve
from .soundness import check

__all__ = ["Document", "at", "check", "examples", "opinion", "recognise", "resolve"]
