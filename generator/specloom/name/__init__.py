"""What is each thing called? `Api` and settings -> `Names`."""

from .names import (
    Names,
    OperationName,
    ResourceName,
)

__all__ = [
    "Names",
    "OperationName",
    "ResourceName",
]
