"""Why a file on another machine is not had."""

from __future__ import annotations

__all__ = ["Refused"]


class Refused(Exception):  # noqa: N818
    """A file that is not had; says why, and what helps."""

    def __init__(self, why: str, help_: str = "") -> None:
        super().__init__(why)
        self.help = help_
