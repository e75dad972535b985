"""The tests of a package: what the oracle says, as functions that a reviewer reads."""

from .suite import suite

__all__ = ["suite"]
