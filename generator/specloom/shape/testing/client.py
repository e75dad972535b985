"""What the tests state of the client: where it calls, what opens it, and its troubles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...link import ServerVariable
from ...oracle import UNNAMED, Oracle, Sent, repeatable
from ..annotation import Annotations
from ..expressions import wrapped_text
from ..text import literal
from .maker import Probe
from .openings import Openings
from .troubles import Troubles
from .views import StatementView

__all__ = ["ClientFacts"]

PROXY = "https://proxy.example.invalid/base"
"""An address of the caller's, as the tests of every client have it."""


SCHEMES = {"http": "https", "https": "http"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFacts:
    """Says what is stated of a client. Each probe is an operation that tests can call."""

    annotations: Annotations
    oracle: Oracle
    root: str
    probes: tuple[Probe, ...]

    def statement(self) -> StatementView | None:
        """What is stated; nothing of a client that calls nothing."""
        if not self.probes:
            return None
        return StatementView(
            constant="CLIENT", kind="Client", facts=tuple(self._facts())
        )

    def _facts(self) -> Iterator[str]:
        usual = self._first(self._is_rooted) or self.probes[0]
        yield f"calls={usual.name}"
        if not self._is_rooted(usual):
            moved = replace(self.oracle, base_url=PROXY)
            url = moved.sent(usual.operation, usual.call).url.removeprefix(PROXY)
            yield f"address={wrapped_text(url)}"
        else:
            yield from self._environments()
            yield from self._served()
            yield from self._settings()
        openings = Openings(annotations=self.annotations, oracle=self.oracle)
        yield from openings.facts(self.probes)
        unsafe = self._first(lambda each: not repeatable(each.operation))
        yield from () if unsafe is None else (f"unsafe={unsafe.name}",)
        troubles = Troubles(annotations=self.annotations, oracle=self.oracle)
        yield from troubles.facts(self.probes)
        yield from self._families()

    def _first(self, fits: Callable[[Probe], bool]) -> Probe | None:
        return next(filter(fits, self.probes), None)

    def _is_rooted(self, probe: Probe) -> bool:
        """Whether an operation is served where the document says for all."""
        starts = (f"{self.root}/", f"{self.root}?")
        return not probe.operation.servers and self._sent(probe).url.startswith(starts)

    def _sent(self, probe: Probe) -> Sent:
        return self.oracle.sent(probe.operation, probe.call)

    def _environments(self) -> Iterator[str]:
        """Each environment of the document at its own address."""
        api, names = self.annotations.api, self.annotations.names
        if len(api.servers) < 2 or self.oracle.base_url:
            return
        found = {
            literal(names.environments[each.pointer]): literal(self.oracle.server(each))
            for each in api.servers
            if self.oracle.server(each) != UNNAMED
        }
        if found:
            yield f"environments={_pairs(found)}"

    def _served(self) -> Iterator[str]:
        """A server with other values of the variables that have defaults."""
        api, names = self.annotations.api, self.annotations.names
        if self.oracle.base_url:
            return
        for number, server in enumerate(api.servers):
            others = {
                each.name: (names.variables[each.pointer], _other(each))
                for each in server.variables
                if each.default is not None
            }
            if others:
                told = {name: value for name, (_, value) in others.items()}
                filled = {**self.oracle.variables, **told}
                address = replace(self.oracle, variables=filled).server(server)
                pairs = [(literal(key), literal(it)) for key, it in others.values()]
                if number:
                    here = literal(names.environments[server.pointer])
                    pairs.insert(0, (literal("environment"), here))
                yield f"served=({literal(address)}, {_pairs(pairs)})"
                return

    def _settings(self) -> Iterator[str]:
        """The variables of the first server that have no default."""
        api, names = self.annotations.api, self.annotations.names
        needed = [
            literal(names.variables[each.pointer])
            for each in (api.servers[0].variables if api.servers else ())
            if each.name in self.oracle.variables
        ]
        if needed and not self.oracle.base_url:
            yield f"settings=[{', '.join(needed)}]"

    def _families(self) -> Iterator[str]:
        """Errors of codes stand under those of their status."""
        names, api = self.annotations.names.errors, self.annotations.api
        responses = [each for it in api.operations for each in it.responses]
        pairs = dict.fromkeys(
            (names[f"{response.status}/{code.code}"], names.get(response.status))
            for response in responses
            for code in response.error_codes
        )
        failing = {
            each.status for each in responses if each.status[:1] not in ("1", "2", "3")
        }
        above = {names[status] for status in failing if status in names}
        found = [
            f"(errors.{name}, errors.{base if base in above else 'EnvelopeError'})"
            for name, base in pairs
        ]
        if found:
            yield f"families=[{', '.join(found)}]"


def _other(variable: ServerVariable) -> str:
    """Another value than the default (OpenAPI 3.1 section 4.8.6)."""
    default = variable.default or ""
    found = next((each for each in variable.enum if each != default), None)
    if found is not None:
        return found
    if default in SCHEMES:
        return SCHEMES[default]
    if "://" in default:
        return "https://other.example.invalid"
    return f"{default}1" if default.isdigit() else f"other-{default}"


def _pairs(found: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """A dictionary of expressions."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in dict(found).items())}}}"
