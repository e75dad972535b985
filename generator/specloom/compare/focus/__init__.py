"""What two documents do not share: all else need not go through the rooms."""

from .focusing import focus

__all__ = ["focus"]
