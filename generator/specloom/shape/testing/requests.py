"""What an operation sends: the tests of its requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...oracle import ImpossibleError, Sending, Sendings, UntoldError
from ..expressions import UnsayableError
from ..text import literal
from .deprecations import going
from .facts import fact, listed, request
from .subject import Subject

__all__ = ["Requests"]

SHOWN = 4
"""So many of the document's examples are sent."""
KINDS = {"odd": "Escapes", "falsy": "Keeps"}
"""What calls with special values are stated as."""
NAMES = {"least": "what is required"}
"""What calls are called, where the oracle's own word is short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """Writes the tests of what one operation sends."""

    subject: Subject

    def calls(self) -> list[tuple[Sending, str]]:
        """The calls that have an expression; none where nothing can be called."""
        subject = self.subject
        found: list[tuple[Sending, str]] = []
        try:
            for each in Sendings(oracle=subject.oracle).sendings(subject.operation):
                found += self._said(each)
        except (ImpossibleError, UntoldError) as reason:
            subject.leave("every call", reason)
            return []
        if not found:
            subject.leave("every call", UnsayableError("no call has an expression"))
        more = [each for each in found if each[0].name.startswith("example")][SHOWN:]
        return [each for each in found if each not in more]

    def _said(self, sending: Sending) -> Iterator[tuple[Sending, str]]:
        try:
            yield sending, self.subject.calls.call(sending.call)
        except UnsayableError as reason:
            self.subject.leave(f"sends {sending.name or 'a plain call'}", reason)

    def facts(self, calls: list[tuple[Sending, str]]) -> Iterator[str]:
        """Each call with the request that it sends; the first is the one tests make."""
        usual = calls[0][0].sent
        for number, (sending, text) in enumerate(calls):
            subject, sent = self.subject, sending.sent
            if sent.url.startswith((f"{subject.root}/", f"{subject.root}?")):
                sent = replace(sent, url=sent.url.removeprefix(subject.root))
            told, more = request(sent, usual if number else None)
            warns = going(subject.annotations, subject.operation, sending.call)
            kind, name = KINDS.get(sending.name, ""), sending.name.replace("`", "")
            yield fact(
                kind or "Sends",
                f"lambda client: {text}",
                told,
                **more,
                name="" if kind or not name else literal(NAMES.get(name, name)),
                warns=listed(warns),
            )
