"""What did the author write, and where? path -> `Source`."""

from .pointer import (
    KEY,
    Pointer,
    is_remote,
    join,
    lookup,
    resolve_reference,
    split,
)
from .source import (
    Position,
    Source,
    SourceFile,
    Tree,
)

__all__ = [
    "KEY",
    "Pointer",
    "Position",
    "Source",
    "SourceFile",
    "Tree",
    "is_remote",
    "join",
    "lookup",
    "resolve_reference",
    "split",
]
