"""The tests of the client: where it calls, what opens it, and what it never tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ...link import Operation, SchemeUse
from ...oracle import (
    UNNAMED,
    Call,
    ImpossibleError,
    Oracle,
    Replies,
    Secret,
    Sendings,
    Success,
    UntoldError,
    repeatable,
)
from ..annotation import Annotations
from ..client import variable
from ..expressions import Expressions, UnsayableError, wrapped_text
from ..package import FunctionView
from ..text import docstring, literal
from .calls import Calls

__all__ = ["ClientTrials", "arguments"]

PROXY = "https://proxy.example.invalid/base"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110 section 9.2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """An operation that the client is tried with."""

    operation: Operation
    call: Call
    text: str
    """The call, by the function of the operation's own tests."""
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTrials:
    """Writes the tests of a client."""

    annotations: Annotations
    oracle: Oracle
    expressions: Expressions

    def functions(self) -> Iterator[FunctionView]:
        """The tests, each with the first operation that it fits."""
        yield _test(
            "everything_can_be_imported",
            "Every module can be imported, and every name of the package is there.",
            [
                f"{self._package}.preload()",
                "",
                f"for name in {self._package}.__all__:",
                f"    assert getattr({self._package}, name) is not None",
            ],
        )
        probes = list(self._probes())
        for trial in (
            self._environments,
            self._base_url,
            self._variables,
            self._missing,
            self._fallback,
            self._silent,
            self._lost,
            self._redirected,
            self._limited,
            self._patient,
            self._strict,
        ):
            for probe in probes:
                found = trial(probe)
                if found is not None:
                    yield found
                    break
        yield from self._alternatives(probes)
        yield from self._families()

    @property
    def _package(self) -> str:
        return self.annotations.names.package

    def _probes(self) -> Iterator[Probe]:
        """The operations that can be called, and are answered."""
        for operation in self.annotations.api.operations:
            calls = Calls(
                annotations=self.annotations,
                expressions=self.expressions,
                operation=operation,
            )
            try:
                first = next(Sendings(oracle=self.oracle).sendings(operation))
                success = next(Replies(oracle=self.oracle).successes(operation), None)
                calls.call(first.call)
            except (ImpossibleError, UntoldError, UnsayableError, StopIteration):
                continue
            names = self.annotations.names
            name = names.operations[operation.pointer]
            module = f"test_{names.resources[name.resource].module}"
            yield Probe(
                operation=operation,
                call=first.call,
                text=f"{module}.call_{name.method}(client)",
                answer=_answers(success, f"{module}.{name.constant}_ANSWER"),
            )

    def _make(
        self, *more: str, without: frozenset[str] = frozenset(), open: bool = True
    ) -> str:
        """`client = make(...)`: credentials, server variables, and more."""
        names = self.annotations.names
        given = [
            f"{key}={value}"
            for key, value in arguments(self.oracle, self.annotations)
            if key not in without and (open or key not in names.credentials.values())
        ]
        stated = {each.partition("=")[0] for each in more}
        kept = [each for each in given if each.partition("=")[0] not in stated]
        return f"client = make({', '.join([*kept, *more])})"

    # Where it calls.

    def _environments(self, probe: Probe) -> FunctionView | None:
        """Each environment of the document at its own address."""
        api = self.annotations.api
        if len(api.servers) < 2 or self.oracle.base_url or probe.operation.servers:
            return None
        rows: list[str] = []
        for server in api.servers:
            if self.oracle.server(server) == UNNAMED:
                continue
            here = replace(self.oracle, api=replace(api, servers=(server,)))
            url = here.sent(probe.operation, probe.call).url
            key = literal(self.annotations.names.environments[server.pointer])
            rows.append(f"({key}, {wrapped_text(url)})")
        return _test(
            "each_environment_is_called",
            "Each server of the document is called at its own address.",
            [
                probe.answer,
                self._make("environment=environment"),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                "assert sent.url == url",
            ],
            "make: Make, wire: Wire, environment: str, url: str",
            (_table(("environment", "url"), rows),),
        )

    def _base_url(self, probe: Probe) -> FunctionView | None:
        """`base_url` wins over the document."""
        url = replace(self.oracle, base_url=PROXY).sent(probe.operation, probe.call).url
        return _test(
            "base_url_wins",
            "An address of the caller's is called, whatever the document says.",
            [
                probe.answer,
                self._make(f"base_url={literal(PROXY + '/')}"),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                f"assert sent.url == {wrapped_text(url)}",
            ],
            "make: Make, wire: Wire",
        )

    def _variables(self, probe: Probe) -> FunctionView | None:
        """A server variable without a default is asked for."""
        if self.oracle.base_url or not self.oracle.variables:
            return None
        names = self.annotations.names
        keywords = [
            names.variables[each.pointer]
            for each in self.annotations.api.servers[0].variables
            if each.name in self.oracle.variables
        ]
        if not keywords or probe.operation.servers:
            return None
        return _test(
            f"{keywords[0]}_is_needed",
            f"Without `{keywords[0]}` nothing is sent, and the error says what is missing.",
            [
                self._make(without=frozenset(keywords)),
                "",
                "with pytest.raises(errors.ConfigurationError):",
                f"    {probe.text}",
                "",
                "assert wire.sent == []",
            ],
            "make: Make, wire: Wire",
        )

    # What opens it.

    def _missing(self, probe: Probe) -> FunctionView | None:
        """Nothing is sent without credentials."""
        if not self._needs(probe):
            return None
        names = self.annotations.names
        cleared = [
            f'monkeypatch.delenv("{variable(names, keyword)}", raising=False)'
            for keyword in names.credentials.values()
        ]
        return _test(
            "credentials_are_needed",
            "Without credentials nothing is sent.",
            [
                *cleared,
                self._make(open=False),
                "",
                "with pytest.raises(errors.MissingCredentialError):",
                f"    {probe.text}",
                "",
                "assert wire.sent == []",
            ],
            "make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch",
        )

    def _needs(self, probe: Probe) -> bool:
        """Whether a call needs credentials, all of which the tests have."""
        groups = probe.operation.security
        keys = {use.key for group in groups for use in group}
        return bool(groups) and all(groups) and keys <= set(self.oracle.secrets)

    def _fallback(self, probe: Probe) -> FunctionView | None:
        """Credentials of the environment are used where none are given."""
        if not self._needs(probe) or len(probe.operation.security) != 1:
            return None
        names = self.annotations.names
        known = self.oracle.secrets
        keys = [use.key for use in probe.operation.security[0]]
        if any(known[key].user is not None for key in keys):
            return None
        given = [
            f'monkeypatch.setenv("{variable(names, names.credentials[key])}", '
            f"{literal(known[key].text)})"
            for key in keys
        ]
        return _test(
            "credentials_come_from_the_environment",
            "Credentials that are not given are read from environment variables.",
            [
                *given,
                probe.answer,
                self._make(open=False),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                *self._opened(probe, probe.operation.security[0]),
            ],
            "make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch",
        )

    def _opened(self, probe: Probe, group: tuple[SchemeUse, ...]) -> Iterator[str]:
        """What must be on the wire because of credentials."""
        sent = self.oracle.sent(probe.operation, probe.call, group)
        bare = self.oracle.sent(probe.operation, probe.call, ())
        if sent.url != bare.url:
            yield f"assert sent.url == {wrapped_text(sent.url)}"
        for name, value in sent.headers:
            if (name, value) not in bare.headers:
                yield f"assert sent.headers[{literal(name)}] == {literal(value)}"

    def _alternatives(self, probes: list[Probe]) -> Iterator[FunctionView]:
        """Each further alternative of a security requirement opens as well."""
        seen: set[tuple[str, ...]] = set()
        names = self.annotations.names
        for probe in probes:
            for group in [g for g in probe.operation.security if g][1:]:
                keys = tuple(use.key for use in group)
                if keys in seen or not set(keys) <= set(self.oracle.secrets):
                    continue
                checks = list(self._opened(probe, group))
                if not checks:
                    continue
                seen.add(keys)
                keywords = [names.credentials[key] for key in keys]
                other = frozenset(names.credentials.values()).difference(keywords)
                yield _test(
                    f"{'_and_'.join(keywords)}_alone_opens",
                    "Another alternative of the document opens the service as well.",
                    [
                        probe.answer,
                        self._make(without=other),
                        "",
                        probe.text,
                        "",
                        "(sent,) = wire.sent",
                        *checks,
                    ],
                    "make: Make, wire: Wire",
                )

    # What it never tells, and what it does in trouble.

    def _silent(self, probe: Probe) -> FunctionView | None:
        """No secret stands in a `repr` or an error."""
        if not self._needs(probe):
            return None
        texts = [
            _text(self.oracle.secrets[use.key]) for use in probe.operation.security[0]
        ]
        return _test(
            "secrets_are_not_told",
            "Neither a client nor an error says what it was made with.",
            [
                "wire.answers(418)",
                self._make(),
                "",
                "with pytest.raises(errors.ApiStatusError) as caught:",
                f"    {probe.text}",
                "",
                "request = caught.value.request",
                "assert request is not None",
                'told = f"{client!r} {caught.value!r} {request.url} {dict(request.headers)}"',
                *(f"assert {text} not in told" for text in dict.fromkeys(texts)),
            ],
            "make: Make, wire: Wire",
        )

    def _lost(self, probe: Probe) -> FunctionView | None:
        """Where no answer comes, a call is not made twice unless it may be."""
        if repeatable(probe.operation):
            return None
        return _test(
            "a_lost_answer_is_no_failure",
            "Without an answer nobody knows what was done: it is said, and not done again.",
            [
                "wire.breaks()",
                self._make(),
                "",
                "with pytest.raises(errors.OutcomeUnknownError):",
                f"    {probe.text}",
                "",
                "assert len(wire.sent) == 1",
            ],
            "make: Make, wire: Wire",
        )

    def _redirected(self, probe: Probe) -> FunctionView | None:
        """Credentials go to no other host; what changes something is not sent on."""
        method, url = probe.operation.method.upper(), literal(f"{PROXY}/moved")
        if method not in SAFE or probe.operation.unsafe:
            return None
        if not self._needs(probe) or any(
            r.status[0] == "3" for r in probe.operation.responses
        ):
            return None
        texts = [
            _text(self.oracle.secrets[use.key]) for use in probe.operation.security[0]
        ]
        return _test(
            "credentials_go_to_no_other_host",
            "A redirect to another host is followed without credentials.",
            [
                f"wire.answers(302, location={url})",
                probe.answer,
                self._make(),
                "",
                probe.text,
                "",
                "_, sent = wire.sent",
                f"assert sent.url == {url}",
                *(
                    f"assert {text} not in str(dict(sent.headers))"
                    for text in dict.fromkeys(texts)
                ),
            ],
            "make: Make, wire: Wire",
        )

    def _limited(self, probe: Probe) -> FunctionView | None:
        """No call waits for ever."""
        return _test(
            "no_call_waits_for_ever",
            "A call has a limit of time, the caller's own if there is one.",
            [
                probe.answer,
                self._make("timeout=5.0"),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                "assert 0 < (sent.timeout.total or 0) <= 5",
                "assert 0 < (sent.timeout.read or 0) <= 5",
            ],
            "make: Make, wire: Wire",
        )

    def _patient(self, probe: Probe) -> FunctionView | None:
        """Calls are repeated as often as the caller allows."""
        return _test(
            "calls_are_repeated_as_often_as_allowed",
            "What surely was not sent is sent again, as often as the caller allows.",
            [
                'monkeypatch.setattr("random.uniform", min)',
                "wire.breaks(sent=False)",
                self._make("max_retries=1"),
                "",
                "with pytest.raises(errors.TransportError):",
                f"    {probe.text}",
                "",
                "assert len(wire.sent) == 2",
            ],
            "make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch",
        )

    def _strict(self, probe: Probe) -> FunctionView | None:
        """A strict client refuses what no document allows."""
        ranged = any(
            "*" in content.media_type
            for response in probe.operation.responses
            for content in response.contents
        )
        if ranged or "_ANSWER" not in probe.answer:
            return None
        known = probe.answer.removesuffix(")").split(", ")[:2]
        return _test(
            "a_strict_client_refuses_what_is_strange",
            "An answer of an undocumented media type is an error, if the caller says so.",
            [
                f'{", ".join(known)}, "application/x-strange")',
                self._make("strict=True"),
                "",
                "with pytest.raises(errors.DecodeError):",
                f"    {probe.text}",
            ],
            "make: Make, wire: Wire",
        )

    def _families(self) -> Iterator[FunctionView]:
        """Errors of codes stand under those of their status."""
        names = self.annotations.names.errors
        api = self.annotations.api
        pairs = dict.fromkeys(
            (names[f"{response.status}/{code.code}"], names.get(response.status))
            for operation in api.operations
            for response in operation.responses
            for code in response.error_codes
        )
        failing = {
            response.status
            for operation in api.operations
            for response in operation.responses
            if response.status[:1] not in ("1", "2", "3")
        }
        above = {names[status] for status in failing if status in names}
        rows = [
            f"(errors.{name}, errors.{base if base in above else 'EnvelopeError'})"
            for name, base in pairs
        ]
        if rows:
            yield _test(
                "errors_of_codes_stand_under_their_status",
                "Who catches the error of a status catches those of its codes.",
                ["assert issubclass(error, base)"],
                "error: type[errors.ApiError], base: type[errors.ApiError]",
                (_table(("error", "base"), rows),),
            )


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
    if secret.user is None:
        return literal(secret.text)
    return f"({literal(secret.user)}, {literal(secret.text)})"


def _text(secret: Secret) -> str:
    return literal(secret.text)


def _answers(success: Success | None, constant: str) -> str:
    if success is None:
        return "wire.answers(200)"
    reply = success.reply
    parts = [str(reply.status)]
    if reply.body:
        parts.append(constant)
        if reply.media_type != "application/json":
            parts.append(literal(reply.media_type))
    return f"wire.answers({', '.join(parts)})"


def _table(names: tuple[str, ...], rows: list[str]) -> str:
    columns = ", ".join(map(literal, names))
    return f"pytest.mark.parametrize(({columns}), [{', '.join(rows)}])"


def _test(
    name: str,
    said: str,
    body: list[str],
    parameters: str = "",
    decorators: tuple[str, ...] = (),
) -> FunctionView:
    return FunctionView(
        signature=f"def test_{name}({parameters}) -> None:",
        docstring=docstring(said, indent=4),
        body=tuple(body),
        decorators=decorators,
    )
