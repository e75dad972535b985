"""What type-checkers and editors say of deprecated methods (PEP 702)."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["deprecated"]

if TYPE_CHECKING:
    # Checkers bring their own stub of it: nothing has to be installed.
    from typing_extensions import deprecated
else:

    def deprecated(message):
        """Mark a method; the client warns when it is called, at the caller's line."""

        def marked(method):
            method.__deprecated__ = message
            return method

        return marked
