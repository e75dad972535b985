"""What changes on disk? `Files` and a folder -> `Changes`."""

from .apply import apply, recover
from .changes import Change, Changes, Conflict, Kind
from .manifest import MANIFEST, digest, seal
from .measured import kept, measure, unmeasured
from .paths import UnsafePathError
from .plan import plan

__all__ = [
    "MANIFEST",
    "Change",
    "Changes",
    "Conflict",
    "Kind",
    "UnsafePathError",
    "apply",
    "digest",
    "kept",
    "measure",
    "plan",
    "recover",
    "seal",
    "unmeasured",
]
