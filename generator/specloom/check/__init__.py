"""Is it sound, and what do we do where it is not? `Source` -> `Document`."""

from .document import (
    Document,
)

__all__ = [
    "Document",
]
