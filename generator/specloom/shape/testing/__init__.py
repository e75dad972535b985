"""The tests of a package: what the oracle says, as functions that a reviewer reads."""

from .calls import Calls
from .suite import suite, variables_of

__all__ = ["Calls", "suite", "variables_of"]
