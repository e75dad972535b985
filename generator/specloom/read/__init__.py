"""What did the author write, and where? path -> `Source`."""

from .source import (
    Position,
    Source,
    SourceFile,
    Tree,
)

__all__ = [
    "Position",
    "Source",
    "SourceFile",
    "Tree",
]
