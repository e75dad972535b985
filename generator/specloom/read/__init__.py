"""What did the author write, and where? path -> `Source`."""

from .jsonpath import jsonpath
from .locate import locate
from .places import places
from .pointer import (
    KEY,
    Pointer,
    is_remote,
    join,
    lookup,
    resolve_reference,
    split,
)
from .reading import read
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
    "jsonpath",
    "locate",
    "lookup",
    "places",
    "read",
    "resolve_reference",
    "split",
]
