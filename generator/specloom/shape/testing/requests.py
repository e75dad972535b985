"""What an operation sends: the tests of its requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...link import is_json
from ...oracle import ImpossibleError, Sending, Sendings, UntoldError, sent_type
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
        sendings = Sendings(oracle=subject.oracle, told=subject.standing.both)
        try:
            for each in sendings.sendings(subject.operation):
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
            known, body = usual if number else None, self._body(sending)
            told, more = request(sent, known, body, subject.secured)
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

    def _body(self, sending: Sending) -> str:
        """The JSON of a body with models in it, "" where there is none to stand for it."""
        content, sent = sending.call.content, sending.sent
        if content is None or content.schema is None:
            return ""
        if not is_json(sent_type(self.subject.annotations.api, content)):
            return ""
        try:
            value = json.loads(sent.body)
            standing = replace(self.subject.standing, bare=bool(value))
            found = standing.body(content.schema, value)
        except (UnsayableError, ValueError):
            return ""
        return found if "models." in found else ""
