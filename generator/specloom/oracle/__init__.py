"""What must travel? An independent reading of an `Api` for tests.

Serialisation is written here a second time, from the specifications alone, so that the
tests of a package do not repeat its client's mistakes. Nothing is shared with `shape` or
with the runtime (`make contracts`).
"""

from .credentials import Secret, opening, secrets
from .promises import Failing, Promises, Reply, Sending, Success, repeatable
from .reading import Reading
from .request import UNNAMED, Call, Oracle, Sent, UntoldError
from .scalars import Taste
from .values import ImpossibleError, Values

__all__ = [
    "UNNAMED",
    "Call",
    "Failing",
    "ImpossibleError",
    "Oracle",
    "Promises",
    "Reading",
    "Reply",
    "Secret",
    "Sending",
    "Sent",
    "Success",
    "Taste",
    "UntoldError",
    "Values",
    "opening",
    "repeatable",
    "secrets",
]
