"""`[tool.specloom]` in `pyproject.toml`: one table per document, few options.

    [tool.specloom.documents.quantum-metal]
    path = "specs/quantum-metal.yaml"

The table's key is the distribution's name. Everything else has a default.
"""

from .loading import Settings, find, load
from .target import Target, target_of

__all__ = ["Settings", "Target", "find", "load", "target_of"]
