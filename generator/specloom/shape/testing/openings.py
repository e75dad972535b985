"""What opens the service, and whom it is not told: the facts of credentials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...link import SchemeUse
from ...oracle import Oracle, Secret
from ..annotation import Annotations
from ..client import variable
from ..expressions import wrapped_text
from ..text import literal
from .facts import fact
from .maker import Probe

__all__ = ["Openings"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110 section 9.2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """Says what credentials do."""

    annotations: Annotations
    oracle: Oracle

    def facts(self, probes: Sequence[Probe]) -> Iterator[str]:
        """What is stated of credentials, with the first operations that it fits."""
        needing = [each for each in probes if self._needs(each)]
        first = next(filter(self._is_told, needing), next(iter(needing), None))
        if first is not None:
            yield f"secured={first.name}"
            safe = list(filter(_is_safe, needing))[:1]
            yield from self._traces(first, *safe)
            yield from (f"safe={each.name}" for each in safe)
        reads = list(self._reads(needing))
        if reads:
            yield f"reads=[{', '.join(reads)}]"
        others = list(self._alternatives(probes))
        if others:
            yield f"opens=[{', '.join(others)}]"

    def _needs(self, probe: Probe) -> bool:
        """Whether a call needs credentials, all of which the tests have."""
        groups = probe.operation.security
        keys = {use.key for group in groups for use in group}
        return bool(groups) and all(groups) and keys <= set(self.oracle.secrets)

    def _is_told(self, probe: Probe) -> bool:
        """Whether environment variables can open it: a signer is none."""
        known = self.oracle.secrets
        return not any(known[key].signs for key in self._keys(probe))

    def _keys(self, probe: Probe) -> list[str]:
        """The schemes of the alternative that is used."""
        return [use.key for use in self.oracle.opened(probe.operation)]

    def _reads(self, needing: Sequence[Probe]) -> Iterator[str]:
        """Environment variables in place of what is given, for each set of schemes."""
        names, known = self.annotations.names, self.oracle.secrets
        found = {
            frozenset(self._keys(p)): p for p in reversed(needing) if self._is_told(p)
        }
        for probe in reversed(found.values()):
            pairs = (
                f"{literal(variable(names, names.credentials[key]))}: "
                f"{literal(_text(known[key]))}"
                for key in self._keys(probe)
            )
            yield f"Reads({probe.name}, {{{', '.join(pairs)}}})"

    def _traces(self, *probes: Probe) -> Iterator[str]:
        """What gives the secrets away; those that sign do not travel."""
        known = [self.oracle.secrets[key] for it in probes for key in self._keys(it)]
        traces = [it for each in known if not each.signs for it in each.traces]
        if traces:
            yield f"traces=[{', '.join(dict.fromkeys(map(literal, traces)))}]"

    def _alternatives(self, probes: Sequence[Probe]) -> Iterator[str]:
        """Each further alternative of a security requirement opens as well."""
        seen: set[tuple[str, ...]] = set()
        names = self.annotations.names
        for probe in probes:
            for group in [g for g in probe.operation.security if g][1:]:
                keys = tuple(use.key for use in group)
                if keys in seen or not set(keys) <= set(self.oracle.secrets):
                    continue
                added = self._added(probe, group)
                if added["headers"] or added["url"]:
                    seen.add(keys)
                    keywords = (literal(names.credentials[key]) for key in keys)
                    yield fact("Opens", probe.name, f"[{', '.join(keywords)}]", **added)

    def _added(self, probe: Probe, group: tuple[SchemeUse, ...]) -> Mapping[str, str]:
        """What must be on the wire because of credentials."""
        sent = self.oracle.sent(probe.operation, probe.call, group)
        bare = self.oracle.sent(probe.operation, probe.call, ())
        known = self.oracle.secrets
        more = [each for each in sent.headers if each not in bare.headers]
        pairs = ", ".join(f"{literal(name)}: {literal(value)}" for name, value in more)
        return {
            "headers": f"{{{pairs}}}" if pairs else "",
            "url": wrapped_text(sent.url) if sent.url != bare.url else "",
            "read": "False" if any(known[use.key].signs for use in group) else "",
        }


def _is_safe(probe: Probe) -> bool:
    """Whether it is called again where a redirect leads, and documents none itself."""
    operation = probe.operation
    redirects = any(each.status[0] == "3" for each in operation.responses)
    return operation.method.upper() in SAFE and not operation.unsafe and not redirects


def _text(secret: Secret) -> str:
    """A secret as one text; a pair has a colon in it (RFC 7617 section 2)."""
    return secret.text if secret.user is None else f"{secret.user}:{secret.text}"
