"""Requests on their way, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Final

from .deviation import Answer
from .hiding import HIDDEN
from .planning import Step

__all__ = ["Unreached", "answers"]

SECONDS: Final = 30.0
LARGEST: Final = 20_000_000
"""Bytes of a body that are read; the rest is let go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """A request that got no answer, and why."""

    why: str


def answers(
    steps: Iterable[Step], secrets: Iterable[str]
) -> Iterator[tuple[Step, Answer | Unreached]]:
    """What the service says to each request. Nothing is sent twice, no redirect followed.

    Args:
        steps: The requests.
        secrets: Texts that a service may echo; they are taken out of its answers.

    Raises:
        ModuleNotFoundError: httpx2 is not installed.
    """
    import httpx2

    hidden = [text.encode() for text in secrets if len(text) > 3]
    with httpx2.Client(timeout=SECONDS, follow_redirects=False) as client:
        for step in steps:
            sent = step.sent
            request = client.build_request(
                sent.method, sent.url, headers=list(sent.headers), content=sent.body
            )
            try:
                response = client.send(request, stream=True)
                with closing(response):
                    body = _read(response.iter_bytes())
            except httpx2.HTTPError as error:
                yield step, Unreached(why=f"{type(error).__name__}: {error}")
                continue
            for text in hidden:
                body = body.replace(text, HIDDEN.encode())
            fields = tuple((k.lower(), v) for k, v in response.headers.multi_items())
            yield step, Answer(status=response.status_code, headers=fields, body=body)


def _read(chunks: Iterable[bytes]) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > LARGEST:
            break
    return bytes(body)
