"""Files on other machines: only from hosts that were allowed, and kept in a lock file.

The lock holds each file's text and its SHA-256, so that later runs need no network and give
the same package wherever they run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final, cast

from .refused import Refused

__all__ = ["LOCK", "Remote"]

LOCK: Final = "specloom.lock"
"""Stands in the project's folder, beside `pyproject.toml`."""


@dataclass(slots=True)
class Remote:
    """Remote files, by address. `fetched` are those that the lock does not have yet."""

    lock: Path
    hosts: frozenset[str] = frozenset()
    fetched: dict[str, str] = field(default_factory=dict[str, str])

    def text(self, address: str, largest: int) -> str:
        """A file's text, from the lock if it is there.

        Raises:
            Refused: It is in no lock, and its host was not allowed or did not answer; or
                the lock was changed by hand.
        """
        pinned = self._pinned().get(address)
        if pinned is not None:
            text, digest = pinned.get("text", ""), pinned.get("sha256", "")
            if hashed(text) != digest:
                why = f"its copy in {LOCK} is not what was fetched"
                raise Refused(why, f"take its entry out of {LOCK} to fetch it again")
            return text
        if address not in self.fetched:
            from .fetching import fetch  # only here: most documents are in one place

            self.fetched[address] = fetch(address, self.hosts, largest)
        return self.fetched[address]

    def pin(self) -> None:
        """Write what was fetched into the lock.

        Raises:
            OSError: The lock can't be written.
        """
        if not self.fetched:
            return
        fresh = {
            address: {"sha256": hashed(text), "text": text}
            for address, text in self.fetched.items()
        }
        entries = dict(sorted({**self._pinned(), **fresh}.items()))
        text = json.dumps(entries, indent=1, ensure_ascii=False)
        self.lock.write_text(f"{text}\n", "utf-8")

    def _pinned(self) -> Mapping[str, Mapping[str, str]]:
        try:
            found = json.loads(self.lock.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return cast("Mapping[str, Mapping[str, str]]", found)


def hashed(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
