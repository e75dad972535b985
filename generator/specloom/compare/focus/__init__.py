"""What two documents do not share: all else need not go through the rooms."""

from .focusing import focus
from .renaming import is_only_renamed

__all__ = ["focus", "is_only_renamed"]
