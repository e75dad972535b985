"""Files on other machines: only from hosts that were allowed, and kept in a lock file.

The lock holds each file's text and its SHA-256, so that later runs need no network and give
the same package wherever they run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Final, cast
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

__all__ = ["LOCK", "Refused", "Remote"]

LOCK: Final = "specloom.lock"
"""Stands in the project's folder, beside `pyproject.toml`."""
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
SECONDS: Final = 30


class Refused(Exception):  # noqa: N818
    """A file that is not had; says why, and what helps."""

    def __init__(self, why: str, help_: str = "") -> None:
        super().__init__(why)
        self.help = help_


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


def fetch(address: str, hosts: frozenset[str], largest: int) -> str:
    """A file's text over HTTPS, redirects to other allowed hosts followed.

    Raises:
        Refused: Its host was not allowed, or gave no text.
    """
    opener = build_opener(Redirects(hosts))
    allowed(address, hosts)
    try:
        request = Request(address, headers={"User-Agent": "specloom"})
        with opener.open(request, timeout=SECONDS) as answer:
            data = cast("IO[bytes]", answer).read(largest + 1)
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise Refused(f"{address[:200]} can't be fetched: {error}") from None
    if len(data) > largest:
        raise Refused(f"{address[:200]} has more than {largest >> 20} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{address[:200]} is no UTF-8") from None


def allowed(address: str, hosts: frozenset[str]) -> None:
    """Check where an address leads.

    Raises:
        Refused: Its host was not allowed, or it is not secure.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host not in hosts:
        why = f"{address[:200]} is on another machine"
        raise Refused(why, f"save a copy beside the document, or --allow-remote {host}")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
        raise Refused(f"{address[:200]} is not served over HTTPS")


class Redirects(HTTPRedirectHandler):
    """Follows redirects to allowed hosts only."""

    def __init__(self, hosts: frozenset[str]) -> None:
        self.hosts = hosts

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        """The request of a redirect.

        Raises:
            Refused: It leads to a host that was not allowed.
        """
        allowed(newurl, self.hosts)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
