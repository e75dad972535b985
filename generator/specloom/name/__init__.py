"""What is each thing called? `Api` and settings -> `Names`."""

from .identifiers import snake
from .names import (
    Names,
    OperationName,
    ResourceName,
)
from .naming import name
from .pins import Pins

__all__ = [
    "Names",
    "OperationName",
    "Pins",
    "ResourceName",
    "name",
    "snake",
]
