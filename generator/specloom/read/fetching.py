"""Files over HTTPS, from hosts that were allowed."""

from __future__ import annotations

from http.client import HTTPException, HTTPMessage
from typing import IO, Final, cast
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from .refused import Refused

__all__ = ["fetch"]

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
SECONDS: Final = 30


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
