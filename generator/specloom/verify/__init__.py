"""Does the service do what its document says? Real requests, few and safe.

`Api` + a base address -> `Heard` -> `Verdict`, cassettes, and an overlay that would make
the document true. Nothing is made up: what is sent stands in the document.
"""

from .cassettes import Cassette, cassettes, filed, record, stamp
from .deviation import Deviation
from .overlays import overlay
from .planning import known_as, named
from .verifying import Heard, Verdict, ask, judged, played

__all__ = [
    "Cassette",
    "Deviation",
    "Heard",
    "Verdict",
    "ask",
    "cassettes",
    "filed",
    "judged",
    "known_as",
    "named",
    "overlay",
    "played",
    "record",
    "stamp",
]
