"""What operations are known by."""

from __future__ import annotations

import re
from typing import Final

from ..link import Operation

__all__ = ["VARIABLE", "key_of"]

VARIABLE: Final = re.compile(r"\{[^{}/]*\}")
"""A variable of a path (OpenAPI 3.1 section 4.8.8.2)."""


def key_of(operation: Operation) -> tuple[str, str]:
    """What an operation is known by: the names of path variables don't travel."""
    return operation.method, VARIABLE.sub("{}", operation.path)
