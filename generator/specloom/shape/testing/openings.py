"""What opens the service, and whom it is not told: the tests of credentials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..client import variable
from ..package import FunctionView
from ..text import literal
from .addresses import PROXY
from .functions import promise
from .maker import CLEAN, MAKE, Maker, Probe, Trial

__all__ = ["Openings"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110 section 9.2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """Writes the tests of what credentials do."""

    maker: Maker

    @property
    def trials(self) -> tuple[Trial, ...]:
        """What is tried, each with the first operation that it fits."""
        return (self._missing, self._fallback, self._silent, self._redirected)

    def _missing(self, probe: Probe) -> FunctionView | None:
        """Nothing is sent without credentials."""
        if not self.maker.needs(probe):
            return None
        return promise(
            "credentials_are_needed",
            "Without credentials nothing is sent.",
            [
                self.maker.make(open=False),
                "",
                "with pytest.raises(errors.MissingCredentialError):",
                f"    {probe.text}",
                "",
                "assert wire.sent == []",
            ],
            MAKE,
        )

    def _fallback(self, probe: Probe) -> FunctionView | None:
        """Credentials of the environment are used where none are given."""
        if not self.maker.needs(probe) or len(probe.operation.security) != 1:
            return None
        names = self.maker.annotations.names
        known = self.maker.oracle.secrets
        keys = [use.key for use in probe.operation.security[0]]
        if any(known[key].user is not None or known[key].signs for key in keys):
            return None
        given = [
            f'monkeypatch.setenv("{variable(names, names.credentials[key])}", '
            f"{literal(known[key].text)})"
            for key in keys
        ]
        return promise(
            "credentials_come_from_the_environment",
            "Credentials that are not given are read from environment variables.",
            [
                *given,
                probe.answer,
                self.maker.make(open=False),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                *self.maker.opened(probe, probe.operation.security[0]),
            ],
            CLEAN,
        )

    def _silent(self, probe: Probe) -> FunctionView | None:
        """No secret stands in a `repr` or an error."""
        if not self.maker.needs(probe):
            return None
        texts = self._secrets(probe)
        return promise(
            "secrets_are_not_told",
            "Neither a client nor an error says what it was made with.",
            [
                "wire.answers(418)",
                self.maker.make(),
                "",
                "with pytest.raises(errors.ApiStatusError) as caught:",
                f"    {probe.text}",
                "",
                "request = caught.value.request",
                "assert request is not None",
                'told = f"{client!r} {caught.value!r} {request.url} {dict(request.headers)}"',
                *(f"assert {text} not in told" for text in texts),
            ],
            MAKE,
        )

    def _redirected(self, probe: Probe) -> FunctionView | None:
        """Credentials go to no other host; what changes something is not sent on."""
        method, url = probe.operation.method.upper(), literal(f"{PROXY}/moved")
        if method not in SAFE or probe.operation.unsafe:
            return None
        if not self.maker.needs(probe) or any(
            r.status[0] == "3" for r in probe.operation.responses
        ):
            return None
        texts = self._secrets(probe)
        return promise(
            "credentials_go_to_no_other_host",
            "A redirect to another host is followed without credentials.",
            [
                f'wire.answers(302, headers={{"Location": {url}}})',
                probe.answer,
                self.maker.make(),
                "",
                probe.text,
                "",
                "_, sent = wire.sent",
                f"assert sent.url == {url}",
                *(f"assert {text} not in str(dict(sent.headers))" for text in texts),
            ],
            MAKE,
        )

    def _secrets(self, probe: Probe) -> list[str]:
        """What gives the secrets of the first alternative away, as expressions."""
        known = self.maker.oracle.secrets
        keys = [use.key for use in probe.operation.security[0]]
        keys = [key for key in keys if not known[key].signs]
        traces = (each for key in keys for each in known[key].traces)
        return list(dict.fromkeys(map(literal, traces)))

    def alternatives(self, probes: tuple[Probe, ...]) -> Iterator[FunctionView]:
        """Each further alternative of a security requirement opens as well."""
        seen: set[tuple[str, ...]] = set()
        names = self.maker.annotations.names
        for probe in probes:
            for group in [g for g in probe.operation.security if g][1:]:
                keys = tuple(use.key for use in group)
                if keys in seen or not set(keys) <= set(self.maker.oracle.secrets):
                    continue
                checks = list(self.maker.opened(probe, group))
                if not checks:
                    continue
                seen.add(keys)
                keywords = [names.credentials[key] for key in keys]
                other = frozenset(names.credentials.values()).difference(keywords)
                yield promise(
                    f"{'_and_'.join(keywords)}_alone_opens",
                    "Another alternative of the document opens the service as well.",
                    [
                        probe.answer,
                        self.maker.make(without=other),
                        "",
                        probe.text,
                        "",
                        "(sent,) = wire.sent",
                        *checks,
                    ],
                    MAKE,
                )
