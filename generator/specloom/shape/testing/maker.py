"""The clients that tests make: with made-up credentials, or without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ...link import Operation, SchemeUse
from ...oracle import Call, Oracle, Secret, Success
from ..annotation import Annotations
from ..expressions import wrapped_text
from ..package import FunctionView
from ..text import literal

__all__ = ["CLEAN", "MAKE", "Maker", "Probe", "Trial", "arguments"]

MAKE = ("make: Make", "wire: Wire")
CLEAN = (*MAKE, "monkeypatch: pytest.MonkeyPatch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """An operation that the client is tried with."""

    operation: Operation
    call: Call
    text: str
    """The call, by the function of the operation's own tests."""
    answer: str
    """The statement that lets the network answer it."""
    strange: str
    """The statement that lets it answer with an undocumented media type."""
    success: Success | None


Trial: TypeAlias = Callable[[Probe], FunctionView | None]
"""Writes a test with an operation, if it fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Writes how a client is made, and what its credentials add to a request."""

    annotations: Annotations
    oracle: Oracle

    def make(
        self, *more: str, without: frozenset[str] = frozenset(), open: bool = True
    ) -> str:
        """How a client is made: credentials, server variables, and more."""
        names = self.annotations.names
        given = [
            f"{key}={value}"
            for key, value in arguments(self.oracle, self.annotations)
            if key not in without and (open or key not in names.credentials.values())
        ]
        stated = {each.partition("=")[0] for each in more}
        kept = [each for each in given if each.partition("=")[0] not in stated]
        return f"client = make({', '.join([*kept, *more])})"

    def needs(self, probe: Probe) -> bool:
        """Whether a call needs credentials, all of which the tests have."""
        groups = probe.operation.security
        keys = {use.key for group in groups for use in group}
        return bool(groups) and all(groups) and keys <= set(self.oracle.secrets)

    def opened(self, probe: Probe, group: tuple[SchemeUse, ...]) -> Iterator[str]:
        """What must be on the wire because of credentials."""
        sent = self.oracle.sent(probe.operation, probe.call, group)
        bare = self.oracle.sent(probe.operation, probe.call, ())
        if sent.url != bare.url:
            yield f"assert sent.url == {wrapped_text(sent.url)}"
        for name, value in sent.headers:
            if (name, value) not in bare.headers:
                yield f"assert sent.headers[{literal(name)}] == {literal(value)}"


def arguments(oracle: Oracle, annotations: Annotations) -> list[tuple[str, str]]:
    """What a client is made with in tests: keyword and expression."""
    names = annotations.names
    found = [
        (names.credentials[key], _secret(secret))
        for key, secret in oracle.secrets.items()
    ]
    given: Mapping[str, str] = {
        names.variables[each.pointer]: oracle.variables[each.name]
        for server in oracle.api.servers
        for each in server.variables
        if each.name in oracle.variables
    }
    found += [(key, literal(value)) for key, value in given.items()]
    if oracle.base_url:
        found.append(("base_url", literal(oracle.base_url)))
    return found


def _secret(secret: Secret) -> str:
    if secret.signs:
        return f"signer({literal(secret.signs)}, {literal(secret.text)})"
    if secret.user is None:
        return literal(secret.text)
    return f"({literal(secret.user)}, {literal(secret.text)})"
