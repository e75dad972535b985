"""What must travel? An independent reading of an `Api` for tests.

Serialisation is written here a second time, from the specifications alone, so that the
tests of a package do not repeat its client's mistakes. Nothing is shared with `shape` or
with the runtime (`make contracts`).
"""

from .credentials import Secret, opening, secrets
from .drifts import Drift, drift, nulls, stranger
from .examples import examples
from .notation import as_json, canonical, known
from .reading import Reading, same, sized, spelled, within
from .replies import Failing, Replies, Reply, Success
from .request import UNNAMED, Call, Oracle, Sent, UntoldError
from .scalars import Taste
from .sendings import Sending, Sendings
from .statuses import repeatable
from .values import ImpossibleError, Values

__all__ = [
    "UNNAMED",
    "Call",
    "Drift",
    "Failing",
    "ImpossibleError",
    "Oracle",
    "Reading",
    "Replies",
    "Reply",
    "Secret",
    "Sending",
    "Sendings",
    "Sent",
    "Success",
    "Taste",
    "UntoldError",
    "Values",
    "as_json",
    "canonical",
    "drift",
    "examples",
    "known",
    "nulls",
    "opening",
    "repeatable",
    "same",
    "secrets",
    "sized",
    "spelled",
    "stranger",
    "within",
]
