"""What must travel? An independent reading of an `Api` for tests.

Serialisation is written here a second time, from the specifications alone, so that the
tests of a package do not repeat its client's mistakes. Nothing is shared with `shape` or
with the runtime (`make contracts`).
"""

from .credentials import Secret, opening, secrets
from .drifts import Drift, drift, grows, stranger
from .examples import examples
from .forms import file_name
from .notation import as_json, canonical, compact, known
from .pages import Paging, paging
from .paths import at
from .reading import Reading, same, sized, spelled, within
from .refusals import Failing, Refusals
from .replies import Replies, Reply, Success
from .request import UNNAMED, Call, Oracle, Sent, UntoldError, sent_type
from .scalars import Taste
from .sendings import Sending, Sendings
from .statuses import IDEMPOTENT, repeatable
from .streams import Streamed, streamed
from .values import ImpossibleError, Values

__all__ = [
    "IDEMPOTENT",
    "UNNAMED",
    "Call",
    "Drift",
    "Failing",
    "ImpossibleError",
    "Oracle",
    "Paging",
    "Reading",
    "Refusals",
    "Replies",
    "Reply",
    "Secret",
    "Sending",
    "Sendings",
    "Sent",
    "Streamed",
    "Success",
    "Taste",
    "UntoldError",
    "Values",
    "as_json",
    "at",
    "canonical",
    "compact",
    "drift",
    "examples",
    "file_name",
    "grows",
    "known",
    "opening",
    "paging",
    "repeatable",
    "same",
    "secrets",
    "sent_type",
    "sized",
    "spelled",
    "stranger",
    "streamed",
    "within",
]
